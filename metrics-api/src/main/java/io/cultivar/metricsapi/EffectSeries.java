package io.cultivar.metricsapi;

import static java.util.Objects.requireNonNull;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.Better;
import io.cultivar.contract.result.ArmChange;
import io.cultivar.contract.result.AssessmentResult;
import io.cultivar.contract.result.Effect;
import io.cultivar.contract.result.Estimate;
import io.cultivar.contract.result.PhaseScores;
import io.cultivar.contract.result.ProgramResult;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** What people learnt, and what it did to the outcomes. */
final class EffectSeries {

    /** Outcomes of one program that have series; the primary one first, then in published order. */
    static final int MAX_OUTCOMES = 12;

    /** Assessments of one program that have series. */
    static final int MAX_ASSESSMENTS = 4;

    private static final String FIXED = "fixed";

    private EffectSeries() {}

    static void addTo(Series series, ProgramResult program) {
        program.assessments().stream()
                .filter(result -> result.arm() == Arm.TREATMENT && result.assessment() != null)
                .limit(MAX_ASSESSMENTS)
                .forEach(assessment -> addAssessment(series, program.program(), assessment));
        program.effects().stream()
                .sorted(Comparator.comparing(Effect::primary).reversed())
                .limit(MAX_OUTCOMES)
                .filter(effect -> effect.withheld() == null)
                .forEach(effect -> addEffect(series, program.program(), effect));
    }

    private static void addAssessment(Series series, String program, AssessmentResult result) {
        String assessment = requireNonNull(result.assessment());
        for (PhaseScores scores : result.phases()) {
            if (scores.withheld() == null) {
                String phase = scores.phase().id();
                series.add(TrainingMeters.ASSESSED, scores.assessed(), program, assessment, phase);
                series.add(TrainingMeters.SCORE, scores.mean(), program, assessment, phase);
                series.add(TrainingMeters.SCORE_STDDEV, scores.standardDeviation(), program, assessment, phase);
            }
        }
        Estimate gain = result.gain();
        if (gain != null && result.withheld() == null) {
            series.add(TrainingMeters.GAIN, gain.value(), program, assessment);
            series.add(TrainingMeters.GAIN_LOWER, gain.lower(), program, assessment);
            series.add(TrainingMeters.GAIN_UPPER, gain.upper(), program, assessment);
        }
    }

    private static void addEffect(Series series, String program, Effect effect) {
        String outcome = effect.metric();
        String design = effect.design() == null
                ? FrameSeries.NO_DESIGN
                : effect.design().id();
        Better better = effect.definition() == null
                ? Better.HIGHER
                : effect.definition().better();
        series.addInfo(TrainingMeters.EFFECT_INFO, program, outcome, design, better.id());
        series.add(TrainingMeters.EFFECT_PROVISIONAL, effect.provisional() ? 1 : 0, program, outcome);
        Estimate estimate = effect.differenceInDifferences();
        if (estimate != null) {
            series.add(TrainingMeters.EFFECT_VALUE, estimate.value(), program, outcome);
            series.add(TrainingMeters.EFFECT_LOWER, estimate.lower(), program, outcome, FIXED);
            series.add(TrainingMeters.EFFECT_UPPER, estimate.upper(), program, outcome, FIXED);
        }
        addEmployees(series, program, outcome, Arm.TREATMENT, effect.treatment());
        addEmployees(series, program, outcome, Arm.CONTROL, effect.control());
    }

    private static void addEmployees(
            Series series, String program, String outcome, Arm arm, @Nullable ArmChange change) {
        series.add(
                TrainingMeters.EFFECT_EMPLOYEES, change == null ? null : change.measured(), program, outcome, arm.id());
    }
}
