package io.cultivar.evaluation.program;

import io.cultivar.evaluation.statistics.Moments;
import io.cultivar.evaluation.statistics.PairedSums;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import io.cultivar.evaluation.sums.Sums;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** All sums of one program, and which cohorts make up its arms. */
final class ProgramSums {

    private final Map<Class<? extends Cell>, Map<Cell, Sums>> byKind = new HashMap<>();
    private final boolean hasControls;

    ProgramSums(Map<Cell, Sums> cells) {
        cells.forEach((cell, sums) ->
                byKind.computeIfAbsent(cell.getClass(), kind -> new HashMap<>()).put(cell, sums));
        hasControls = count(Cell.Members.class, 0, members -> members.cohort() == Cohort.CONTROL) > 0;
    }

    private Map<Cell, Sums> kept(Class<? extends Cell> kind) {
        return byKind.getOrDefault(kind, Map.of());
    }

    /** The cells of one kind. */
    <C extends Cell> List<C> cells(Class<C> kind) {
        return kept(kind).keySet().stream().map(kind::cast).toList();
    }

    /** Every cell of one kind with its sums, in no order. */
    <C extends Cell> void forEach(Class<C> kind, BiConsumer<C, Sums> action) {
        kept(kind).forEach((cell, sums) -> action.accept(kind.cast(cell), sums));
    }

    /** The sums of all cells of a kind that fit, added up; empty where none does. */
    <C extends Cell> Optional<Sums> total(Class<C> kind, Predicate<C> fits) {
        return kept(kind).entrySet().stream()
                .filter(entry -> fits.test(kind.cast(entry.getKey())))
                .map(Map.Entry::getValue)
                .reduce(Sums::plus);
    }

    <C extends Cell> PairedSums pairs(Class<C> kind, Predicate<C> fits) {
        return total(kind, fits).map(PairedSums::ofSums).orElse(PairedSums.NONE);
    }

    <C extends Cell> Moments moments(Class<C> kind, Predicate<C> fits) {
        return total(kind, fits).map(Moments::ofSums).orElse(Moments.NONE);
    }

    /** A count: the sum in one place over all cells of a kind that fit. */
    <C extends Cell> long count(Class<C> kind, int place, Predicate<C> fits) {
        return total(kind, fits).map(sums -> sums.count(place)).orElse(0L);
    }

    /** Whether anybody was assigned to a control arm. */
    boolean hasControls() {
        return hasControls;
    }

    /** The cohorts of the treatment arm: without assigned controls those who only enrolled belong to it. */
    Collection<Cohort> treatmentArm() {
        return hasControls() ? Set.of(Cohort.TREATMENT) : Set.of(Cohort.TREATMENT, Cohort.ENROLLED);
    }

    /** The cohorts of the control arm. */
    static Collection<Cohort> controlArm() {
        return Set.of(Cohort.CONTROL);
    }
}
