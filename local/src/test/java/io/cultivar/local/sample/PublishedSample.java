package io.cultivar.local.sample;

import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.Effect;
import io.cultivar.contract.result.PortfolioResult;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.evaluation.company.CompanyEvaluation;
import io.cultivar.evaluation.disclosure.Disclosure;
import io.cultivar.evaluation.fold.FoldedEvents;
import io.cultivar.evaluation.portfolio.PortfolioEvaluation;
import io.cultivar.evaluation.program.ProgramEvaluation;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Sums;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What would be published about a set of events. */
record PublishedSample(Map<String, ProgramResult> programs, CompanyResult company, PortfolioResult portfolio) {

    private static final String PROGRAM = "program/";

    static PublishedSample of(List<String> lines, Instant asOf) {
        var disclosure = new Disclosure(Disclosure.LEAST_GROUP);
        return of(lines, asOf, disclosure::publish, disclosure::publish);
    }

    /** The same with nothing withheld, as nobody may see it. */
    static PublishedSample exact(List<String> lines, Instant asOf) {
        return of(lines, asOf, result -> result, result -> result);
    }

    private static PublishedSample of(
            List<String> lines,
            Instant asOf,
            UnaryOperator<ProgramResult> program,
            UnaryOperator<CompanyResult> ofCompany) {
        var events = FoldedEvents.of(lines, asOf);
        Map<String, Map<Cell, Sums>> byScope = new HashMap<>();
        events.sums()
                .forEach((cell, sums) -> byScope.computeIfAbsent(cell.scope(), scope -> new HashMap<>())
                        .put(cell, sums));
        Map<String, ProgramResult> programs = new TreeMap<>();
        byScope.forEach((scope, cells) -> {
            if (scope.startsWith(PROGRAM)) {
                String id = scope.substring(PROGRAM.length());
                ProgramEvaluation.of(id, events, cells, asOf, false)
                        .ifPresent(result -> programs.put(id, program.apply(result)));
            }
        });
        CompanyResult company =
                ofCompany.apply(CompanyEvaluation.of(byScope.getOrDefault(Cell.COMPANY, Map.of()), asOf));
        return new PublishedSample(programs, company, PortfolioEvaluation.of(programs.values(), company, asOf));
    }

    ProgramResult program(String id) {
        return Optional.ofNullable(programs.get(id)).orElseThrow();
    }

    Effect primaryEffect(String id) {
        return program(id).effects().stream()
                .filter(Effect::primary)
                .findFirst()
                .orElseThrow();
    }
}
