package io.cultivar.metricsapi.exposition;

import io.cultivar.contract.result.Costs;
import io.cultivar.contract.result.ProgramResult;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which programs have series of their own: those that cost most in the reporting currency, then by id. All are in REST.
 *
 * @param named with series of their own, by id
 * @param others added up under {@link #OTHER}, where adding up makes sense
 */
record ExposedPrograms(List<ProgramResult> named, List<ProgramResult> others) {

    static final int MAX_PROGRAMS = 50;

    /** The program label of all others together. */
    static final String OTHER = "_other";

    static ExposedPrograms of(List<ProgramResult> programs, String reportingCurrency) {
        List<ProgramResult> named = programs.stream()
                .filter(program -> !program.program().equals(OTHER))
                .sorted(Comparator.comparing((ProgramResult program) -> cost(program.costs(), reportingCurrency))
                        .reversed()
                        .thenComparing(ProgramResult::program))
                .limit(MAX_PROGRAMS)
                .sorted(Comparator.comparing(ProgramResult::program))
                .toList();
        // By id: to compare two programs is to compare all their numbers.
        Set<String> ids = named.stream().map(ProgramResult::program).collect(Collectors.toSet());
        List<ProgramResult> others = programs.stream()
                .filter(program -> !ids.contains(program.program()))
                .toList();
        return new ExposedPrograms(named, others);
    }

    private static BigDecimal cost(Costs costs, String reportingCurrency) {
        return costs.total() != null && reportingCurrency.equals(costs.currency()) ? costs.total() : BigDecimal.ZERO;
    }
}
