package io.cultivar.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.Json;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.evaluation.portfolio.PortfolioEvaluation;
import io.cultivar.evaluation.sums.Sums;
import io.cultivar.oracle.EventSets;
import io.cultivar.oracle.OracleResults;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The stream's results equal those of a plain batch computation by the oracle, bit for bit, however the events came: four sets,
 * forty in {@code make soak}, and a large one, which has always-valid intervals (as ResultPathsTest asserts).
 */
@Execution(ExecutionMode.CONCURRENT)
class BatchAgreementTest {

    static LongStream seeds() {
        return LongStream.concat(
                LongStream.of(EventSets.MANY_SEED),
                LongStream.range(1000, Boolean.getBoolean("cultivar.thorough") ? 1040 : 1004));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldFindWhatTheBatchFinds_whateverTheOrder(long seed) {
        // given
        List<String> events = EventSets.random(seed, seed == EventSets.MANY_SEED ? EventSets.MANY_EMPLOYEES : 25);
        List<String> asSent = EventSets.shuffled(EventSets.doubled(events, seed), seed + 1);
        Instant asOf = seed % 3 == 0 ? EventSets.earlierAsOf(events, seed) : EventSets.asOf(events);

        // when
        try (var pipeline = new PipelineDriver(asOf)) {
            int sent = 0;
            for (String event : asSent) {
                pipeline.send(event);
                // Settling in between makes the pipeline fold states that later events correct.
                if (++sent % 97 == 0) {
                    pipeline.settle();
                }
            }
            pipeline.settle();

            // then
            assertThat(texts(pipeline.results())).as("seed %d", seed).isEqualTo(texts(OracleResults.of(events, asOf)));
            assertThat(Json.writePretty(pipeline.exactCompany()))
                    .as("seed %d", seed)
                    .isEqualTo(Json.writePretty(OracleResults.company(events, asOf)));
            assertThat(Json.writePretty(pipeline.portfolio()))
                    .as("seed %d", seed)
                    .isEqualTo(Json.writePretty(
                            PortfolioEvaluation.of(pipeline.published().values(), pipeline.company(), asOf)));
            Sums quality = OracleResults.dataQuality(events, asOf);
            var found = pipeline.pipeline();
            assertThat(List.of(found.identityConflicts(), found.registerConflicts(), found.erasedEmployees()))
                    .as("seed %d", seed)
                    .isEqualTo(List.of(quality.count(0), quality.count(1), quality.count(2)));
        }
    }

    static Map<String, String> texts(Map<String, ProgramResult> results) {
        Map<String, String> texts = new TreeMap<>();
        results.forEach((program, result) -> texts.put(program, Json.writePretty(result)));
        return texts;
    }
}
