package io.cultivar.evaluation.program;

import io.cultivar.contract.event.Better;
import io.cultivar.contract.event.MetricDefined;
import io.cultivar.contract.result.AlwaysValid;
import io.cultivar.contract.result.Comparison;
import io.cultivar.contract.result.Estimate;
import io.cultivar.evaluation.statistics.AlwaysValidInterval;
import io.cultivar.evaluation.statistics.Ancova;
import io.cultivar.evaluation.statistics.CompleterEffect;
import io.cultivar.evaluation.statistics.LinAdjustment;
import io.cultivar.evaluation.statistics.MinimumDetectableEffect;
import io.cultivar.evaluation.statistics.Moments;
import io.cultivar.evaluation.statistics.PairedSums;
import io.cultivar.evaluation.statistics.RelativeEffect;
import io.cultivar.evaluation.statistics.StandardizedDifference;
import io.cultivar.evaluation.statistics.UnchangedMissing;
import io.cultivar.evaluation.statistics.WelchDifference;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Every number of the comparison of two arms on one metric. */
final class ComparisonEvaluation {

    private final ArmSums treatment;
    private final ArmSums control;
    private final Moments treated;
    private final Moments controls;

    private ComparisonEvaluation(ArmSums treatment, ArmSums control) {
        this.treatment = treatment;
        this.control = control;
        this.treated = treatment.pairs().change();
        this.controls = control.pairs().change();
    }

    /**
     * The comparison.
     *
     * @param control the control arm, with nobody in it where there is none
     * @param hasControls whether anybody was assigned to it
     * @param metric what the metric means; null where nobody defined it
     * @param plannedHeadcount for how many people the program is planned; null where it does not say
     */
    static Comparison of(
            ArmSums treatment,
            ArmSums control,
            boolean hasControls,
            @Nullable MetricDefined metric,
            @Nullable Integer plannedHeadcount) {
        return new ComparisonEvaluation(treatment, control).compare(hasControls, metric, plannedHeadcount);
    }

    /** Whether more of a metric is better; taken to be so where nobody defined it. */
    static boolean isHigherBetter(@Nullable MetricDefined metric) {
        return metric == null || metric.better() == Better.HIGHER;
    }

    private Comparison compare(
            boolean hasControls, @Nullable MetricDefined metric, @Nullable Integer plannedHeadcount) {
        Optional<Estimate> difference = difference(plannedHeadcount);
        AlwaysValid alwaysValid = difference.map(Estimate::alwaysValid).orElse(null);
        PairedSums t = treatment.pairs();
        PairedSums c = control.pairs();
        Double withoutProgram = RelativeEffect.counterfactualMean(t, c).orElse(null);
        boolean capped = metric != null && metric.cap() != null;
        Optional<Estimate> placebo = WelchDifference.of(
                treatment.placebo().change(), control.placebo().change());
        return new Comparison(
                treatment.change(),
                hasControls ? control.change() : null,
                difference.orElse(null),
                RelativeEffect.of(t, c, isHigherBetter(metric), alwaysValid).orElse(null),
                difference
                        .map(found -> MinimumDetectableEffect.of(found, withoutProgram))
                        .orElse(null),
                capped ? uncapped().orElse(null) : null,
                capped ? fewestCapped() : null,
                UnchangedMissing.of(treated, treatment.missing(), controls, control.missing())
                        .orElse(null),
                completers().orElse(null),
                WelchDifference.of(t.y(), c.y()).orElse(null),
                LinAdjustment.of(t, c).orElse(null),
                Ancova.of(t, c).orElse(null),
                StandardizedDifference.hedgesG(t.y(), c.y()).orElse(null),
                StandardizedDifference.hedgesG(treated, controls).orElse(null),
                StandardizedDifference.balance(t.x(), c.x()).orElse(null),
                placebo.orElse(null),
                hasControls ? AttritionEvaluation.of(treatment, control).orElse(null) : null,
                treatment.changes().completed(),
                placebo.map(tested -> Math.min(
                                treatment.placebo().n(), control.placebo().n()))
                        .orElse(null));
    }

    private Optional<Estimate> difference(@Nullable Integer plannedHeadcount) {
        return WelchDifference.of(treated, controls)
                .map(found -> found.with(AlwaysValidInterval.of(
                                found,
                                treatment.changes().change(),
                                control.changes().change(),
                                plannedHeadcount)
                        .orElse(null)));
    }

    private Optional<Estimate> uncapped() {
        return WelchDifference.of(
                treatment.uncapped().change(), control.uncapped().change());
    }

    /** In the arm that has fewer people whose values the cap changes, arms that have none aside. */
    private long fewestCapped() {
        return LongStream.of(treatment.capped(), control.capped())
                .filter(people -> people > 0)
                .min()
                .orElse(0);
    }

    private Optional<Estimate> completers() {
        return CompleterEffect.of(
                treated, treatment.changes().completed(), treatment.changes().sumOfCompletedChanges(), controls);
    }
}
