package io.cultivar.metricsapi;

import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Interval;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.Returns;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a program's return, in plain words: the sign of the interval decides, never the estimate alone.
 */
final class ProgramState {

    private ProgramState() {}

    static String of(ProgramResult program) {
        if (program.definition() == null) {
            return "Not defined yet. " + Reason.NOT_DEFINED.explanation();
        }
        Returns returns = program.returns();
        if (returns.withheld() != null) {
            return "Withheld: too few people stand behind it to be shown.";
        }
        Bounded roi = returns.roi();
        if (roi == null) {
            List<Reason> reasons = ProgramFacts.moneyReasons(program);
            return reasons.isEmpty() ? "Not estimable yet." : "Not estimable. " + explanations(reasons);
        }
        String provisional = returns.provisional() ? " Provisional: some after-windows are still open." : "";
        return (judge(roi.shown()) + provisional + ' ' + explanations(ProgramFacts.caveats(program))).strip();
    }

    /** Whether there is a return to judge, and its shown interval contains zero, be it as an end, or has no ends. */
    static boolean isUnproven(ProgramResult program) {
        Returns returns = program.returns();
        Bounded roi = returns.roi();
        if (program.definition() == null || returns.withheld() != null || roi == null) {
            return false;
        }
        Interval shown = roi.shown();
        return shown == null || (shown.lower() <= 0 && shown.upper() >= 0);
    }

    private static String judge(@Nullable Interval shown) {
        if (shown == null) {
            return "Not proven yet: there is no interval.";
        }
        if (shown.lower() > 0) {
            return "Returns more than it costs: the whole interval is above zero.";
        }
        if (shown.upper() < 0) {
            return "Returns less than it costs: the whole interval is below zero.";
        }
        return "Not proven yet: the interval contains zero, so it may return more or less than it costs.";
    }

    private static String explanations(List<Reason> reasons) {
        return String.join(" ", reasons.stream().map(Reason::explanation).toList());
    }
}
