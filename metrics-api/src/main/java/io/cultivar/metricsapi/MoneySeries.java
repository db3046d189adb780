package io.cultivar.metricsapi;

import static io.cultivar.metricsapi.ExposedPrograms.OTHER;

import io.cultivar.contract.event.CostCategory;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Costs;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Returns;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What programs cost and what they returned. Amounts only in the reporting currency, so that they can be added up;
 * ratios
 * and times for every program.
 */
final class MoneySeries {

    /** A twelfth of 365.25 days. */
    static final double SECONDS_PER_MONTH = 30.4375 * 24 * 60 * 60;

    private final Series series;
    private final String reportingCurrency;

    MoneySeries(Series series, String reportingCurrency) {
        this.series = series;
        this.reportingCurrency = reportingCurrency;
    }

    void add(ExposedPrograms programs) {
        for (CostCategory category : CostCategory.values()) {
            programs.named()
                    .forEach(program ->
                            series.add(TrainingMeters.COST, cost(program, category), program.program(), category.id()));
            series.add(
                    TrainingMeters.COST,
                    ParticipationSeries.sum(programs.others(), program -> cost(program, category)),
                    OTHER,
                    category.id());
        }
        programs.named().forEach(program -> addReturns(program.program(), program.returns()));
    }

    private @Nullable BigDecimal cost(ProgramResult program, CostCategory category) {
        Costs costs = program.costs();
        return costs.withheld() == null && reportingCurrency.equals(costs.currency())
                ? costs.byCategory().get(category)
                : null;
    }

    private void addReturns(String program, Returns returns) {
        if (returns.withheld() != null) {
            return;
        }
        if (reportingCurrency.equals(returns.currency())) {
            addBounded(
                    returns.benefit(),
                    program,
                    TrainingMeters.BENEFIT,
                    TrainingMeters.BENEFIT_LOWER,
                    TrainingMeters.BENEFIT_UPPER);
            addBounded(
                    returns.netBenefit(),
                    program,
                    TrainingMeters.NET_BENEFIT,
                    TrainingMeters.NET_BENEFIT_LOWER,
                    TrainingMeters.NET_BENEFIT_UPPER);
        }
        addBounded(
                returns.roi(), program, TrainingMeters.ROI_RATIO, TrainingMeters.ROI_LOWER, TrainingMeters.ROI_UPPER);
        addBounded(
                returns.benefitCostRatio(),
                program,
                TrainingMeters.BENEFIT_COST,
                TrainingMeters.BENEFIT_COST_LOWER,
                TrainingMeters.BENEFIT_COST_UPPER);
        addPayback(program, returns);
    }

    private void addPayback(String program, Returns returns) {
        Double months = returns.paybackMonths();
        Double horizon = returns.horizonMonths();
        series.add(TrainingMeters.PAYBACK, months == null ? null : months * SECONDS_PER_MONTH, program);
        if (returns.roi() != null && horizon != null) {
            series.add(TrainingMeters.PAYBACK_REACHED, months != null && months <= horizon ? 1 : 0, program);
        }
    }

    private void addBounded(
            @Nullable Bounded bounded,
            String program,
            TrainingMeters value,
            TrainingMeters lower,
            TrainingMeters upper) {
        if (bounded != null) {
            series.add(value, bounded.value(), program);
            series.add(lower, bounded.lower(), program);
            series.add(upper, bounded.upper(), program);
        }
    }
}
