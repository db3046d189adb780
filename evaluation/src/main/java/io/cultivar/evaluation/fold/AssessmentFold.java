package io.cultivar.evaluation.fold;

import io.cultivar.contract.event.AssessmentScored;
import io.cultivar.contract.event.Phase;
import io.cultivar.evaluation.facts.Facts;
import io.cultivar.evaluation.facts.Facts.Dated;
import io.cultivar.evaluation.statistics.Moments;
import io.cultivar.evaluation.statistics.PairedSums;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import io.cultivar.evaluation.sums.Contribution;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Folds one person's assessments in one program: of each phase the newest attempt counts. */
final class AssessmentFold {

    private AssessmentFold() {}

    static void fold(String program, Cohort cohort, Facts facts, Contribution.Builder out) {
        Map<String, Map<Phase, BigDecimal>> newest = new TreeMap<>();
        // The facts come by time, so that a later attempt replaces an earlier one.
        for (Dated<AssessmentScored> attempt : facts.ofType(AssessmentScored.class)) {
            AssessmentScored scored = attempt.data();
            if (scored.program().equals(program)) {
                newest.computeIfAbsent(scored.assessment(), assessment -> new EnumMap<>(Phase.class))
                        .put(scored.phase(), scored.score().fraction());
            }
        }
        newest.forEach((assessment, scores) -> {
            scores.forEach(
                    (phase, score) -> out.add(new Cell.Scores(program, assessment, cohort, phase), Moments.of(score)));
            BigDecimal pre = scores.get(Phase.PRE);
            BigDecimal post = scores.get(Phase.POST);
            if (pre != null && post != null) {
                out.add(new Cell.Gain(program, assessment, cohort), PairedSums.of(pre, post));
            }
        });
    }
}
