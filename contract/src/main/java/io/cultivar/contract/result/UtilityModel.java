package io.cultivar.contract.result;

/**
 * Brogden, Cronbach and Gleser's model of what learning is worth: dU = T N d SD_y - N C. A model, never part of the ROI.
 *
 * @param people N, people who completed
 * @param years T, how long the effect is taken to last
 * @param effectSize d, the paired standardized gain
 * @param standardDeviationOfPay SD_y, taken to be 40 % of the mean yearly salary
 * @param value dU in the program's currency
 */
public record UtilityModel(long people, double years, double effectSize, double standardDeviationOfPay, double value) {

    public UtilityModel {
        Finite.check(years, effectSize, standardDeviationOfPay, value);
    }
}
