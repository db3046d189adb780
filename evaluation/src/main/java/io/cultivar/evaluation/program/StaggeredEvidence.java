package io.cultivar.evaluation.program;

import io.cultivar.contract.event.Design;
import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.FTest;
import io.cultivar.contract.result.Grade;
import io.cultivar.contract.result.Reason;
import io.cultivar.evaluation.statistics.StaggeredPanel.Aggregate;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How strong the evidence of a staggered roll-out is: A where turns were drawn by lot, else B; a failed guard or 10 to 29
 * people on a side make it C; with fewer, or without an effect, it only describes (E). The guards: nobody chose for
 * themselves; no pre-trend, which must have been tested where there was no lot; few people left out of the complete panel.
 */
final class StaggeredEvidence {

    private static final double SIGNIFICANT = 0.05;
    private static final long ENOUGH_PEOPLE = 30;
    private static final long FEWEST_PEOPLE = 10;

    /** The aggregates stand for everybody only where at most this share was not measured in every period. */
    private static final double MOST_LEFT_OUT = 0.20;

    private StaggeredEvidence() {}

    static Evidence of(
            List<Design> designs, @Nullable Aggregate simple, @Nullable FTest preTrend, long complete, long leftOut) {
        if (simple == null || simple.effect() == null) {
            return new Evidence(Grade.E, List.of(Reason.NO_COMPARISON));
        }
        boolean byLot = designs.equals(List.of(Design.RANDOMIZED));
        long people = Math.min(simple.treated(), simple.controls());
        TreeSet<Reason> failed = new TreeSet<>();
        if (designs.contains(Design.SELF_SELECTED)) {
            failed.add(Reason.SELF_SELECTED);
        }
        if (preTrend == null && !byLot) {
            failed.add(Reason.NO_PRE_TREND_TEST);
        }
        if (preTrend != null && preTrend.p() < SIGNIFICANT) {
            failed.add(Reason.PRE_TREND);
        }
        if (people < ENOUGH_PEOPLE) {
            failed.add(Reason.FEW_UNITS);
        }
        if (leftOut > MOST_LEFT_OUT * (complete + leftOut)) {
            failed.add(Reason.HIGH_ATTRITION);
        }
        TreeSet<Reason> reasons = new TreeSet<>(failed);
        if (!byLot) {
            reasons.add(Reason.NOT_RANDOMIZED);
        }
        return new Evidence(grade(people, failed.isEmpty(), byLot), List.copyOf(reasons));
    }

    private static Grade grade(long people, boolean guarded, boolean byLot) {
        if (people < FEWEST_PEOPLE) {
            return Grade.E;
        }
        if (!guarded) {
            return Grade.C;
        }
        return byLot ? Grade.A : Grade.B;
    }
}
