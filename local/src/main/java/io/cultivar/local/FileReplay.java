package io.cultivar.local;

import io.cultivar.ingest.Outcome;
import io.cultivar.ingest.Submission;
import io.cultivar.local.EvaluationAnswer.RejectedEvent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Sends the events of files through the door, in chunks, and remembers what became of them. */
final class FileReplay {

    private static final int CHUNK = 5_000;
    private static final int CHUNK_BYTES = 16 << 20;
    private static final int ATTEMPTS = 5;

    private record Place(String file, long line) {}

    private final Function<List<Submission>, List<Outcome>> door;
    private final ConsoleProgress progress;
    private final List<Submission> chunk = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final List<RejectedEvent> rejected = new ArrayList<>();
    private long chunkBytes;
    private long accepted;
    private @Nullable Instant latest;

    /** @param door takes events and gives an outcome for each, in the same order */
    FileReplay(Function<List<Submission>, List<Outcome>> door, ConsoleProgress progress) {
        this.door = door;
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
        List<Outcome> outcomes = submitPatiently();
        for (int i = 0; i < outcomes.size(); i++) {
            note(outcomes.get(i), places.get(i));
        }
        chunk.clear();
        places.clear();
        chunkBytes = 0;
        progress.at(accepted + rejected.size());
    }

    /** What the broker did not take, for instance because the machine is busy, is sent again: ids make that harmless. */
    private List<Outcome> submitPatiently() {
        List<Outcome> outcomes = new ArrayList<>(door.apply(chunk));
        for (int attempt = 2; attempt <= ATTEMPTS; attempt++) {
            int[] failed = IntStream.range(0, outcomes.size())
                    .filter(i -> outcomes.get(i) instanceof Outcome.Failed)
                    .toArray();
            if (failed.length == 0) {
                break;
            }
            List<Outcome> again =
                    door.apply(Arrays.stream(failed).mapToObj(chunk::get).toList());
            for (int i = 0; i < failed.length; i++) {
                outcomes.set(failed[i], again.get(i));
            }
        }
        return outcomes;
    }

    private void note(Outcome outcome, Place place) {
        if (outcome instanceof Outcome.Published published) {
            accepted++;
            latest = latest == null || published.time().isAfter(latest) ? published.time() : latest;
        } else if (outcome instanceof Outcome.Refused refused) {
            var why = refused.rejection();
            rejected.add(new RejectedEvent(place.file(), place.line(), why.reason(), why.pointer(), why.message()));
        } else if (outcome instanceof Outcome.Failed failed) {
            throw new IllegalStateException(
                    "the embedded broker did not take an event in " + ATTEMPTS + " attempts: " + failed.reason());
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
