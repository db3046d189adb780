package io.cultivar.evaluation.statistics;

import io.cultivar.contract.result.ComparisonGroup;
import java.util.Collection;
import java.util.Collections;

/** Who is compared with whom, from which period on: the conventions of Callaway and Sant'Anna (2021). */
public final class ComparisonRule {

    private ComparisonRule() {}

    /** The period that a change is counted from: the last one before the turn, or before t where the turn came later. */
    public static int base(int start, int period) {
        return Math.min(start, period) - 1;
    }

    /** Whether people with one start stand in the comparison group of a cohort in a period. */
    public static boolean compares(int other, int cohort, int period, ComparisonGroup group) {
        return group == ComparisonGroup.NEVER_TREATED
                ? other == StaggeredCohort.NEVER
                : other > period && other != cohort;
    }

    /**
     * Whether a cohort has effects of its own: its turn came within the panel, after the first period. Where everybody's
     * turn comes within the panel, the last cohort only serves as comparison: after its turn nobody is left to compare with,
     * and before it its effects would be those of the others again with the sign turned.
     */
    public static boolean hasEffects(
            int start, Collection<Integer> starts, int firstPeriod, int lastPeriod, ComparisonGroup group) {
        if (start <= firstPeriod || start > lastPeriod) {
            return false;
        }
        int last = Collections.max(starts);
        return group == ComparisonGroup.NEVER_TREATED || last > lastPeriod || start < last;
    }
}
