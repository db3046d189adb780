package io.cultivar.metricsapi.explained;

import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Decision;
import io.cultivar.contract.result.Interval;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.Returns;
import java.util.List;

/** What is known about a program's return, in plain words: the decision rules, never the estimate alone. */
public final class ProgramState {

    private ProgramState() {}

    /** What is known about the return of this program, as published. */
    public static String of(ProgramResult program) {
        return of(program, program.returns());
    }

    /** The same with other returns than the program's own. */
    public static String of(ProgramResult program, Returns returns) {
        if (program.definition() == null) {
            return "Not defined yet. " + Reason.NOT_DEFINED.explanation();
        }
        if (returns.withheld() != null) {
            return "Withheld: too few people stand behind it to be shown.";
        }
        Bounded roi = returns.roi();
        if (roi == null) {
            List<Reason> reasons = ProgramFacts.moneyReasons(program, returns);
            return reasons.isEmpty() ? "Not estimable yet." : "Not estimable. " + Plain.sentences(reasons);
        }
        String provisional = returns.provisional() ? " Provisional: some after-windows are still open." : "";
        return (judge(returns.decision(), roi)
                        + provisional
                        + ' '
                        + Plain.sentences(ProgramFacts.caveats(program, returns)))
                .strip();
    }

    /** Whether there is a return to judge, and it is not proven yet. */
    public static boolean isUnproven(ProgramResult program) {
        Returns returns = program.returns();
        return program.definition() != null
                && returns.withheld() == null
                && returns.roi() != null
                && returns.decision() == Decision.NOT_PROVEN_YET;
    }

    private static String judge(Decision decision, Bounded roi) {
        return switch (decision) {
            case EXPAND -> "Returns more than it costs: the whole interval is above zero.";
            case STOP_OR_FIX -> "Returns less than it costs: the whole interval is below zero.";
            case NOT_PROVEN_YET -> "Not proven yet: " + doubt(roi);
        };
    }

    private static String doubt(Bounded roi) {
        Interval shown = roi.shown();
        boolean either = shown != null && Doubt.containsZero(shown);
        return Doubt.of(roi) + (either ? ", so it may return more or less than it costs." : ".");
    }
}
