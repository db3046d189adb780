package io.cultivar.evaluation.program;

import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.result.TreatmentStart;
import io.cultivar.evaluation.fold.Periods;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** When treatment began, by period of the program, for the people of its treatment arm. */
final class TreatmentStarts {

    /** "Most" are so many of ten. */
    private static final long MOST_OF_TEN = 9;

    private TreatmentStarts() {}

    /** The periods, by time; none for a program that nobody defined, because it has no periods. */
    static List<TreatmentStart> of(@Nullable ProgramDefined definition, ProgramSums sums) {
        if (definition == null) {
            return List.of();
        }
        Periods periods = Periods.of(definition.period());
        Collection<Cohort> treated = sums.treatmentArm();
        NavigableMap<Integer, Long> people = new TreeMap<>();
        sums.forEach(Cell.Starts.class, (cell, count) -> {
            Integer start = cell.start();
            if (start != null && treated.contains(cell.cohort())) {
                people.merge(start, count.count(0), Long::sum);
            }
        });
        long all = people.values().stream().mapToLong(Long::longValue).sum();
        return people.entrySet().stream()
                .map(start -> new TreatmentStart(
                        periods.firstDay(start.getKey()),
                        start.getValue() * 10 >= all * MOST_OF_TEN,
                        start.getValue(),
                        null))
                .toList();
    }
}
