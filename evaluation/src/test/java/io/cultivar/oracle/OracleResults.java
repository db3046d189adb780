package io.cultivar.oracle;

import io.cultivar.contract.event.Event;
import io.cultivar.contract.event.MetricDefined;
import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.evaluation.company.CompanyEvaluation;
import io.cultivar.evaluation.fold.Definitions;
import io.cultivar.evaluation.program.ProgramEvaluation;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Sums;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the evaluation's formulas make of the oracle's sums: no fold of the product is involved. */
public final class OracleResults {

    private OracleResults() {}

    /** The result of every program, by {@code program/<id>}. */
    public static Map<String, ProgramResult> of(Collection<String> events, Instant asOf) {
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

    /** The result of the company. */
    public static CompanyResult company(Collection<String> events, Instant asOf) {
        Map<Cell, Sums> cells = new HashMap<>(Oracle.sums(events, asOf));
        cells.keySet().removeIf(cell -> !cell.scope().equals(Cell.COMPANY));
        return CompanyEvaluation.of(cells, asOf);
    }

    /** [identity conflicts, register conflicts, erased people]. */
    public static Sums dataQuality(Collection<String> events, Instant asOf) {
        return Oracle.sums(events, asOf).getOrDefault(new Cell.DataQuality(), Sums.ofCounts(0, 0, 0));
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
