package io.cultivar.evaluation.statistics;

import io.cultivar.evaluation.sums.Sums;
import java.math.BigDecimal;

/**
 * The sufficient statistics of pairs (x, y), exactly.
 *
 * @param n how many pairs
 * @param sx sum of x
 * @param sy sum of y
 * @param sxx sum of x squared
 * @param syy sum of y squared
 * @param sxy sum of x times y
 */
public record PairedSums(long n, BigDecimal sx, BigDecimal sy, BigDecimal sxx, BigDecimal syy, BigDecimal sxy) {

    /** No pair at all. */
    public static final PairedSums NONE = ofSums(Sums.ofCounts(0, 0, 0, 0, 0, 0));

    /** What one pair adds. */
    public static Sums of(BigDecimal x, BigDecimal y) {
        return Sums.of(BigDecimal.ONE, x, y, x.multiply(x), y.multiply(y), x.multiply(y));
    }

    /** The meaning of a vector of six sums, or more behind them. */
    public static PairedSums ofSums(Sums sums) {
        return new PairedSums(sums.count(0), sums.at(1), sums.at(2), sums.at(3), sums.at(4), sums.at(5));
    }

    /** Of x alone. */
    public Moments x() {
        return new Moments(n, sx, sxx);
    }

    /** Of y alone. */
    public Moments y() {
        return new Moments(n, sy, syy);
    }

    /** Of the change d = y - x: Sd = Sy - Sx, Sdd = Syy + Sxx - 2 Sxy. */
    public Moments change() {
        BigDecimal twice = sxy.add(sxy);
        return new Moments(n, sy.subtract(sx), syy.add(sxx).subtract(twice));
    }

    /** Sum of the products of the deviations from both means, times n: n Sxy - Sx Sy, exactly. */
    BigDecimal scaledCoDeviation() {
        return sxy.multiply(BigDecimal.valueOf(n)).subtract(sx.multiply(sy));
    }
}
