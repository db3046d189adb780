package io.cultivar.contract.result;

import org.jspecify.annotations.Nullable;

/**
 * Brogden, Cronbach and Gleser's model of what learning is worth: dU = T N d SD_y - N C. A model, never part of the ROI.
 *
 * @param people N, people who completed
 * @param gains people behind d: those with a pre and a post score
 * @param salaries people behind the mean salary
 * @param years T, how long the effect is taken to last
 * @param effectSize d, the paired standardized gain
 * @param standardDeviationOfPay SD_y, taken to be 40 % of the mean yearly salary
 * @param value dU in the program's currency
 * @param withheld why publication leaves the model out; null where it does not
 */
public record UtilityModel(
        long people,
        long gains,
        long salaries,
        double years,
        double effectSize,
        double standardDeviationOfPay,
        double value,
        @Nullable Withheld withheld) {

    public UtilityModel {
        Finite.check(years, effectSize, standardDeviationOfPay, value);
    }

    /** The same model, marked (or not, where null) as one that publication leaves out. */
    public UtilityModel marked(@Nullable Withheld why) {
        return new UtilityModel(people, gains, salaries, years, effectSize, standardDeviationOfPay, value, why);
    }
}
