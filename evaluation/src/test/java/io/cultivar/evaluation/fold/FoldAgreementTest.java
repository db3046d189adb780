package io.cultivar.evaluation.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.event.Decoded;
import io.cultivar.contract.event.EmployeeErased;
import io.cultivar.contract.event.Event;
import io.cultivar.contract.event.EventData;
import io.cultivar.contract.event.EventReader;
import io.cultivar.contract.event.MetricDefined;
import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.evaluation.facts.StoredFact;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Contribution;
import io.cultivar.evaluation.sums.Sums;
import io.cultivar.oracle.EventSets;
import io.cultivar.oracle.Oracle;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The folds agree with the oracle, which was written from docs/MEANING.md alone, on sets of nasty events. */
class FoldAgreementTest {

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldAddUpToWhatTheOracleFinds_inAnyOrder(long seed) {
        // given
        List<String> events = EventSets.random(seed, 25);
        List<String> asSent = EventSets.shuffled(EventSets.doubled(events, seed), seed + 1);
        Instant asOf = seed % 3 == 0 ? EventSets.earlierAsOf(events, seed) : EventSets.asOf(events);

        // when
        Map<Cell, Sums> folded = fold(asSent, asOf);

        // then
        assertThat(folded).as("seed %d", seed).containsExactlyInAnyOrderEntriesOf(Oracle.sums(events, asOf));
    }

    private static Map<Cell, Sums> fold(Collection<String> lines, Instant asOf) {
        Map<String, Map<List<String>, StoredFact>> stored = new HashMap<>();
        Set<String> erased = new HashSet<>();
        for (String line : lines) {
            Event event = ((Decoded.Accepted) EventReader.read(line.getBytes(StandardCharsets.UTF_8))).event();
            if (event.data() instanceof EmployeeErased) {
                erased.add(event.key());
            }
            stored.computeIfAbsent(event.key(), key -> new HashMap<>())
                    .merge(
                            List.of(event.source(), event.id()),
                            StoredFact.of(event),
                            (standing, incoming) -> standing.merge(incoming.event()));
        }
        var definitions = new KnownDefinitions();
        stored.forEach((key, facts) -> definitions.learn(key, facts.values(), asOf));
        var sums = new Contribution.Builder();
        stored.forEach((key, facts) ->
                sums.replace(Contribution.NONE, contribution(key, facts.values(), erased, definitions, asOf)));
        return sums.build().cells();
    }

    private static Contribution contribution(
            String key, Collection<StoredFact> facts, Set<String> erased, Definitions definitions, Instant asOf) {
        if (erased.contains(key)) {
            return EmployeeFold.erased().contribution();
        }
        String name = key.substring(key.indexOf('/') + 1);
        return key.startsWith("employee/")
                ? EmployeeFold.fold(facts, definitions, asOf).contribution()
                : CatalogFold.fold(name, ProgramDefined.class, facts, asOf).contribution();
    }

    private static final class KnownDefinitions implements Definitions {

        private final Map<String, EventData> known = new HashMap<>();

        void learn(String key, Collection<StoredFact> facts, Instant asOf) {
            Class<? extends EventData> type = key.startsWith("metric/") ? MetricDefined.class : ProgramDefined.class;
            EventData definition = CatalogFold.fold(key, type, facts, asOf).definition();
            if (definition != null) {
                known.put(key, definition);
            }
        }

        @Override
        public @Nullable ProgramDefined program(String program) {
            return (ProgramDefined) known.get("program/" + program);
        }

        @Override
        public @Nullable MetricDefined metric(String metric) {
            return (MetricDefined) known.get("metric/" + metric);
        }
    }
}
