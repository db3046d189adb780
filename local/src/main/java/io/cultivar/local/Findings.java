package io.cultivar.local;

import io.cultivar.contract.result.AvoidedTurnover;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Effect;
import io.cultivar.contract.result.Estimate;
import io.cultivar.contract.result.Interval;
import io.cultivar.contract.result.PortfolioTotal;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.Returns;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was published, as a table for a terminal: one line a program, with the intervals that are shown, the grade of the
 * evidence and the decision, and reasons where there is none; then all programs together.
 */
final class Findings {

    private static final String WITHHELD = "withheld: too few people";

    private Findings() {}

    static String of(ResultTopics.Results published) {
        var text = new StringBuilder(
                row("program", "effect on primary outcome", "return on investment", "grade", "decision"));
        for (ProgramResult program : published.programs()) {
            Returns returns = program.returns();
            text.append(row(
                    program.program(),
                    effect(program),
                    returns.roi() == null ? "-" : percent(returns.roi()),
                    returns.evidence().grade().id(),
                    decision(returns)));
        }
        published.portfolio().ifPresent(portfolio -> portfolio.totals().forEach(total -> text.append(together(total))));
        return text.append(
                        "[ ] 95 % interval that holds however often one looks; where too few people, or too skewed values,"
                                + " for one look only.\nGrade A is the strongest evidence, E none."
                                + " Positive effects are better only where the metric says higher is better.")
                .toString();
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, "%-24s %-36s %-26s %-5s  %s%n", (Object[]) cells);
    }

    private static String effect(ProgramResult program) {
        Optional<Effect> primary =
                program.effects().stream().filter(Effect::primary).findFirst();
        if (primary.isEmpty()) {
            return "-";
        }
        // Nobody's staying is measured before and after: its effect is how many more people stayed.
        AvoidedTurnover turnover = turnover(program.returns());
        if (turnover != null && turnover.metric().equals(primary.get().metric())) {
            return stayed(turnover.stayers());
        }
        if (primary.get().withheld() != null) {
            return WITHHELD;
        }
        Estimate estimate = primary.get().differenceInDifferences();
        return estimate == null ? reasons(primary.get().reasons()) : number(estimate.value(), estimate.shown());
    }

    private static @Nullable AvoidedTurnover turnover(Returns returns) {
        return returns.figures() == null ? null : returns.figures().turnover();
    }

    private static String stayed(Bounded stayers) {
        Interval shown = stayers.shown();
        return shown == null ? "-" : number(stayers.value(), shown) + " stayed";
    }

    private static String number(double value, Interval shown) {
        return String.format(Locale.ROOT, "%+.2f [%+.2f, %+.2f]", value, shown.lower(), shown.upper());
    }

    private static String percent(Bounded ratio) {
        Interval shown = ratio.shown();
        String value = String.format(Locale.ROOT, "%+d %%", Math.round(100 * ratio.value()));
        return shown == null
                ? value + " [unbounded]"
                : String.format(
                        Locale.ROOT,
                        "%s [%+d, %+d]",
                        value,
                        Math.round(100 * shown.lower()),
                        Math.round(100 * shown.upper()));
    }

    /** By the interval and the evidence, never by the point alone. */
    static String decision(Returns returns) {
        if (returns.withheld() != null) {
            return WITHHELD;
        }
        return returns.netBenefit() == null
                ? reasons(returns.reasons())
                : returns.decision().id().replace('-', ' ');
    }

    private static String together(PortfolioTotal total) {
        @Nullable Bounded roi = total.roi();
        return String.format(
                Locale.ROOT,
                "%s: %,.0f spent on %d programs, %.0f %% of it on measured ones, which together returned %s;"
                        + " %d proven to pay.%n",
                total.currency(),
                total.cost(),
                total.programs(),
                100 * Optional.ofNullable(total.measuredShare()).orElse(0.0),
                roi == null ? "-" : percent(roi),
                total.proven());
    }

    private static String reasons(List<Reason> reasons) {
        return reasons.isEmpty() ? "-" : reasons.stream().map(Reason::id).collect(Collectors.joining(", "));
    }
}
