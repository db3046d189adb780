package io.cultivar.evaluation.program;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.LargeSample;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.RetentionDifference;
import io.cultivar.evaluation.statistics.KaplanMeier;
import io.cultivar.evaluation.statistics.MinimumDetectableEffect;
import io.cultivar.evaluation.statistics.Normal;
import io.cultivar.evaluation.statistics.Proportion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The share of the treated still employed some days after their index date minus that of the controls. */
final class StayDifference {

    private StayDifference() {}

    /**
     * S_T - S_C at the horizon (Kaplan-Meier) with its normal interval; the squares of the arms' Greenwood standard errors add
     * up. Empty where an arm was not watched for so long, or neither has any variance (nobody, or everybody, left). An arm
     * without any leaver counts as known without error, as Greenwood has it.
     */
    static Optional<LargeSample> of(ProgramSums sums, Instant asOf, int horizonDays) {
        return of(Stays.of(sums, Arm.TREATMENT, asOf), Stays.of(sums, Arm.CONTROL, asOf), horizonDays);
    }

    private static Optional<LargeSample> of(Stays treated, Stays controls, int horizonDays) {
        return at(treated, horizonDays)
                .flatMap(one -> at(controls, horizonDays)
                        .flatMap(two -> Normal.estimate(
                                one.survival() - two.survival(),
                                Math.hypot(one.standardError(), two.standardError()))));
    }

    private static Optional<KaplanMeier.Point> at(Stays stays, int horizonDays) {
        return KaplanMeier.of(stays.lifetimes(null)).at(horizonDays);
    }

    /**
     * The same as it is reported: Newcombe's interval of plain rates where everybody was followed for so long, else the
     * normal one, if any. Empty where an arm was not watched for so long.
     */
    static Optional<RetentionDifference> reported(Stays treated, Stays controls, int horizonDays) {
        if (isComplete(treated, horizonDays) && isComplete(controls, horizonDays)) {
            var one = new Proportion(treated.retained(horizonDays), treated.people());
            var two = new Proportion(controls.retained(horizonDays), controls.people());
            return Optional.of(
                    reported(horizonDays, one.minus(two), true, one.minimumDetectable(two), one.x() + two.x() > 0));
        }
        Optional<LargeSample> difference = of(treated, controls, horizonDays);
        return at(treated, horizonDays)
                .flatMap(one -> at(controls, horizonDays).map(two -> {
                    Bounded value = difference
                            .map(found -> new Bounded(found.value(), found.lower(), found.upper(), null))
                            .orElse(new Bounded(one.survival() - two.survival(), null, null, null));
                    Optional<Double> detectable = MinimumDetectableEffect.of(difference.orElse(null));
                    return reported(horizonDays, value, false, detectable, one.survival() + two.survival() > 0);
                }));
    }

    private static boolean isComplete(Stays stays, int horizonDays) {
        return stays.people() > 0 && stays.followed(horizonDays) == stays.people();
    }

    private static RetentionDifference reported(
            int horizonDays, Bounded difference, boolean complete, Optional<Double> detectable, boolean anybodyStayed) {
        List<Reason> reasons = List.of();
        if (detectable.isEmpty()) {
            reasons = List.of(anybodyStayed && difference.value() == 0 ? Reason.NOBODY_LEFT : Reason.NO_VARIANCE);
        } else if (reachesAcrossZero(difference) && Math.abs(difference.value()) < detectable.get()) {
            reasons = List.of(Reason.CANNOT_BE_PROVEN);
        }
        return new RetentionDifference(horizonDays, difference, complete, detectable.orElse(null), reasons);
    }

    private static boolean reachesAcrossZero(Bounded difference) {
        return difference.lower() != null
                && difference.upper() != null
                && difference.lower() <= 0
                && difference.upper() >= 0;
    }
}
