package io.cultivar.evaluation.statistics;

import io.cultivar.contract.result.AlwaysValid;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Estimate;
import io.cultivar.contract.result.Interval;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The effect as a share of what the treated would have had without the program: R = D / M with D the
 * difference-in-differences and M = mean x_T + mean d_C the counterfactual mean; turned so that positive is better.
 *
 * <p>Delta method: Var(R) = [Var(D) + R^2 Var(M) - 2 R Cov(D, M)] / M^2 with Var(M) = v_xT / n_T + v_dC / n_C and Cov(D, M) =
 * cov(d, x)_T / n_T - v_dC / n_C, which is [v(d - R x)_T / n_T + (1 + R)^2 v_dC / n_C] / M^2. The interval is R +- t(.975, df) SE,
 * df those of D. It is rough where M is within a few of its standard errors of 0.
 */
public final class RelativeEffect {

    private RelativeEffect() {}

    /** M = mean x_T + mean d_C; empty where an arm is. */
    public static Optional<Double> counterfactualMean(PairedSums treatment, PairedSums control) {
        return exactMean(treatment, control).map(BigDecimal::doubleValue);
    }

    private static Optional<BigDecimal> exactMean(PairedSums treatment, PairedSums control) {
        if (treatment.n() == 0 || control.n() == 0) {
            return Optional.empty();
        }
        BigDecimal treated = BigDecimal.valueOf(treatment.n());
        BigDecimal controls = BigDecimal.valueOf(control.n());
        return Optional.of(treatment
                .sx()
                .multiply(controls)
                .add(control.change().sum().multiply(treated))
                .divide(treated.multiply(controls), Moments.QUOTIENT));
    }

    /** As the other, without an always-valid interval. */
    public static Optional<Bounded> of(PairedSums treatment, PairedSums control, boolean higherIsBetter) {
        return of(treatment, control, higherIsBetter, null);
    }

    /**
     * The relative effect with its interval; empty where M is not above 0, an arm has n &lt; 2, or no change varies.
     *
     * @param ofDifference the always-valid interval of D: this one's is wider than the fixed one by the same factor; null
     *     where there is none
     */
    public static Optional<Bounded> of(
            PairedSums treatment, PairedSums control, boolean higherIsBetter, @Nullable AlwaysValid ofDifference) {
        Optional<Estimate> difference = WelchDifference.of(treatment.change(), control.change());
        Optional<BigDecimal> mean = exactMean(treatment, control).filter(m -> m.signum() > 0);
        if (difference.isEmpty() || mean.isEmpty()) {
            return Optional.empty();
        }
        Estimate d = difference.orElseThrow();
        double m = mean.orElseThrow().doubleValue();
        double ratio = d.value() / m;
        double squaredError = squaredErrorOfNumerator(treatment, control, new BigDecimal(ratio));
        double halfWidth = new StudentT(d.degreesOfFreedom()).upperQuantile((1 - Estimates.LEVEL) / 2)
                * Math.sqrt(squaredError)
                / m;
        double value = higherIsBetter ? ratio : 0 - ratio;
        return Optional.of(new Bounded(
                value,
                value - halfWidth,
                value + halfWidth,
                ofDifference == null ? null : widened(value, halfWidth, ofDifference, d)));
    }

    /** Var(D - R M) for a given R: as v(d - R x)_T / n_T + (1 + R)^2 v_dC / n_C, so that it is never below 0. */
    private static double squaredErrorOfNumerator(PairedSums treatment, PairedSums control, BigDecimal ratio) {
        BigDecimal factor = ratio.add(BigDecimal.ONE);
        // d - R x = y - (1 + R) x
        Moments treated = new Moments(
                treatment.n(),
                treatment.sy().subtract(factor.multiply(treatment.sx())),
                treatment
                        .syy()
                        .subtract(factor.multiply(treatment.sxy()).multiply(BigDecimal.valueOf(2)))
                        .add(factor.multiply(factor).multiply(treatment.sxx())));
        double growth = factor.doubleValue();
        return treated.variance().orElseThrow() / treatment.n()
                + growth * growth * control.change().variance().orElseThrow() / control.n();
    }

    private static Interval widened(double value, double halfWidth, AlwaysValid ofDifference, Estimate difference) {
        double widening = (ofDifference.upper() - ofDifference.lower()) / (difference.upper() - difference.lower());
        return new Interval(value - widening * halfWidth, value + widening * halfWidth);
    }
}
