package io.cultivar.evaluation.program;

import io.cultivar.contract.event.Design;
import io.cultivar.contract.result.ChiSquareTest;
import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.Grade;
import io.cultivar.contract.result.Reason;
import io.cultivar.evaluation.statistics.StaggeredPanel.Aggregate;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How strong the evidence of a staggered roll-out is: A where turns were drawn by lot, else B; a failed or missing guard or
 * fewer than 30 people on a side make it C; without an effect it only describes (E).
 */
final class StaggeredEvidence {

    private static final double SIGNIFICANT = 0.05;
    private static final long ENOUGH_PEOPLE = 30;

    /** The aggregates stand for everybody only where at most this share was not measured in every period. */
    private static final double MOST_LEFT_OUT = 0.20;

    private StaggeredEvidence() {}

    static Evidence of(
            List<Design> designs,
            @Nullable Aggregate simple,
            @Nullable ChiSquareTest preTrend,
            long complete,
            long people) {
        if (simple == null || simple.effect() == null) {
            return new Evidence(Grade.E, List.of(Reason.NO_COMPARISON));
        }
        TreeSet<Reason> failed = new TreeSet<>();
        if (designs.contains(Design.SELF_SELECTED)) {
            failed.add(Reason.SELF_SELECTED);
        }
        if (preTrend == null) {
            failed.add(Reason.NO_PRE_TREND_TEST);
        } else if (preTrend.p() < SIGNIFICANT) {
            failed.add(Reason.PRE_TREND);
        }
        if (Math.min(simple.treated(), simple.controls()) < ENOUGH_PEOPLE) {
            failed.add(Reason.FEW_UNITS);
        }
        if (people - complete > MOST_LEFT_OUT * people) {
            failed.add(Reason.HIGH_ATTRITION);
        }
        boolean byLot = designs.equals(List.of(Design.RANDOMIZED));
        Grade best = byLot ? Grade.A : Grade.B;
        TreeSet<Reason> reasons = new TreeSet<>(failed);
        if (!byLot) {
            reasons.add(Reason.NOT_RANDOMIZED);
        }
        return new Evidence(failed.isEmpty() ? best : Grade.C, List.copyOf(reasons));
    }
}
