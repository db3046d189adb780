package io.cultivar.evaluation.statistics;

import io.cultivar.evaluation.sums.Sums;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * Count, sum and sum of squares of some values, exactly; means and variances are turned into doubles once, at the end,
 * after the cancellation.
 *
 * @param n how many values
 * @param sum their sum
 * @param sumOfSquares the sum of their squares
 */
public record Moments(long n, BigDecimal sum, BigDecimal sumOfSquares) {

    /** No values at all. */
    public static final Moments NONE = new Moments(0, BigDecimal.ZERO, BigDecimal.ZERO);

    /** Quotients are rounded once, to 34 digits. */
    static final MathContext QUOTIENT = MathContext.DECIMAL128;

    /** What one value adds. */
    public static Sums of(BigDecimal value) {
        return Sums.of(BigDecimal.ONE, value, value.multiply(value));
    }

    /** What one value adds where its cube, for the skewness, is kept too. */
    public static Sums withCube(BigDecimal value) {
        BigDecimal square = value.multiply(value);
        return Sums.of(BigDecimal.ONE, value, square, square.multiply(value));
    }

    /** The meaning of a vector of three sums, or more behind them. */
    public static Moments ofSums(Sums sums) {
        return new Moments(sums.count(0), sums.at(1), sums.at(2));
    }

    /** The same as a vector of three sums. */
    public Sums toSums() {
        return Sums.of(BigDecimal.valueOf(n), sum, sumOfSquares);
    }

    /** Both together. */
    public Moments plus(Moments other) {
        return new Moments(n + other.n, sum.add(other.sum), sumOfSquares.add(other.sumOfSquares));
    }

    /** sum / n; empty for n = 0. */
    public Optional<Double> mean() {
        return n == 0
                ? Optional.empty()
                : Optional.of(sum.divide(BigDecimal.valueOf(n), QUOTIENT).doubleValue());
    }

    /** The sample variance (n sumOfSquares - sum^2) / (n (n - 1)), the numerator exact; empty for n < 2. */
    public Optional<Double> variance() {
        if (n < 2) {
            return Optional.empty();
        }
        BigDecimal count = BigDecimal.valueOf(n);
        BigDecimal pairs = count.multiply(BigDecimal.valueOf(n - 1));
        return Optional.of(scaledDeviation().divide(pairs, QUOTIENT).doubleValue());
    }

    /** The sample standard deviation; empty for n < 2. */
    public Optional<Double> standardDeviation() {
        return variance().map(Math::sqrt);
    }

    /** Sum of the squared deviations from the mean, times n: n sumOfSquares - sum^2, exactly. */
    BigDecimal scaledDeviation() {
        return sumOfSquares.multiply(BigDecimal.valueOf(n)).subtract(sum.multiply(sum));
    }
}
