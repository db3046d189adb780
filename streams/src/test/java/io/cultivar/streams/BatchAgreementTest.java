package io.cultivar.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.Json;
import io.cultivar.contract.event.Event;
import io.cultivar.contract.event.MetricDefined;
import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.evaluation.fold.Definitions;
import io.cultivar.evaluation.program.ProgramEvaluation;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Sums;
import io.cultivar.oracle.EventSets;
import io.cultivar.oracle.Oracle;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stream's results equal those of a plain batch computation by the oracle, bit for bit, however the events came. */
class BatchAgreementTest {

    static LongStream seeds() {
        return LongStream.range(1000, 1020);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldFindWhatTheBatchFinds_whateverTheOrder(long seed) {
        // given
        List<String> events = EventSets.random(seed, 25);
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
            assertThat(texts(pipeline.results())).as("seed %d", seed).isEqualTo(texts(batch(events, asOf)));
            var quality = Oracle.sums(events, asOf).getOrDefault(new Cell.DataQuality(), Sums.ofCounts(0, 0, 0));
            var found = pipeline.pipeline();
            assertThat(List.of(found.identityConflicts(), found.registerConflicts(), found.erasedEmployees()))
                    .as("seed %d", seed)
                    .isEqualTo(List.of(quality.count(0), quality.count(1), quality.count(2)));
        }
    }

    /** What the evaluation makes of the oracle's sums: no fold of ours is involved. */
    static Map<String, ProgramResult> batch(Collection<String> events, Instant asOf) {
        Map<String, Map<Cell, Sums>> byScope = new HashMap<>();
        Oracle.sums(events, asOf)
                .forEach((cell, sums) -> byScope.computeIfAbsent(cell.scope(), scope -> new HashMap<>())
                        .put(cell, sums));
        var definitions = new OracleDefinitions(events);
        Map<String, ProgramResult> results = new TreeMap<>();
        for (String program : Oracle.programs(events, asOf)) {
            String scope = "program/" + program;
            ProgramEvaluation.of(program, definitions, byScope.getOrDefault(scope, Map.of()), asOf, false)
                    .ifPresent(result -> results.put(scope, result));
        }
        return results;
    }

    static Map<String, String> texts(Map<String, ProgramResult> results) {
        Map<String, String> texts = new TreeMap<>();
        results.forEach((program, result) -> texts.put(program, Json.writePretty(result)));
        return texts;
    }

    /** The definitions as the oracle finds them, each looked up once. */
    private static final class OracleDefinitions implements Definitions {

        private final Collection<String> events;
        private final Map<String, Optional<Event>> programs = new HashMap<>();
        private final Map<String, Optional<Event>> metrics = new HashMap<>();

        OracleDefinitions(Collection<String> events) {
            this.events = events;
        }

        @Override
        public @Nullable ProgramDefined program(String program) {
            return (ProgramDefined) programs.computeIfAbsent(program, name -> Oracle.definition(events, name))
                    .map(Event::data)
                    .orElse(null);
        }

        @Override
        public @Nullable MetricDefined metric(String metric) {
            return (MetricDefined) metrics.computeIfAbsent(metric, name -> Oracle.metric(events, name))
                    .map(Event::data)
                    .orElse(null);
        }
    }
}
