package io.cultivar.evaluation.disclosure;

import static io.cultivar.evaluation.program.Figures.METRIC;
import static io.cultivar.evaluation.sums.Cohort.CONTROL;
import static io.cultivar.evaluation.sums.Cohort.TREATMENT;

import io.cultivar.contract.event.CostCategory;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.event.Phase;
import io.cultivar.contract.event.Respondent;
import io.cultivar.evaluation.program.Figures;
import io.cultivar.evaluation.program.Known;
import io.cultivar.evaluation.sums.Cohort;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A program with so many people in every cell of its result. */
final class EveryCell {

    static final Known KNOWN = Known.of("40", Known.worth(METRIC, "10", "EUR"));

    private EveryCell() {}

    static String ramp(int n) {
        return IntStream.range(0, n).mapToObj(i -> "0." + (10 + i * i % 71)).collect(Collectors.joining(" "));
    }

    static String steady(int n) {
        return IntStream.range(0, n).mapToObj(i -> "0.1").collect(Collectors.joining(" "));
    }

    /** So many people in every cell, and nobody missing. */
    static Figures everywhere(int treated, int controls) {
        Figures figures = new Figures()
                .attendance(treated, treated, treated, treated, treated, treated, treated * 3_600L)
                .certification(treated, treated)
                .leadTime(treated, treated * 7L)
                .responses(
                        Respondent.LEARNER,
                        treated,
                        treated,
                        treated * 4L,
                        treated,
                        treated * 9L,
                        treated,
                        0,
                        treated,
                        treated,
                        treated,
                        treated,
                        treated,
                        treated,
                        treated)
                .theme(Respondent.LEARNER, "pace", treated, treated)
                .quote(Respondent.LEARNER, "Worth it.")
                .cost(CostCategory.DESIGN, "EUR", "100");
        addArm(figures, TREATMENT, treated);
        addArm(figures, CONTROL, controls);
        return figures;
    }

    static void addArm(Figures figures, Cohort cohort, int n) {
        figures.members(cohort, Design.RANDOMIZED, n, 0)
                .changes(METRIC, cohort, steady(n), ramp(n))
                .placebo(METRIC, cohort, steady(n), ramp(n))
                .money(cohort, ramp(n))
                .scores("quiz", cohort, Phase.PRE, steady(n))
                .scores("quiz", cohort, Phase.POST, ramp(n))
                .gains("quiz", cohort, steady(n), ramp(n))
                .trend(METRIC, cohort, "2026-01", ramp(n))
                .stay(cohort, 0, null, n);
    }
}
