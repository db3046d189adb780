package io.cultivar.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.oracle.EventSets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code evaluate}, killed (as by kill -9) at random moments and started again on the same data, answers the same bytes. */
@Execution(ExecutionMode.CONCURRENT)
class KilledEvaluateIT {

    private static final int LONGEST_LIFE_MS = 9_000;

    /** A JVM that is killed soon never earns back what the optimizing compiler costs. */
    private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

    @TempDir
    private Path directory;

    /** Seed, partitions, kills: one run, or thoroughly each of 20 sets of events on every one of three partition counts. */
    static Stream<Arguments> runs() {
        if (!Thorough.is()) {
            return Stream.of(Arguments.of(3002, 3, 1));
        }
        return IntStream.rangeClosed(3001, 3020)
                .boxed()
                .flatMap(seed -> Stream.of(1, 3, 8)
                        .map(partitions -> Arguments.of(seed, partitions, 1 + (seed + partitions) % 2)));
    }

    @ParameterizedTest(name = "seed {0}, {1} partitions, killed {2} times")
    @MethodSource("runs")
    void shouldAnswerWhatTheOracleFinds(long seed, int partitions, int kills) throws IOException, InterruptedException {
        // given
        List<String> events = EventSets.random(seed, 40);
        Path file = Files.write(
                directory.resolve("events.ndjson"), EventSets.shuffled(EventSets.doubled(events, seed), seed + 1));
        var random = new SplittableRandom(seed);

        // when
        for (int kill = 0; kill < kills; kill++) {
            Process process = LocalProcess.start(directory, arguments(file, partitions), SHORT_LIVED);
            boolean ended = process.waitFor(1_500 + random.nextInt(LONGEST_LIFE_MS), TimeUnit.MILLISECONDS);
            System.out.printf("seed %d: killed %s%n", seed, ended ? "after its end" : "while at work");
            process.destroyForcibly().waitFor();
        }
        Process last = LocalProcess.start(directory, arguments(file, partitions), SHORT_LIVED);
        boolean ended = last.waitFor(300, TimeUnit.SECONDS);
        assertThat(ended)
                .as(() -> LocalProcess.threads(last) + LocalProcess.log(directory))
                .isTrue();

        // then
        assertThat(last.exitValue()).as(LocalProcess.log(directory)).isZero();
        assertThat(Files.readString(directory.resolve("answer.json")))
                .as("seed %d on %d partitions", seed, partitions)
                .isEqualTo(new String(Expected.answer(events, EventSets.asOf(events)), StandardCharsets.UTF_8));
        System.out.printf("seed %d on %d partitions: exact%n", seed, partitions);
    }

    private List<String> arguments(Path file, int partitions) {
        return List.of(
                "evaluate",
                "--events",
                file.toString(),
                "--partitions",
                Integer.toString(partitions),
                "--data-dir",
                directory.resolve("data").toString(),
                "--out",
                directory.resolve("answer.json").toString());
    }
}
