package io.cultivar.evaluation.program;

import io.cultivar.contract.result.Decision;
import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.Grade;
import io.cultivar.contract.result.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The fixed rule that turns an always-valid interval and its evidence into a word. Expand: the whole interval is on the good
 * side, with grade A or B. Stop or fix: it is wholly on the bad side, with grade C or better, so that a before-after comparison
 * never ends a program. Else, and where there is no such interval, not proven yet: results are looked at all the time, which
 * the fixed interval does not stand.
 */
public final class DecisionRule {

    private DecisionRule() {}

    /**
     * The word.
     *
     * @param alwaysValid the interval that holds however often one looks, positive being better; null where there is none
     */
    public static Decision of(@Nullable Interval alwaysValid, Evidence evidence) {
        if (alwaysValid == null) {
            return Decision.NOT_PROVEN_YET;
        }
        Grade grade = evidence.grade();
        if (alwaysValid.lower() > 0 && grade.compareTo(Grade.B) <= 0) {
            return Decision.EXPAND;
        }
        return alwaysValid.upper() < 0 && grade.compareTo(Grade.C) <= 0
                ? Decision.STOP_OR_FIX
                : Decision.NOT_PROVEN_YET;
    }
}
