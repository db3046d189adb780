package io.cultivar.contract.result;

import org.jspecify.annotations.Nullable;

/**
 * The figures of a program's return.
 *
 * @param measured treated people behind it: the benefit is claimed for them only (no data, no improvement)
 * @param controls controls that they were compared with; 0 where there are none
 * @param benefit over the horizon, from all outcomes together
 * @param standardError of the benefit; with turnover the sum of both errors, an upper bound, as their covariance is unknown
 * @param degreesOfFreedom of the t distribution behind the fixed intervals; null where it is the normal one
 * @param minimumDetectable the smallest benefit that would have been found with 80 % power; null where nothing is uncertain
 * @param turnover the part of it from people who stayed; null where no outcome declares it
 * @param cost fully loaded, with its interval where postings are estimates; null where unknown
 * @param netBenefit benefit - cost
 * @param roi (benefit - cost) / cost; 1 is 100 %. Its ends are null where the cost is so uncertain that the ratio is unbounded
 * @param benefitCostRatio benefit / cost; likewise
 * @param paybackMonths months until the cumulative benefit covers the cost, linear within the month; null where never within
 *     the horizon
 * @param netPresentValue discounted by the declared yearly rate, benefits at the end of each month, the cost at once; null
 *     without a rate
 * @param discountedPaybackMonths the same payback on discounted benefits
 * @param probabilityPositive probability that the net benefit is above zero, given the data and the assumptions
 */
public record ReturnFigures(
        long measured,
        long controls,
        Bounded benefit,
        double standardError,
        @Nullable Double degreesOfFreedom,
        @Nullable Double minimumDetectable,
        @Nullable AvoidedTurnover turnover,
        @Nullable Bounded cost,
        @Nullable Bounded netBenefit,
        @Nullable Bounded roi,
        @Nullable Bounded benefitCostRatio,
        @Nullable Double paybackMonths,
        @Nullable Bounded netPresentValue,
        @Nullable Double discountedPaybackMonths,
        @Nullable Double probabilityPositive) {

    public ReturnFigures {
        Finite.check(standardError);
        Finite.checkPresent(
                degreesOfFreedom, minimumDetectable, paybackMonths, discountedPaybackMonths, probabilityPositive);
    }

    /** The same figures with another account of those who stayed. */
    public ReturnFigures with(AvoidedTurnover stayed) {
        return new ReturnFigures(
                measured,
                controls,
                benefit,
                standardError,
                degreesOfFreedom,
                minimumDetectable,
                stayed,
                cost,
                netBenefit,
                roi,
                benefitCostRatio,
                paybackMonths,
                netPresentValue,
                discountedPaybackMonths,
                probabilityPositive);
    }
}
