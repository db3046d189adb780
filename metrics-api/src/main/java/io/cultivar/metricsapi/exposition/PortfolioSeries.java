package io.cultivar.metricsapi.exposition;

import io.cultivar.contract.result.PortfolioTotal;
import io.cultivar.metricsapi.published.Snapshot;

/** What all programs together cost and returned: the total in the reporting currency, as it was published. */
final class PortfolioSeries {

    private PortfolioSeries() {}

    static void addTo(Series series, Snapshot snapshot, String reportingCurrency) {
        snapshot.total(reportingCurrency).ifPresent(total -> add(series, total));
    }

    private static void add(Series series, PortfolioTotal total) {
        series.add(TrainingMeters.PORTFOLIO_PROGRAMS, total.programs());
        series.add(TrainingMeters.PORTFOLIO_MEASURED, total.measured());
        series.add(TrainingMeters.PORTFOLIO_PROVEN, total.proven());
        series.add(TrainingMeters.PORTFOLIO_COST, total.cost());
        series.add(TrainingMeters.PORTFOLIO_COST_MEASURED, total.measuredShare());
        series.add(TrainingMeters.PORTFOLIO_BENEFIT, Figure.of(total.benefit()));
        series.add(TrainingMeters.PORTFOLIO_NET_BENEFIT, Figure.of(total.netBenefit()));
        series.add(TrainingMeters.PORTFOLIO_ROI, Figure.of(total.roi()));
        series.add(TrainingMeters.PORTFOLIO_BENEFIT_COST, Figure.of(total.benefitCostRatio()));
        series.add(TrainingMeters.PORTFOLIO_ROI_POSITIVE, total.probabilityPositive());
        series.add(TrainingMeters.PORTFOLIO_SHARED_PEOPLE, total.sharedPeople() ? 1 : 0);
    }
}
