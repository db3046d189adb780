package io.cultivar.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cultivar.contract.Topics;
import io.cultivar.contract.event.Decoded;
import io.cultivar.contract.event.EventType;
import io.cultivar.contract.event.RejectionReason;
import io.cultivar.ingest.Outcome;
import io.cultivar.ingest.Submission;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReplayTest {

    private static final Outcome FAILED = new Outcome.Failed("the broker could not take it (TimeoutException)");

    @TempDir
    private Path directory;

    private final List<Integer> sizes = new ArrayList<>();

    @Test
    void shouldSendAgainWhatTheBrokerDidNotTakeAndNothingElse() throws IOException {
        FileReplay replay = replay(
                4,
                events -> IntStream.range(0, events.size())
                        .mapToObj(i -> sizes.size() == 1 && i % 2 == 1 ? FAILED : published(i))
                        .toList());

        assertThat(sizes).containsExactly(4, 2);
        assertThat(replay.accepted()).isEqualTo(4);
    }

    @Test
    void shouldKeepTheOrderOfTheFileWhateverHadToBeSentAgain() throws IOException {
        FileReplay replay = replay(
                3,
                events -> events.stream()
                        .map(event -> sizes.size() == 1 && events.indexOf(event) == 0 ? FAILED : refused())
                        .toList());

        assertThat(replay.rejected())
                .extracting(EvaluationAnswer.RejectedEvent::line)
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void shouldGiveUpWithTheReasonWhereTheBrokerStaysAway() {
        assertThatThrownBy(() -> replay(1, events -> List.of(FAILED)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("in 5 attempts: the broker could not take it (TimeoutException)");
        assertThat(sizes).hasSize(5);
    }

    private FileReplay replay(int lines, Function<List<Submission>, List<Outcome>> broker) throws IOException {
        Path file = Files.writeString(directory.resolve("events.ndjson"), "{}\n".repeat(lines));
        var console = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
        var replay = new FileReplay(
                events -> {
                    sizes.add(events.size());
                    return broker.apply(events);
                },
                new ConsoleProgress("events replayed", console, InstantSource.system()));
        replay.replay(file);
        return replay;
    }

    private static Outcome published(int i) {
        Instant time = Instant.ofEpochSecond(i);
        return new Outcome.Published("e" + i, "urn:hr", EventType.OUTCOME_MEASURED, time, Topics.WORKFORCE_EVENTS);
    }

    private static Outcome refused() {
        return new Outcome.Refused(new Decoded.Rejected(RejectionReason.MISSING_FIELD, "/id", "no id"));
    }
}
