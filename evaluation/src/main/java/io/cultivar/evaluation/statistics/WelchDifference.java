package io.cultivar.evaluation.statistics;

import io.cultivar.contract.result.Estimate;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The difference of two means with unequal variances (Welch 1947): SE^2 = v_1/n_1 + v_2/n_2, df = SE^4 / [(v_1/n_1)^2 /
 * (n_1 - 1) + (v_2/n_2)^2 / (n_2 - 1)] (Satterthwaite). The variances are never pooled. On changes it is the
 * difference-in-differences, whose meaning rests on parallel trends: without the program both arms would have changed alike.
 */
public final class WelchDifference {

    private WelchDifference() {}

    /** mean(treatment) - mean(control); empty where an arm has n < 2, or neither arm varies. */
    public static Optional<Estimate> of(Moments treatment, Moments control) {
        if (treatment.n() < 2 || control.n() < 2) {
            return Optional.empty();
        }
        return of(
                meanDifference(treatment, control),
                treatment.variance().orElseThrow() / treatment.n(),
                treatment.n(),
                control.variance().orElseThrow() / control.n(),
                control.n());
    }

    /** The same of samples of which no more than size, mean and standard deviation are known. */
    public static Optional<Estimate> of(Sample treatment, Sample control) {
        return treatment.n() < 2 || control.n() < 2
                ? Optional.empty()
                : of(
                        treatment.mean() - control.mean(),
                        treatment.squaredError(),
                        treatment.n(),
                        control.squaredError(),
                        control.n());
    }

    /**
     * What is told of a sample.
     *
     * @param n its size
     * @param mean its mean
     * @param standardDeviation with n - 1 below the fraction
     */
    public record Sample(long n, double mean, double standardDeviation) {

        private double squaredError() {
            return standardDeviation * standardDeviation / n;
        }
    }

    private static Optional<Estimate> of(double difference, double treated, long n, double controls, long m) {
        double squaredError = treated + controls;
        double denominator = treated * treated / (n - 1) + controls * controls / (m - 1);
        if (denominator <= 0) {
            return Optional.empty();
        }
        double degreesOfFreedom = squaredError * squaredError / denominator;
        return Optional.of(Estimates.of(difference, Math.sqrt(squaredError), degreesOfFreedom));
    }

    /** The difference of the means, (s_1 n_2 - s_2 n_1) / (n_1 n_2), the numerator exact. */
    static double meanDifference(Moments treatment, Moments control) {
        BigDecimal treated = BigDecimal.valueOf(treatment.n());
        BigDecimal controls = BigDecimal.valueOf(control.n());
        return treatment
                .sum()
                .multiply(controls)
                .subtract(control.sum().multiply(treated))
                .divide(treated.multiply(controls), Moments.QUOTIENT)
                .doubleValue();
    }
}
