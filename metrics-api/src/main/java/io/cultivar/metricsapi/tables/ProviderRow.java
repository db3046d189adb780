package io.cultivar.metricsapi.tables;

import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.PortfolioResult;
import io.cultivar.contract.result.ProviderKpi;
import io.cultivar.contract.result.ProviderSpend;
import io.cultivar.metricsapi.published.Snapshot;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a provider does, and what it is paid.
 *
 * @param spend by currency
 * @param kpis by figure, against what was agreed
 */
public record ProviderRow(String provider, List<ProviderSpend> spend, List<ProviderKpi> kpis) {

    /** Whether any figure missed its target in any period. */
    boolean hasMissedTarget() {
        return kpis.stream().anyMatch(kpi -> kpi.breached() > 0);
    }

    /** One row for each provider that was paid or measured, by name. */
    public static Stream<ProviderRow> all(Snapshot snapshot) {
        List<ProviderSpend> spend =
                snapshot.portfolio(PortfolioResult::providerSpend).toList();
        List<ProviderKpi> kpis = snapshot.company(CompanyResult::providers).toList();
        return Stream.concat(
                        spend.stream().map(ProviderSpend::provider),
                        kpis.stream().map(ProviderKpi::provider))
                .distinct()
                .sorted()
                .map(provider -> new ProviderRow(
                        provider,
                        spend.stream()
                                .filter(paid -> paid.provider().equals(provider))
                                .toList(),
                        kpis.stream()
                                .filter(kpi -> kpi.provider().equals(provider))
                                .toList()));
    }
}
