package io.cultivar.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.cultivar.contract.result.Estimate;
import io.cultivar.evaluation.sums.Sums;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/** Small samples written as they are in R: numbers with blanks between them. */
final class Samples {

    /** Relative tolerance, in percent: 1e-12. */
    private static final double PERCENT = 1e-10;

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Samples() {}

    static List<BigDecimal> values(String numbers) {
        return BLANKS.splitAsStream(numbers)
                .filter(number -> !number.isEmpty())
                .map(BigDecimal::new)
                .toList();
    }

    static Moments moments(String numbers) {
        return moments(values(numbers));
    }

    static Moments moments(List<BigDecimal> values) {
        return values.stream()
                .map(Moments::of)
                .reduce(Sums::plus)
                .map(Moments::ofSums)
                .orElse(Moments.NONE);
    }

    static PairedSums pairs(String x, String y) {
        return pairs(values(x), values(y));
    }

    static PairedSums pairs(List<BigDecimal> x, List<BigDecimal> y) {
        Sums sums = Sums.ofCounts(0, 0, 0, 0, 0, 0);
        for (int i = 0; i < x.size(); i++) {
            sums = sums.plus(PairedSums.of(x.get(i), y.get(i)));
        }
        return PairedSums.ofSums(sums);
    }

    static SkewedMoments skewed(String numbers) {
        return skewed(values(numbers));
    }

    static SkewedMoments skewed(List<BigDecimal> values) {
        return new SkewedMoments(
                moments(values), values.stream().map(value -> value.pow(3)).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** The same sample, every value higher by the same amount. */
    static List<BigDecimal> shifted(String numbers, String by) {
        return values(numbers).stream()
                .map(value -> value.add(new BigDecimal(by)))
                .toList();
    }

    /** To 12 digits; an expected 0 exactly. */
    static void assertClose(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, withinPercentage(PERCENT));
    }

    /** Every figure of an estimate to 12 digits. */
    static void assertEstimate(
            Estimate actual,
            double value,
            double standardError,
            double degreesOfFreedom,
            double p,
            double lower,
            double upper) {
        assertClose(actual.value(), value);
        assertClose(actual.standardError(), standardError);
        assertClose(actual.degreesOfFreedom(), degreesOfFreedom);
        assertClose(actual.statistic(), value / standardError);
        assertClose(actual.p(), p);
        assertClose(actual.lower(), lower);
        assertClose(actual.upper(), upper);
        assertThat(actual.level()).isEqualTo(0.95);
    }
}
