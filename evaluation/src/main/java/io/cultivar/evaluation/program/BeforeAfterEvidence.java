package io.cultivar.evaluation.program;

import io.cultivar.contract.event.Design;
import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.Grade;
import io.cultivar.contract.result.Reason;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How strong the evidence of the change of one arm is (METHODS 5), however people came into it: D with a declared isolation
 * estimate and 10 or more people, else E. That others were assigned to another arm makes a change no better evidence until
 * the two are compared.
 */
final class BeforeAfterEvidence {

    private static final long ENOUGH = 30;

    private static final long FEWEST = 10;

    private BeforeAfterEvidence() {}

    /**
     * The grade and its reasons.
     *
     * @param designs how people came into the arm
     * @param people those with a before- and an after-value
     * @param estimable whether their change has a standard error
     * @param isolated whether somebody declared which part of the change the program caused
     */
    static Evidence of(List<Design> designs, long people, boolean estimable, boolean isolated) {
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        if (people > 0) {
            reasons.add(Reason.BEFORE_AFTER_ONLY);
        }
        if (isolated) {
            reasons.add(Reason.ISOLATION_ESTIMATE);
        }
        if (!isolated || people == 0) {
            reasons.add(Reason.NO_COMPARISON);
        }
        if (designs.contains(Design.SELF_SELECTED)) {
            reasons.add(Reason.SELF_SELECTED);
        }
        addSize(people, estimable, reasons);
        Grade grade = isolated && estimable && people >= FEWEST ? Grade.D : Grade.E;
        return new Evidence(grade, List.copyOf(reasons));
    }

    /** What is said of few people, and of values that do not vary. */
    static void addSize(long people, boolean estimable, Set<Reason> reasons) {
        if (people < 2) {
            reasons.add(Reason.TOO_FEW_UNITS);
        } else if (people < ENOUGH) {
            reasons.add(Reason.FEW_UNITS);
        }
        if (people >= 2 && !estimable) {
            reasons.add(Reason.NO_VARIANCE);
        }
    }
}
