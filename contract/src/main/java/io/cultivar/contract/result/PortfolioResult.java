package io.cultivar.contract.result;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known across programs. It is made of their results only; groups are never added up at read time.
 *
 * @param asOf facts dated after this do not count
 * @param totals by currency
 * @param primaryEffects p-values of the programs' primary metrics, adjusted for their number
 * @param sourcing in-house or external, by skill area
 * @param providerSpend by provider
 * @param concentration by currency: sum of the squared shares of spend (Herfindahl and Hirschman); 1 is a single provider
 */
public record PortfolioResult(
        Instant asOf,
        List<PortfolioTotal> totals,
        List<AdjustedP> primaryEffects,
        List<SourcingComparison> sourcing,
        List<ProviderSpend> providerSpend,
        Map<String, Double> concentration) {

    public PortfolioResult {
        totals = List.copyOf(totals);
        primaryEffects = List.copyOf(primaryEffects);
        sourcing = List.copyOf(sourcing);
        providerSpend = List.copyOf(providerSpend);
        concentration.values().forEach(Finite::check);
        concentration = Collections.unmodifiableMap(new TreeMap<>(concentration));
    }
}
