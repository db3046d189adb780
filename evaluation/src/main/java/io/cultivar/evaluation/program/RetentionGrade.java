package io.cultivar.evaluation.program;

import io.cultivar.contract.event.Design;
import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.Grade;
import io.cultivar.contract.result.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How strong a comparison of two arms' retention is. A: everybody was assigned by lot, 30 people or more per arm. B: 30 or more
 * and another design. C: 10 to 29, or somebody chose for themselves. Else E.
 */
final class RetentionGrade {

    private static final long ENOUGH = 30;
    private static final long FEW = 10;

    private RetentionGrade() {}

    /**
     * The grade.
     *
     * @param designs how people came into the arms
     * @param treated people of the treatment arm who were employed on their index date
     * @param controls those of the control arm
     */
    static Evidence of(List<Design> designs, long treated, long controls) {
        long smaller = Math.min(treated, controls);
        List<Reason> reasons = new ArrayList<>();
        Grade grade = Grade.A;
        if (!designs.equals(List.of(Design.RANDOMIZED))) {
            grade = designs.contains(Design.SELF_SELECTED) ? Grade.C : Grade.B;
            reasons.add(designs.contains(Design.SELF_SELECTED) ? Reason.SELF_SELECTED : Reason.NOT_RANDOMIZED);
        }
        if (designs.size() > 1) {
            reasons.add(Reason.MIXED_DESIGN);
        }
        if (smaller == 0) {
            reasons.add(Reason.NO_EMPLOYMENT_DATA);
        } else if (smaller < ENOUGH) {
            reasons.add(smaller < 2 ? Reason.TOO_FEW_UNITS : Reason.FEW_UNITS);
        }
        if (smaller < ENOUGH) {
            Grade most = smaller < FEW ? Grade.E : Grade.C;
            grade = grade.compareTo(most) >= 0 ? grade : most;
        }
        Collections.sort(reasons);
        return new Evidence(grade, reasons);
    }
}
