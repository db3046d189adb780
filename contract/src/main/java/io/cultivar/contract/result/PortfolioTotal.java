package io.cultivar.contract.result;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All programs of one currency together.
 *
 * @param currency of all amounts
 * @param programs how many have a cost or a benefit in this currency
 * @param measured how many of them have both: a benefit whose cost is unknown is not added up
 * @param proven how many have an interval wholly above zero net benefit and grade A or B
 * @param cost fully loaded, of all
 * @param measuredCost of those measured
 * @param measuredShare measuredCost / cost: the share of spend that is measured at all; null without cost
 * @param benefit of those measured; its error is the sum of theirs (an upper bound) unless they share no people
 * @param netBenefit benefit - measuredCost
 * @param roi netBenefit / measuredCost
 * @param benefitCostRatio benefit / measuredCost
 * @param probabilityPositive that the net benefit is above zero
 * @param sharedPeople whether measured programs share people (or may, as nobody knows), so that a gain may be counted twice
 * @param minimumDetectable the smallest net benefit that would have been found with 80 % power; null without its interval
 * @param evidence how strong the evidence is: that of the weakest of those measured
 * @param weakest which of those measured have that grade, by name: they are what keeps it from a better one
 * @param reasons why something is absent
 */
public record PortfolioTotal(
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
        @Nullable Double minimumDetectable,
        Evidence evidence,
        List<String> weakest,
        List<Reason> reasons) {

    public PortfolioTotal {
        Finite.checkPresent(measuredShare, probabilityPositive, minimumDetectable);
        weakest = List.copyOf(weakest);
        reasons = List.copyOf(reasons);
    }
}
