package io.cultivar.metricsapi.exposition;

import static io.cultivar.metricsapi.exposition.ExposedPrograms.OTHER;

import io.cultivar.contract.event.CostCategory;
import io.cultivar.contract.result.Costs;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.ReturnFigures;
import io.cultivar.contract.result.Returns;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What programs cost and what they returned. Amounts only in the reporting currency, so that they can be added up;
 * ratios and times for every program.
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
        programs.named().forEach(program -> add(program.program(), program.returns()));
    }

    private @Nullable BigDecimal cost(ProgramResult program, CostCategory category) {
        Costs costs = program.costs();
        return costs.withheld() == null && reportingCurrency.equals(costs.currency())
                ? costs.byCategory().get(category)
                : null;
    }

    private void add(String program, Returns returns) {
        if (returns.withheld() != null) {
            return;
        }
        series.add(TrainingMeters.ROI_GRADE, Scale.of(returns.evidence().grade()), program);
        series.add(TrainingMeters.ROI_DECISION, Scale.of(returns.decision()), program);
        ReturnFigures figures = returns.figures();
        if (figures != null) {
            if (reportingCurrency.equals(returns.currency())) {
                addAmounts(program, figures);
            }
            series.add(TrainingMeters.ROI_RATIO, Figure.of(figures.roi()), program);
            series.add(TrainingMeters.BENEFIT_COST, Figure.of(figures.benefitCostRatio()), program);
            series.add(TrainingMeters.ROI_POSITIVE, figures.probabilityPositive(), program);
            addPayback(program, figures, returns.horizonMonths());
        }
    }

    private void addAmounts(String program, ReturnFigures figures) {
        series.add(TrainingMeters.BENEFIT, Figure.of(figures.benefit()), program);
        series.add(TrainingMeters.NET_BENEFIT, Figure.of(figures.netBenefit()), program);
        series.add(TrainingMeters.NET_PRESENT_VALUE, Figure.of(figures.netPresentValue()), program);
    }

    private void addPayback(String program, ReturnFigures figures, @Nullable Double horizonMonths) {
        Double months = figures.paybackMonths();
        series.add(TrainingMeters.PAYBACK, seconds(months), program);
        series.add(TrainingMeters.DISCOUNTED_PAYBACK, seconds(figures.discountedPaybackMonths()), program);
        if (figures.roi() != null && horizonMonths != null) {
            series.add(TrainingMeters.PAYBACK_REACHED, months != null && months <= horizonMonths ? 1 : 0, program);
        }
    }

    private static @Nullable Double seconds(@Nullable Double months) {
        return months == null ? null : months * SECONDS_PER_MONTH;
    }
}
