package io.cultivar.metricsapi;

import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.PortfolioResult;
import io.cultivar.contract.result.SourcingComparison;
import io.cultivar.contract.result.SourcingFactor;
import io.cultivar.contract.result.SourcingSide;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * In-house or external in one skill area; the meaning of each figure is that of {@link SourcingComparison}.
 *
 * @param factors what was judged, beside the numbers
 */
record SourcingRow(
        String skillArea,
        @Nullable String currency,
        @Nullable SourcingSide inHouse,
        @Nullable SourcingSide external,
        @Nullable Bounded benefitDifference,
        @Nullable Bounded netBenefitDifference,
        List<SourcingFactor> factors,
        List<ExplainedReason> reasons) {

    /** One row for each skill area that has programs or judged factors. */
    static Stream<SourcingRow> all(Snapshot snapshot) {
        Map<String, SourcingComparison> comparisons = new TreeMap<>();
        snapshot.portfolio(PortfolioResult::sourcing)
                .forEach(comparison -> comparisons.put(comparison.skillArea(), comparison));
        List<SourcingFactor> factors =
                snapshot.company(CompanyResult::sourcingFactors).toList();
        factors.forEach(factor -> comparisons.putIfAbsent(
                factor.skillArea(),
                new SourcingComparison(factor.skillArea(), null, null, null, null, null, List.of())));
        return comparisons.values().stream().map(comparison -> of(comparison, factors));
    }

    private static SourcingRow of(SourcingComparison comparison, List<SourcingFactor> factors) {
        return new SourcingRow(
                comparison.skillArea(),
                comparison.currency(),
                comparison.inHouse(),
                comparison.external(),
                comparison.benefitDifference(),
                comparison.netBenefitDifference(),
                factors.stream()
                        .filter(factor -> factor.skillArea().equals(comparison.skillArea()))
                        .toList(),
                ExplainedReason.all(comparison.reasons()));
    }
}
