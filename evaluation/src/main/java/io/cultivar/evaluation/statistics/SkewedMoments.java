package io.cultivar.evaluation.statistics;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Count, sum, sum of squares and sum of cubes of some values, exactly.
 *
 * @param moments up to the squares
 * @param sumOfCubes the sum of the third powers
 */
public record SkewedMoments(Moments moments, BigDecimal sumOfCubes) {

    /** No values at all. */
    public static final SkewedMoments NONE = new SkewedMoments(Moments.NONE, BigDecimal.ZERO);

    /**
     * The skewness g1 = m3 / m2^1.5 of the central moments m_k = sum((v - mean)^k) / n: 0 for symmetric values, 2 for
     * exponential ones. With n^3 m3 = n^2 S3 - 3 n S1 S2 + 2 S1^3 and n^2 m2 = n S2 - S1^2 it is n^3 m3 / (n^2 m2)^1.5, both exact
     * until the division. Empty for n &lt; 3 or no variance.
     */
    public Optional<Double> skewness() {
        BigDecimal deviation = moments.scaledDeviation();
        if (moments.n() < 3 || deviation.signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal n = BigDecimal.valueOf(moments.n());
        BigDecimal sum = moments.sum();
        BigDecimal third = sumOfCubes
                .multiply(n.multiply(n))
                .subtract(n.multiply(BigDecimal.valueOf(3)).multiply(sum).multiply(moments.sumOfSquares()))
                .add(BigDecimal.valueOf(2).multiply(sum.pow(3)));
        BigDecimal scale = deviation.multiply(deviation.sqrt(Moments.QUOTIENT));
        return Optional.of(third.divide(scale, Moments.QUOTIENT).doubleValue());
    }
}
