package io.cultivar.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Sums;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Execution(ExecutionMode.CONCURRENT)
class OracleInvarianceTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldNotDependOnOrderOrRepetition(long seed) {
        // given
        List<String> lines = EventSets.random(seed, 6);
        Instant asOf = seed % 2 == 0 ? EventSets.asOf(lines) : EventSets.earlierAsOf(lines, seed);

        // when
        Map<Cell, Sums> sums = Oracle.sums(lines, asOf);

        // then
        assertThat(Oracle.sums(EventSets.shuffled(lines, seed), asOf))
                .as("shuffled, seed %d", seed)
                .isEqualTo(sums);
        assertThat(Oracle.sums(EventSets.doubled(lines, seed), asOf))
                .as("doubled, seed %d", seed)
                .isEqualTo(sums);
    }
}
