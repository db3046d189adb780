package io.cultivar.metricsapi.exposition;

import static java.util.Objects.requireNonNull;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.result.AssessmentResult;
import io.cultivar.contract.result.PhaseScores;
import io.cultivar.contract.result.ProgramResult;

/** What people learnt. */
final class AssessmentSeries {

    /** Assessments of one program that have series; those of all assessments of a skill are in REST. */
    static final int MAX_ASSESSMENTS = 4;

    private AssessmentSeries() {}

    static void addTo(Series series, ProgramResult program) {
        program.assessments().stream()
                .filter(result -> result.arm() == Arm.TREATMENT && result.assessment() != null)
                .limit(MAX_ASSESSMENTS)
                .forEach(result -> add(series, program.program(), requireNonNull(result.assessment()), result));
    }

    private static void add(Series series, String program, String assessment, AssessmentResult result) {
        for (PhaseScores scores : result.phases()) {
            if (scores.withheld() == null) {
                String phase = scores.phase().id();
                series.add(TrainingMeters.ASSESSED, scores.assessed(), program, assessment, phase);
                series.add(TrainingMeters.SCORE, scores.mean(), program, assessment, phase);
                series.add(TrainingMeters.SCORE_STDDEV, scores.standardDeviation(), program, assessment, phase);
            }
        }
        if (result.withheld() == null) {
            series.add(TrainingMeters.GAIN, Figure.of(result.gain()), program, assessment);
            series.add(TrainingMeters.EFFECT_SIZE, Figure.of(result.hedgesG()), program, assessment);
            series.add(TrainingMeters.FOLLOWED_UP, result.followedUp(), program, assessment);
            series.add(TrainingMeters.DECAY, Figure.of(result.decay()), program, assessment);
            series.add(TrainingMeters.LASTING, Figure.of(result.lasting()), program, assessment);
        }
    }
}
