package io.cultivar.evaluation.program;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.result.AssessmentResult;
import io.cultivar.contract.result.Standardized;
import io.cultivar.contract.result.UtilityModel;
import io.cultivar.evaluation.money.Utility;
import io.cultivar.evaluation.sums.Cell;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What learning is worth by the model of Brogden, Cronbach and Gleser: N people who completed, T the benefit horizon, d the
 * paired standardized gain of the treated in the assessment that most of them took twice, SD_y 40 % of their mean salary, C
 * the fully loaded cost. Kept apart from all figures.
 */
final class UtilityEvaluation {

    private static final double MONTHS_PER_YEAR = 12;

    private UtilityEvaluation() {}

    /** The model; empty without completers, a gain, salaries, or a cost in this currency. */
    static Optional<UtilityModel> of(
            ProgramSums sums, Findings findings, MeanSalary salary, String currency, double horizonMonths) {
        long completers = sums.count(Cell.Attendance.class, 1, cell -> true);
        var cost = findings.costs().total();
        if (completers == 0
                || salary.value() == null
                || cost == null
                || !Objects.equals(findings.costs().currency(), currency)) {
            return Optional.empty();
        }
        double years = horizonMonths / MONTHS_PER_YEAR;
        double pay = Utility.PAY_SHARE * salary.value();
        return gain(findings.assessments())
                .flatMap(assessment -> Optional.ofNullable(assessment.hedgesG())
                        .map(Standardized::value)
                        .map(d -> new UtilityModel(
                                completers,
                                people(assessment),
                                salary.people(),
                                years,
                                d,
                                pay,
                                Utility.of(years, completers, d, pay, cost.doubleValue()),
                                null)));
    }

    private static Optional<AssessmentResult> gain(List<AssessmentResult> assessments) {
        return assessments.stream()
                .filter(result -> result.assessment() != null && result.arm() == Arm.TREATMENT)
                .filter(result -> result.hedgesG() != null)
                // The first by name among equals: they come in that order.
                .sorted(Comparator.comparing(UtilityEvaluation::people).reversed())
                .findFirst();
    }

    private static long people(AssessmentResult assessment) {
        return Objects.requireNonNullElse(assessment.paired(), 0L);
    }
}
