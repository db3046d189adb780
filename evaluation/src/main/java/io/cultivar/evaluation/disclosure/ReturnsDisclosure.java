package io.cultivar.evaluation.disclosure;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.result.AvoidedTurnover;
import io.cultivar.contract.result.Costs;
import io.cultivar.contract.result.RetentionComparison;
import io.cultivar.contract.result.RetentionRate;
import io.cultivar.contract.result.ReturnFigures;
import io.cultivar.contract.result.Returns;
import io.cultivar.contract.result.ReturnsBasis;
import io.cultivar.contract.result.UtilityModel;
import io.cultivar.contract.result.Withheld;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who may be seen in the returns. Figures need twice the smallest group in each arm that they rest on, as effects do; those
 * with avoided turnover also that the retention of both arms on that day may be seen, and a mean salary of the smallest group
 * where a leaver's cost is a share of it. What would reveal a withheld cost is withheld too. The utility model needs the smallest group of people,
 * gains and salaries.
 */
final class ReturnsDisclosure {

    private final long arm;
    private final Predicate<@Nullable Long> isSmall;

    /** The rules for so many people in each arm, and for which counts are too small to be seen. */
    ReturnsDisclosure(long arm, Predicate<@Nullable Long> isSmall) {
        this.arm = arm;
        this.isSmall = isSmall;
    }

    /**
     * The same returns, marked.
     *
     * @param costs marked already
     * @param rates marked already
     * @param comparison marked already; null without controls
     */
    Returns mark(Returns returns, Costs costs, List<RetentionRate> rates, @Nullable RetentionComparison comparison) {
        ReturnFigures figures = returns.figures();
        UtilityModel utility = returns.utility();
        boolean costWithheld = costs.withheld() != null;
        Returns marked = utility == null
                ? returns
                : returns.with(utility.marked(costWithheld || isSmall(utility) ? Withheld.SMALL_GROUP : null));
        boolean withheld = figures != null
                && (isSmall(figures, returns.basis())
                        || (figures.cost() != null && costWithheld)
                        || !maySee(figures.turnover(), rates, comparison));
        return marked.marked(withheld ? Withheld.SMALL_GROUP : null);
    }

    private boolean isSmall(ReturnFigures figures, @Nullable ReturnsBasis basis) {
        return figures.measured() < arm || (basis != ReturnsBasis.ISOLATION_ESTIMATE && figures.controls() < arm);
    }

    private boolean maySee(
            @Nullable AvoidedTurnover turnover, List<RetentionRate> rates, @Nullable RetentionComparison comparison) {
        return turnover == null || (!isSmall(turnover) && isTold(turnover, rates, comparison));
    }

    private boolean isSmall(AvoidedTurnover turnover) {
        return turnover.people() < arm
                || turnover.controls() < arm
                || (turnover.assumed() && isSmall.test(turnover.salaries()));
    }

    /** Whether how many stayed is told anyway: with both arms' rates on that very day, and their comparison. */
    private static boolean isTold(
            AvoidedTurnover turnover, List<RetentionRate> rates, @Nullable RetentionComparison comparison) {
        return comparison != null
                && comparison.withheld() == null
                && Arrays.stream(Arm.values())
                        .allMatch(side -> rates.stream()
                                .anyMatch(rate -> rate.arm() == side
                                        && rate.horizonDays() == turnover.horizonDays()
                                        && rate.rate() != null
                                        && rate.withheld() == null));
    }

    private boolean isSmall(UtilityModel utility) {
        return isSmall.test(utility.people()) || isSmall.test(utility.gains()) || isSmall.test(utility.salaries());
    }

    /** The same returns without the numbers that are marked, and without the mean salary of a few. */
    Returns redact(Returns returns) {
        Returns shown = returns.withheld() == null ? returns : returns.withoutFigures();
        UtilityModel utility = shown.utility();
        if (utility != null && utility.withheld() != null) {
            shown = shown.with(null);
        }
        ReturnFigures figures = shown.figures();
        AvoidedTurnover turnover = figures == null ? null : figures.turnover();
        return figures != null && turnover != null && isSmall.test(turnover.salaries())
                ? shown.showing(figures.with(turnover.withoutSalary()))
                : shown;
    }
}
