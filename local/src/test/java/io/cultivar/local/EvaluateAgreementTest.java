package io.cultivar.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.oracle.EventSets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code evaluate} answers to random sets of nasty events with the bytes that the oracle finds: shuffled, doubled,
 * corrected, retracted, erased and redefined, on 1, 3 and 8 partitions, for the latest and for earlier as-of instants.
 * Three sets here, 21 in {@code make soak}.
 */
@Execution(ExecutionMode.CONCURRENT)
class EvaluateAgreementTest {

    private static final int[] PARTITIONS = {1, 3, 8};

    @TempDir
    private Path directory;

    static LongStream seeds() {
        return LongStream.range(2000, Thorough.is() ? 2021 : 2003);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldAnswerWhatTheOracleFinds(long seed) {
        // given
        List<String> events = EventSets.random(seed, 12);
        List<String> asSent = EventSets.shuffled(EventSets.doubled(events, seed), seed + 1);
        Instant asOf = seed % 4 == 0 ? EventSets.earlierAsOf(events, seed) : EventSets.asOf(events);
        String partitions = Integer.toString(PARTITIONS[(int) (seed % PARTITIONS.length)]);

        // when
        byte[] answer = seed % 4 == 0
                ? Evaluate.answer(directory, asSent, "--partitions", partitions, "--as-of", asOf.toString())
                : Evaluate.answer(directory, asSent, "--partitions", partitions);

        // then
        assertThat(new String(answer, StandardCharsets.UTF_8))
                .as("seed %d on %s partitions", seed, partitions)
                .isEqualTo(new String(Expected.answer(events, asOf), StandardCharsets.UTF_8));
    }
}
