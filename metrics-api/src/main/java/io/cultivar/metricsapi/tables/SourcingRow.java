package io.cultivar.metricsapi.tables;

import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.PortfolioResult;
import io.cultivar.contract.result.SourcingComparison;
import io.cultivar.contract.result.SourcingFactor;
import io.cultivar.contract.result.SourcingSide;
import io.cultivar.metricsapi.explained.ExplainedEvidence;
import io.cultivar.metricsapi.explained.ExplainedReason;
import io.cultivar.metricsapi.published.Snapshot;
import java.math.BigDecimal;
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
public record SourcingRow(
        String skillArea,
        @Nullable String currency,
        @Nullable Side inHouse,
        @Nullable Side external,
        @Nullable Bounded benefitDifference,
        @Nullable Bounded netBenefitDifference,
        @Nullable Double minimumDetectable,
        ExplainedEvidence evidence,
        List<SourcingFactor> factors,
        List<ExplainedReason> reasons) {

    /** The programs of one sourcing; the meaning of each figure is that of {@link SourcingSide}. */
    public record Side(
            long programs,
            @Nullable Long completed,
            @Nullable BigDecimal cost,
            @Nullable BigDecimal hiddenCost,
            @Nullable Double costPerCompletion,
            @Nullable Bounded benefitPerPerson,
            @Nullable Bounded roi,
            ExplainedEvidence evidence,
            @Nullable Double leadTimeDays) {

        static @Nullable Side of(@Nullable SourcingSide side) {
            return side == null
                    ? null
                    : new Side(
                            side.programs(),
                            side.completed(),
                            side.cost(),
                            side.hiddenCost(),
                            side.costPerCompletion(),
                            side.benefitPerPerson(),
                            side.roi(),
                            ExplainedEvidence.of(side.evidence()),
                            side.leadTimeDays());
        }
    }

    /** One row for each skill area that has programs or judged factors. */
    public static Stream<SourcingRow> all(Snapshot snapshot) {
        Map<String, SourcingComparison> comparisons = new TreeMap<>();
        snapshot.portfolio(PortfolioResult::sourcing)
                .forEach(comparison -> comparisons.put(comparison.skillArea(), comparison));
        List<SourcingFactor> factors =
                snapshot.company(CompanyResult::sourcingFactors).toList();
        factors.forEach(factor -> comparisons.putIfAbsent(
                factor.skillArea(),
                new SourcingComparison(
                        factor.skillArea(), null, null, null, null, null, null, Evidence.DESCRIPTIVE, List.of())));
        return comparisons.values().stream().map(comparison -> of(comparison, factors));
    }

    private static SourcingRow of(SourcingComparison comparison, List<SourcingFactor> factors) {
        return new SourcingRow(
                comparison.skillArea(),
                comparison.currency(),
                Side.of(comparison.inHouse()),
                Side.of(comparison.external()),
                comparison.benefitDifference(),
                comparison.netBenefitDifference(),
                comparison.minimumDetectable(),
                ExplainedEvidence.of(comparison.evidence()),
                factors.stream()
                        .filter(factor -> factor.skillArea().equals(comparison.skillArea()))
                        .toList(),
                ExplainedReason.all(comparison.reasons()));
    }
}
