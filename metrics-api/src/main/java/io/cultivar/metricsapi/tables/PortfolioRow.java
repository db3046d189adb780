package io.cultivar.metricsapi.tables;

import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.PortfolioResult;
import io.cultivar.contract.result.PortfolioTotal;
import io.cultivar.metricsapi.explained.ExplainedEvidence;
import io.cultivar.metricsapi.explained.ExplainedReason;
import io.cultivar.metricsapi.published.Snapshot;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All programs of one currency together; the meaning of each figure is that of {@link PortfolioTotal}.
 *
 * @param providerConcentration sum of the squared shares of the providers' spend; 1 is a single provider
 */
record PortfolioRow(
        String currency,
        long programs,
        long measured,
        long proven,
        BigDecimal cost,
        BigDecimal measuredCost,
        @Nullable Double measuredShare,
        @Nullable Bounded benefit,
        @Nullable Bounded netBenefit,
        @Nullable Bounded roi,
        @Nullable Bounded benefitCostRatio,
        @Nullable Double probabilityPositive,
        boolean sharedPeople,
        @Nullable Double providerConcentration,
        @Nullable Double minimumDetectable,
        ExplainedEvidence evidence,
        List<String> weakest,
        List<ExplainedReason> reasons) {

    static Stream<PortfolioRow> all(Snapshot snapshot) {
        return Stream.ofNullable(snapshot.portfolio())
                .flatMap(portfolio -> portfolio.totals().stream().map(total -> of(portfolio, total)));
    }

    private static PortfolioRow of(PortfolioResult portfolio, PortfolioTotal total) {
        return new PortfolioRow(
                total.currency(),
                total.programs(),
                total.measured(),
                total.proven(),
                total.cost(),
                total.measuredCost(),
                total.measuredShare(),
                total.benefit(),
                total.netBenefit(),
                total.roi(),
                total.benefitCostRatio(),
                total.probabilityPositive(),
                total.sharedPeople(),
                portfolio.concentration().get(total.currency()),
                total.minimumDetectable(),
                ExplainedEvidence.of(total.evidence()),
                total.weakest(),
                ExplainedReason.all(total.reasons()));
    }
}
