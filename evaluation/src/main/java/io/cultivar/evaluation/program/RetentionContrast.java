package io.cultivar.evaluation.program;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.LargeSample;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.RetentionComparison;
import io.cultivar.contract.result.RetentionDifference;
import io.cultivar.evaluation.statistics.KaplanMeier;
import io.cultivar.evaluation.statistics.KaplanMeier.RestrictedMean;
import io.cultivar.evaluation.statistics.Lifetimes;
import io.cultivar.evaluation.statistics.LogRank;
import io.cultivar.evaluation.statistics.SurvivalCurves;
import io.cultivar.evaluation.sums.Cohort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whether the treated stayed longer than the controls, whatever the reason to leave. */
final class RetentionContrast {

    private final Stays treated;
    private final Stays controls;
    private final Lifetimes treatedLifetimes;
    private final Lifetimes controlLifetimes;
    private final List<RetentionDifference> differences;

    private RetentionContrast(ProgramSums sums, Instant asOf) {
        treated = Stays.of(sums, Arm.TREATMENT, asOf);
        controls = Stays.of(sums, Arm.CONTROL, asOf);
        treatedLifetimes = treated.lifetimes(null);
        controlLifetimes = controls.lifetimes(null);
        differences = SurvivalCurves.HORIZONS_DAYS.stream()
                .map(horizon -> StayDifference.reported(treated, controls, horizon))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The comparison; null without assigned controls. */
    static @Nullable RetentionComparison of(ProgramSums sums, Instant asOf) {
        if (!sums.hasControls()) {
            return null;
        }
        Collection<Cohort> compared = new ArrayList<>(sums.treatmentArm());
        compared.addAll(ProgramSums.controlArm());
        return new RetentionContrast(sums, asOf).comparison(ParticipationEvaluation.designs(sums, compared));
    }

    private RetentionComparison comparison(List<Design> designs) {
        Evidence evidence = RetentionGrade.of(designs, treated.people(), controls.people());
        Design design = ParticipationEvaluation.weakest(designs);
        long smaller = Math.min(treated.people(), controls.people());
        if (smaller < 2) {
            Reason why = smaller == 0 ? Reason.NO_EMPLOYMENT_DATA : Reason.TOO_FEW_UNITS;
            return new RetentionComparison(
                    design, null, null, null, null, null, List.of(), evidence, List.of(why), null);
        }
        LogRank logRank = LogRank.of(treatedLifetimes, controlLifetimes);
        Optional<LargeSample> mean = meanDifference();
        return new RetentionComparison(
                design,
                logRank.test().orElse(null),
                logRank.variance() > 0 ? logRank.observedMinusExpected() : null,
                logRank.variance() > 0 ? logRank.variance() : null,
                logRank.hazardRatio().orElse(null),
                mean.orElse(null),
                differences,
                evidence,
                reasons(logRank, mean.isPresent()),
                null);
    }

    private Optional<RestrictedMean> mean(Lifetimes lifetimes) {
        return KaplanMeier.of(lifetimes).restrictedMean(SurvivalCurves.RESTRICTED_DAYS);
    }

    private Optional<LargeSample> meanDifference() {
        return mean(treatedLifetimes).flatMap(one -> mean(controlLifetimes).flatMap(one::minus));
    }

    private List<Reason> reasons(LogRank logRank, boolean hasMean) {
        var reasons = new TreeSet<Reason>();
        boolean nobodyLeft = treatedLifetimes.left() + controlLifetimes.left() == 0;
        if (logRank.hazardRatio().isEmpty()) {
            reasons.add(nobodyLeft ? Reason.NOBODY_LEFT : Reason.NO_VARIANCE);
        }
        if (differences.size() < SurvivalCurves.HORIZONS_DAYS.size()) {
            reasons.add(Reason.FOLLOW_UP_TOO_SHORT);
        } else if (!hasMean) {
            reasons.add(nobodyLeft ? Reason.NOBODY_LEFT : Reason.NO_VARIANCE);
        }
        return List.copyOf(reasons);
    }
}
