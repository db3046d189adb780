package io.cultivar.evaluation.program;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.Phase;
import io.cultivar.contract.result.AssessmentResult;
import io.cultivar.contract.result.Estimate;
import io.cultivar.contract.result.PhaseScores;
import io.cultivar.contract.result.Reason;
import io.cultivar.evaluation.statistics.Moments;
import io.cultivar.evaluation.statistics.PairedChange;
import io.cultivar.evaluation.statistics.PairedSums;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What people scored, by assessment and arm. */
final class AssessmentEvaluation {

    private AssessmentEvaluation() {}

    static List<AssessmentResult> of(ProgramSums sums) {
        List<String> assessments = sums.cells(Cell.Scores.class).stream()
                .map(Cell.Scores::assessment)
                .distinct()
                .sorted()
                .toList();
        List<AssessmentResult> results = new ArrayList<>();
        for (String assessment : assessments) {
            for (Arm arm : Arm.values()) {
                result(sums, assessment, arm).ifPresent(results::add);
            }
        }
        return results;
    }

    private static Optional<AssessmentResult> result(ProgramSums sums, String assessment, Arm arm) {
        List<PhaseScores> phases = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            Moments scores = sums.moments(
                    Cell.Scores.class,
                    cell -> cell.assessment().equals(assessment) && cell.phase() == phase && arm(cell.cohort()) == arm);
            if (scores.n() > 0) {
                phases.add(new PhaseScores(
                        phase,
                        scores.n(),
                        scores.mean().orElse(null),
                        scores.standardDeviation().orElse(null),
                        null,
                        null,
                        null,
                        null));
            }
        }
        if (phases.isEmpty()) {
            return Optional.empty();
        }
        PairedSums pairs =
                sums.pairs(Cell.Gain.class, cell -> cell.assessment().equals(assessment) && arm(cell.cohort()) == arm);
        Optional<Estimate> gain = PairedChange.of(pairs.change());
        return Optional.of(new AssessmentResult(
                assessment,
                null,
                arm,
                phases,
                pairs.n(),
                gain.orElse(null),
                null,
                null,
                null,
                null,
                reasons(pairs, gain.isPresent()),
                null));
    }

    /** Everyone but the assigned controls was there to learn. */
    private static Arm arm(Cohort cohort) {
        return cohort == Cohort.CONTROL ? Arm.CONTROL : Arm.TREATMENT;
    }

    private static List<Reason> reasons(PairedSums pairs, boolean estimated) {
        if (pairs.n() < 2) {
            return List.of(Reason.TOO_FEW_UNITS);
        }
        return estimated ? List.of() : List.of(Reason.NO_VARIANCE);
    }
}
