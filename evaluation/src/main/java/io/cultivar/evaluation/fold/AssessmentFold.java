package io.cultivar.evaluation.fold;

import io.cultivar.contract.event.AssessmentScored;
import io.cultivar.contract.event.Phase;
import io.cultivar.evaluation.facts.Facts;
import io.cultivar.evaluation.facts.Facts.Dated;
import io.cultivar.evaluation.statistics.PairedSums;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import io.cultivar.evaluation.sums.Contribution;
import io.cultivar.evaluation.sums.Sums;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Folds one person's assessments in one program, by assessment and by skill: of each phase the newest attempt scores. */
final class AssessmentFold {

    private final String program;
    private final Cohort cohort;
    private final Contribution.Builder out;

    private AssessmentFold(String program, Cohort cohort, Contribution.Builder out) {
        this.program = program;
        this.cohort = cohort;
        this.out = out;
    }

    /** One assessment, or all of one skill. */
    private record Tested(
            @Nullable String assessment, @Nullable String skill) {}

    static void fold(String program, Cohort cohort, Facts facts, Contribution.Builder out) {
        Map<Tested, Map<Phase, List<AssessmentScored>>> attempts = new LinkedHashMap<>();
        for (Dated<AssessmentScored> fact : facts.ofType(AssessmentScored.class)) {
            AssessmentScored attempt = fact.data();
            if (attempt.program().equals(program)) {
                add(attempts, new Tested(attempt.assessment(), null), attempt);
                if (attempt.skill() != null) {
                    add(attempts, new Tested(null, attempt.skill()), attempt);
                }
            }
        }
        var fold = new AssessmentFold(program, cohort, out);
        attempts.forEach(fold::foldPhases);
    }

    private static void add(
            Map<Tested, Map<Phase, List<AssessmentScored>>> attempts, Tested tested, AssessmentScored attempt) {
        attempts.computeIfAbsent(tested, first -> new EnumMap<>(Phase.class))
                .computeIfAbsent(attempt.phase(), first -> new ArrayList<>())
                .add(attempt);
    }

    private void foldPhases(Tested tested, Map<Phase, List<AssessmentScored>> phases) {
        Map<Phase, BigDecimal> scores = new EnumMap<>(Phase.class);
        phases.forEach((phase, attempts) -> {
            // The facts come by time.
            AssessmentScored newest = attempts.get(attempts.size() - 1);
            BigDecimal score = newest.score().fraction();
            scores.put(phase, score);
            out.add(
                    new Cell.Scores(program, tested.assessment(), tested.skill(), cohort, phase),
                    Sums.of(
                            BigDecimal.ONE,
                            score,
                            score.multiply(score),
                            BigDecimal.valueOf(attempts.size()),
                            one(newest.passed() != null),
                            one(Boolean.TRUE.equals(newest.passed()))));
        });
        scores.forEach((from, x) -> scores.forEach((to, y) -> {
            if (from.compareTo(to) < 0) {
                out.add(
                        new Cell.ScoreChange(program, tested.assessment(), tested.skill(), cohort, from, to),
                        PairedSums.of(x, y));
            }
        }));
    }

    private static BigDecimal one(boolean is) {
        return is ? BigDecimal.ONE : BigDecimal.ZERO;
    }
}
