package io.cultivar.local;

import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Effect;
import io.cultivar.contract.result.Estimate;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.Returns;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was published, as a table for a terminal: one line a program, with intervals, and reasons where there is none. */
final class Findings {

    private static final String ROW = "%-24s %-36s %-26s %s%n";

    private Findings() {}

    static String of(List<ProgramResult> programs) {
        var text = new StringBuilder(String.format(
                Locale.ROOT, ROW, "program", "effect on primary outcome", "return on investment", "reading"));
        for (ProgramResult program : programs) {
            text.append(String.format(
                    Locale.ROOT,
                    ROW,
                    program.program(),
                    effect(program),
                    roi(program.returns()),
                    reading(program.returns())));
        }
        return text.append("[ ] 95 % interval; positive effects are better only where the metric says higher is better")
                .toString();
    }

    private static String effect(ProgramResult program) {
        Optional<Effect> primary =
                program.effects().stream().filter(Effect::primary).findFirst();
        if (primary.isEmpty()) {
            return "-";
        }
        if (primary.get().withheld() != null) {
            return "withheld: too few people";
        }
        Estimate estimate = primary.get().differenceInDifferences();
        return estimate == null
                ? reasons(primary.get().reasons())
                : String.format(
                        Locale.ROOT, "%+.2f [%+.2f, %+.2f]", estimate.value(), estimate.lower(), estimate.upper());
    }

    private static String roi(Returns returns) {
        Bounded roi = returns.roi();
        return roi == null
                ? "-"
                : String.format(
                        Locale.ROOT,
                        "%+d %% [%+d, %+d]",
                        Math.round(100 * roi.value()),
                        Math.round(100 * roi.lower()),
                        Math.round(100 * roi.upper()));
    }

    /** By the interval, never by the point alone. */
    static String reading(Returns returns) {
        @Nullable Bounded roi = returns.roi();
        if (returns.withheld() != null) {
            return "withheld: too few people";
        }
        if (roi == null) {
            return reasons(returns.reasons());
        }
        if (roi.lower() > 0) {
            return "pays back";
        }
        return roi.upper() < 0 ? "loses money" : "not proven yet";
    }

    private static String reasons(List<Reason> reasons) {
        return reasons.isEmpty() ? "-" : reasons.stream().map(Reason::id).collect(Collectors.joining(", "));
    }
}
