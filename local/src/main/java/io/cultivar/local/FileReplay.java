package io.cultivar.local;

import io.cultivar.ingest.EventIntake;
import io.cultivar.ingest.Outcome;
import io.cultivar.ingest.Submission;
import io.cultivar.local.EvaluationAnswer.RejectedEvent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends the events of files through the door, in chunks, and remembers what became of them. */
final class FileReplay {

    private static final int CHUNK = 5_000;
    private static final int CHUNK_BYTES = 16 << 20;

    private record Place(String file, long line) {}

    private final EventIntake intake;
    private final ConsoleProgress progress;
    private final List<Submission> chunk = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final List<RejectedEvent> rejected = new ArrayList<>();
    private long chunkBytes;
    private long accepted;
    private @Nullable Instant latest;

    FileReplay(EventIntake intake, ConsoleProgress progress) {
        this.intake = intake;
        this.progress = progress;
    }

    /** Sends every event of the file; returns when the broker has all of them. */
    void replay(Path file) {
        EventFiles.read(file, this::take);
        flush();
    }

    private void take(String file, long line, byte[] json) {
        chunk.add(Submission.of(json));
        places.add(new Place(file, line));
        chunkBytes += json.length;
        if (chunk.size() >= CHUNK || chunkBytes >= CHUNK_BYTES) {
            flush();
        }
    }

    private void flush() {
        List<Outcome> outcomes = intake.submit(chunk, "file");
        for (int i = 0; i < outcomes.size(); i++) {
            note(outcomes.get(i), places.get(i));
        }
        chunk.clear();
        places.clear();
        chunkBytes = 0;
        progress.at(accepted + rejected.size());
    }

    private void note(Outcome outcome, Place place) {
        if (outcome instanceof Outcome.Published published) {
            accepted++;
            latest = latest == null || published.time().isAfter(latest) ? published.time() : latest;
        } else if (outcome instanceof Outcome.Refused refused) {
            var why = refused.rejection();
            rejected.add(new RejectedEvent(place.file(), place.line(), why.reason(), why.pointer(), why.message()));
        } else if (outcome instanceof Outcome.Failed failed) {
            throw new IllegalStateException("the embedded broker did not take an event: " + failed.reason());
        }
    }

    long accepted() {
        return accepted;
    }

    /** What was refused, in the order of the files. */
    List<RejectedEvent> rejected() {
        return rejected;
    }

    /** The greatest time of an accepted event; empty where none was. */
    Optional<Instant> latest() {
        return Optional.ofNullable(latest);
    }
}
