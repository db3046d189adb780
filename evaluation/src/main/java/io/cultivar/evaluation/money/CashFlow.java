package io.cultivar.evaluation.money;

import java.util.Optional;

/**
 * A cost at once and benefits over some months. What they come to by a time t is level x t / months + decaying x (2 t /
 * months - (t / months)^2): evenly spread, or falling linearly to zero. A last month that is cut short by the horizon ends
 * with it.
 *
 * @param level benefit that comes evenly, in total
 * @param decaying benefit that falls linearly to zero, in total
 * @param cost what is paid at the start
 * @param months the horizon, above 0
 */
public record CashFlow(double level, double decaying, double cost, double months) {

    /**
     * The payback in months: the first month at whose end the cumulative net benefit is at least 0, linear within the
     * month. Empty where that never comes within the horizon, or there is no cost to pay back.
     */
    public Optional<Double> payback() {
        return payback(0);
    }

    /** The same on benefits discounted at the end of each month, by (1 + yearlyRate)^(1/12) - 1 a month. */
    public Optional<Double> discountedPayback(double yearlyRate) {
        return payback(yearlyRate);
    }

    private Optional<Double> payback(double yearlyRate) {
        if (cost <= 0) {
            return Optional.empty();
        }
        double covered = 0;
        for (double start = 0; start < months; start++) {
            double end = Math.min(start + 1, months);
            double benefit = (until(end) - until(start)) * discount(end, yearlyRate);
            if (covered + benefit >= cost) {
                return Optional.of(start + (cost - covered) / benefit * (end - start));
            }
            covered += benefit;
        }
        return Optional.empty();
    }

    /** Net present value: sum of the month's benefits / (1 + monthly rate)^(end of the month), less the cost. */
    public double netPresentValue(double yearlyRate) {
        return level * presentValueOfOne(months, false, yearlyRate)
                + decaying * presentValueOfOne(months, true, yearlyRate)
                - cost;
    }

    /** What one unit of benefit, spread over so many months, is worth today; between 0 and 1. */
    public static double presentValueOfOne(double months, boolean decays, double yearlyRate) {
        CashFlow one = new CashFlow(decays ? 0 : 1, decays ? 1 : 0, 0, months);
        double value = 0;
        for (double start = 0; start < months; start++) {
            double end = Math.min(start + 1, months);
            value += (one.until(end) - one.until(start)) * discount(end, yearlyRate);
        }
        return value;
    }

    private double until(double month) {
        double share = month / months;
        return level * share + decaying * share * (2 - share);
    }

    private static double discount(double month, double yearlyRate) {
        return Math.pow(1 + yearlyRate, -month / 12);
    }
}
