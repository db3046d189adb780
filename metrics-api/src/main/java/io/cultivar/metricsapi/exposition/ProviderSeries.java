package io.cultivar.metricsapi.exposition;

import io.cultivar.contract.event.Better;
import io.cultivar.contract.result.PortfolioResult;
import io.cultivar.contract.result.ProviderKpi;
import io.cultivar.contract.result.ProviderSpend;
import io.cultivar.metricsapi.published.Snapshot;
import io.cultivar.metricsapi.tables.ProviderRow;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/** How providers do, and what they are paid. */
final class ProviderSeries {

    /** Providers that have series: those that are paid most in the reporting currency, then by name. */
    static final int MAX_PROVIDERS = 25;

    /** Figures of one provider that have series, by name. */
    static final int MAX_KPIS = 6;

    private final Series series;
    private final String reportingCurrency;

    ProviderSeries(Series series, String reportingCurrency) {
        this.series = series;
        this.reportingCurrency = reportingCurrency;
    }

    void add(Snapshot snapshot) {
        ProviderRow.all(snapshot)
                .sorted(Comparator.comparing(this::amount).reversed().thenComparing(ProviderRow::provider))
                .limit(MAX_PROVIDERS)
                .forEach(this::add);
        PortfolioResult portfolio = snapshot.portfolio();
        if (portfolio != null) {
            series.add(
                    TrainingMeters.PROVIDER_CONCENTRATION,
                    portfolio.concentration().get(reportingCurrency));
        }
    }

    private void add(ProviderRow row) {
        String provider = row.provider();
        row.kpis().stream()
                .sorted(Comparator.comparing(ProviderKpi::kpi))
                .limit(MAX_KPIS)
                .forEach(kpi -> add(provider, kpi));
        paid(row).forEach(paid -> series.add(TrainingMeters.PROVIDER_COST, paid.amount(), provider));
        row.spend().stream()
                .map(ProviderSpend::contractEnd)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .ifPresent(end -> series.addTime(
                        TrainingMeters.PROVIDER_CONTRACT_END,
                        end.atStartOfDay(ZoneOffset.UTC).toInstant(),
                        provider));
    }

    private void add(String provider, ProviderKpi kpi) {
        series.add(TrainingMeters.PROVIDER_KPI, kpi.value(), provider, kpi.kpi());
        series.add(TrainingMeters.PROVIDER_TARGET, kpi.target(), provider, kpi.kpi());
        series.add(TrainingMeters.PROVIDER_MET, isMet(kpi) ? 1 : 0, provider, kpi.kpi());
        series.add(TrainingMeters.PROVIDER_PERIODS, kpi.periods(), provider, kpi.kpi());
        series.add(TrainingMeters.PROVIDER_BREACHED, kpi.breached(), provider, kpi.kpi());
    }

    private static boolean isMet(ProviderKpi kpi) {
        int distance = kpi.value().compareTo(kpi.target());
        return kpi.better() == Better.HIGHER ? distance >= 0 : distance <= 0;
    }

    private BigDecimal amount(ProviderRow row) {
        return paid(row).map(ProviderSpend::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Stream<ProviderSpend> paid(ProviderRow row) {
        return row.spend().stream().filter(paid -> paid.currency().equals(reportingCurrency));
    }
}
