package io.cultivar.evaluation.money;

/**
 * What learning is worth by the model of Brogden (1949), Cronbach and Gleser (1965), for training by Schmidt, Hunter and
 * Pearlman (1982): dU = T N d SD_y - N C. It takes one standard deviation of learning to be one of performance: a model.
 */
public final class Utility {

    /** SD_y as a share of the mean salary, 40 % (Schmidt and Hunter 1983). */
    public static final double PAY_SHARE = 0.4;

    private Utility() {}

    /**
     * dU.
     *
     * @param years T, how long the effect lasts
     * @param people N
     * @param effectSize d, in standard deviations
     * @param standardDeviationOfPay SD_y, what a standard deviation of performance is worth a year
     * @param totalCost N C, of all people together
     */
    public static double of(
            double years, long people, double effectSize, double standardDeviationOfPay, double totalCost) {
        return years * people * effectSize * standardDeviationOfPay - totalCost;
    }
}
