package io.cultivar.evaluation.program;

import io.cultivar.contract.event.Design;
import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.event.ProgramOutcome;
import io.cultivar.contract.result.ArmChange;
import io.cultivar.contract.result.Attrition;
import io.cultivar.contract.result.Balance;
import io.cultivar.contract.result.Comparison;
import io.cultivar.contract.result.Estimate;
import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.Grade;
import io.cultivar.contract.result.Reason;
import io.cultivar.evaluation.statistics.SampleRatio;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How strong the evidence of a comparison is (METHODS 5). A: drawn by lot, all guards pass. B: a control group that was not
 * drawn by lot, all guards pass. C: a guard failed or is missing, whatever the design, or an arm has 10 to 29 people. D: before
 * and after only, with a declared isolation estimate. E: nothing compared, fewer than 10 people in an arm, or not estimable.
 *
 * <p>The guards: low attrition; baseline within .25 standard deviations; the placebo before the program not flagged (p >= .05),
 * which must have been looked at, with at least 10 people in each arm, where there was no lot; the arms as large as the declared
 * allocation makes them (p >= .001) where there was one; nobody chose for themselves. So a self-selected control group is C at
 * best: that people chose is a known cause of a difference that no test of the past can rule out. A guard that does not flag is
 * no proof.
 */
final class EvidenceGrading {

    private static final long ENOUGH = 30;

    private static final long FEWEST = 10;

    private static final double IMBALANCE = 0.25;

    private static final double ADJUST = 0.05;

    private static final double PLACEBO_LEVEL = 0.05;

    private static final double SAMPLE_RATIO_LEVEL = 0.001;

    private final ProgramDefined program;
    private final List<Design> designs;
    private final boolean higherIsBetter;
    private final Comparison numbers;

    private EvidenceGrading(ProgramDefined program, List<Design> designs, boolean higherIsBetter, Comparison numbers) {
        this.program = program;
        this.designs = designs;
        this.higherIsBetter = higherIsBetter;
        this.numbers = numbers;
    }

    /**
     * The grade and its reasons.
     *
     * @param designs how people came into the arms, each once
     */
    static Evidence of(
            ProgramDefined program, String metric, List<Design> designs, boolean higherIsBetter, Comparison numbers) {
        var grading = new EvidenceGrading(program, designs, higherIsBetter, numbers);
        ArmChange control = numbers.control();
        return control == null ? grading.beforeAndAfter(metric) : grading.compared(control);
    }

    private Evidence compared(ArmChange control) {
        boolean randomized = designs.equals(List.of(Design.RANDOMIZED));
        Set<Reason> failed = failedGuards(control, randomized);
        Set<Reason> reasons = EnumSet.copyOf(failed);
        addIf(!randomized, Reason.NOT_RANDOMIZED, reasons);
        addIf(designs.size() > 1, Reason.MIXED_DESIGN, reasons);
        double imbalance = imbalance();
        addIf(Math.abs(imbalance) > ADJUST && Math.abs(imbalance) <= IMBALANCE, Reason.BASELINE_ADJUST, reasons);
        long people = Math.min(people(numbers.treatment().measured()), people(control.measured()));
        boolean estimable = numbers.differenceInDifferences() != null;
        BeforeAfterEvidence.addSize(people, estimable, reasons);
        return new Evidence(grade(people, estimable, failed.isEmpty(), randomized), List.copyOf(reasons));
    }

    private static Grade grade(long people, boolean estimable, boolean guarded, boolean randomized) {
        if (!estimable || people < FEWEST) {
            return Grade.E;
        }
        if (!guarded || people < ENOUGH) {
            return Grade.C;
        }
        return randomized ? Grade.A : Grade.B;
    }

    /** The guards that failed or are missing. */
    private Set<Reason> failedGuards(ArmChange control, boolean randomized) {
        Set<Reason> failed = EnumSet.noneOf(Reason.class);
        Attrition attrition = numbers.attrition();
        addIf(attrition == null || !attrition.low(), Reason.HIGH_ATTRITION, failed);
        addIf(designs.contains(Design.SELF_SELECTED), Reason.SELF_SELECTED, failed);
        addIf(randomized && isSplitOtherwise(control), Reason.SAMPLE_RATIO_MISMATCH, failed);
        double imbalance = imbalance();
        addIf(Math.abs(imbalance) > IMBALANCE || differWithoutSpread(control), Reason.BASELINE_IMBALANCE, failed);
        addIf((higherIsBetter ? imbalance : -imbalance) < -IMBALANCE, Reason.LOW_BASELINE, failed);
        addPreTrend(randomized, failed);
        return failed;
    }

    private void addPreTrend(boolean randomized, Set<Reason> failed) {
        Estimate placebo = numbers.placebo();
        boolean flagged = placebo != null && placebo.p() < PLACEBO_LEVEL;
        boolean tested = placebo != null && people(numbers.placeboMeasured()) >= FEWEST;
        addIf(flagged, Reason.PRE_TREND, failed);
        addIf(!randomized && !flagged && !tested, Reason.NO_PRE_TREND_TEST, failed);
    }

    private boolean isSplitOtherwise(ArmChange control) {
        BigDecimal allocation = program.allocation();
        return allocation != null
                && SampleRatio.p(
                                people(numbers.treatment().assigned()),
                                people(control.assigned()),
                                allocation.doubleValue())
                        < SAMPLE_RATIO_LEVEL;
    }

    /** The standardized difference before the program; 0 where it is not estimable. */
    private double imbalance() {
        Balance baseline = numbers.baseline();
        return baseline == null ? 0 : baseline.standardizedDifference();
    }

    /** Where nobody's before-value differs from another's of the arm, any difference between the arms is a large one. */
    private boolean differWithoutSpread(ArmChange control) {
        return numbers.baseline() == null
                && numbers.differenceInDifferences() != null
                && !Objects.equals(numbers.treatment().meanBefore(), control.meanBefore());
    }

    private Evidence beforeAndAfter(String metric) {
        boolean isolated =
                program.outcome(metric).map(ProgramOutcome::isolation).isPresent();
        ArmChange treatment = numbers.treatment();
        return BeforeAfterEvidence.of(designs, people(treatment.measured()), treatment.change() != null, isolated);
    }

    private static long people(@Nullable Long count) {
        return count == null ? 0 : count;
    }

    private static void addIf(boolean condition, Reason reason, Set<Reason> reasons) {
        if (condition) {
            reasons.add(reason);
        }
    }
}
