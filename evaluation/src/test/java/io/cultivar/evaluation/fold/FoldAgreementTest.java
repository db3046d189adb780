package io.cultivar.evaluation.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Sums;
import io.cultivar.oracle.EventSets;
import io.cultivar.oracle.Oracle;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The folds agree with the oracle, which was written from docs/MEANING.md alone, on sets of nasty events. */
@Execution(ExecutionMode.CONCURRENT)
class FoldAgreementTest {

    static LongStream seeds() {
        return LongStream.range(0, Boolean.getBoolean("cultivar.thorough") ? 400 : 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldAddUpToWhatTheOracleFinds_inAnyOrder(long seed) {
        // given
        List<String> events = EventSets.random(seed, 25);
        List<String> asSent = EventSets.shuffled(EventSets.doubled(events, seed), seed + 1);
        Instant asOf = seed % 3 == 0 ? EventSets.earlierAsOf(events, seed) : EventSets.asOf(events);

        // when
        Map<Cell, Sums> folded = FoldedEvents.of(asSent, asOf).sums();

        // then
        assertThat(folded).as("seed %d", seed).containsExactlyInAnyOrderEntriesOf(Oracle.sums(events, asOf));
    }
}
