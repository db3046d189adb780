package io.cultivar.evaluation.program;

import org.jspecify.annotations.Nullable;

/**
 * What to assume otherwise than a program declares; null for what stays.
 *
 * @param unitValueFactor every unit value, with its standard error, times this; avoided turnover apart
 * @param leaverCostShare what a leaver costs, as a share of the mean salary: 0.15 for 15 %
 * @param costPerLeaver the same as an amount; the share goes before it
 * @param costFactor the whole cost, with its standard error, times this
 * @param horizonMonths months over which benefits are counted
 * @param discountRate a year, 0.05 for 5 %
 * @param benefitDecay whether benefits fall linearly to zero over the horizon
 */
public record ScenarioAssumptions(
        @Nullable Double unitValueFactor,
        @Nullable Double leaverCostShare,
        @Nullable Double costPerLeaver,
        @Nullable Double costFactor,
        @Nullable Double horizonMonths,
        @Nullable Double discountRate,
        @Nullable Boolean benefitDecay) {

    /** Nothing is assumed otherwise. */
    public static final ScenarioAssumptions NONE = new ScenarioAssumptions(null, null, null, null, null, null, null);

    private static final double MOST = 1e9;
    private static final double MOST_MONTHS = 1_200;
    private static final double HIGHEST_RATE = 10;

    /** Refuses, as an {@link IllegalArgumentException}, what is out of range. */
    public ScenarioAssumptions {
        check("unitValueFactor", unitValueFactor, 0, MOST);
        check("leaverCostShare", leaverCostShare, 0, MOST);
        check("costPerLeaver", costPerLeaver, 0, MOST);
        check("costFactor", costFactor, 0, MOST);
        check("horizonMonths", horizonMonths, 0, MOST_MONTHS);
        check("discountRate", discountRate, 0, HIGHEST_RATE);
        if (horizonMonths != null && horizonMonths == 0) {
            throw new IllegalArgumentException("horizonMonths must be above 0");
        }
    }

    private static void check(String name, @Nullable Double value, double least, double most) {
        if (value != null && !(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "%s must lie between %s and %s".formatted(name, (long) least, (long) most));
        }
    }
}
