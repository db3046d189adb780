package io.cultivar.metricsapi.exposition;

import io.cultivar.contract.result.ProgramResult;
import io.cultivar.metricsapi.published.Seats;
import io.cultivar.metricsapi.published.Snapshot;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which programs have series of their own: those that cost most in the reporting currency, then by id; who has them
 * keeps them until others are clearly costlier ({@link Seats}). All are in REST.
 *
 * @param named with series of their own, by id
 * @param others added up under {@link #OTHER}, where adding up makes sense
 */
record ExposedPrograms(List<ProgramResult> named, List<ProgramResult> others) {

    /** The program label of all others together. */
    static final String OTHER = "_other";

    static ExposedPrograms of(Snapshot snapshot, String reportingCurrency) {
        List<String> ranked = snapshot.programs().stream()
                .filter(program -> !program.program().equals(OTHER))
                .sorted(Comparator.comparing((ProgramResult program) -> Seats.cost(program.costs(), reportingCurrency))
                        .reversed()
                        .thenComparing(ProgramResult::program))
                .map(ProgramResult::program)
                .toList();
        // By id: to compare two programs is to compare all their numbers.
        Set<String> ids = Seats.next(ranked, snapshot.earlier().seats().getOrDefault(reportingCurrency, Set.of()));
        Map<Boolean, List<ProgramResult>> parts = snapshot.programs().stream()
                .collect(Collectors.partitioningBy(program -> ids.contains(program.program())));
        return new ExposedPrograms(parts.getOrDefault(true, List.of()), parts.getOrDefault(false, List.of()));
    }
}
