package io.cultivar.evaluation.fold;

import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Contribution;
import io.cultivar.evaluation.sums.Sums;
import java.util.NavigableSet;

/** Folds in which pairs of programs one person is compared: there, one gain may be claimed twice. */
final class OverlapFold {

    private OverlapFold() {}

    static void fold(NavigableSet<String> programs, Contribution.Builder out) {
        for (String one : programs) {
            for (String other : programs.tailSet(one, false)) {
                out.add(new Cell.SharedPeople(one, other), Sums.ofCounts(1));
            }
        }
    }
}
