package io.cultivar.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.cultivar.contract.result.Estimate;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The National Supported Work experiment, folded straight through the sums. Expected values: R 4.2.2, with {@code d <-
 * read.csv("nsw_dw.csv"); t <- d[d$arm == "treatment", ]; c <- d[d$arm == "control", ]}.
 */
class NswTest {

    /** 1e-9, in percent. */
    private static final double PERCENT = 1e-7;

    private static final Pattern COMMA = Pattern.compile(",");

    private static final List<List<String>> ROWS = NistTest.lines("/nsw/nsw_dw.csv")
            .map(line -> COMMA.splitAsStream(line).toList())
            .toList();

    private final PairedSums treatment = sums("treatment", "re75", "re78");
    private final PairedSums control = sums("control", "re75", "re78");

    private static PairedSums sums(String arm, String x, String y) {
        return Samples.pairs(column(arm, x), column(arm, y));
    }

    private static List<BigDecimal> column(String arm, String name) {
        List<String> header = ROWS.get(0);
        return ROWS.stream()
                .filter(row -> row.get(header.indexOf("arm")).equals(arm))
                .map(row -> new BigDecimal(row.get(header.indexOf(name))))
                .toList();
    }

    @Test
    void shouldFindChangeWithinEachArm() {
        // R: w <- t.test(t$re78, t$re75, paired = TRUE); w$statistic; w$stderr; w$p.value; w$conf.int
        assertThat(treatment.n()).isEqualTo(185);
        assertClose(treatment.x().mean().orElseThrow(), 1532.0553130691117);
        assertClose(treatment.y().mean().orElseThrow(), 6349.143502065298);
        assertEstimate(
                PairedChange.of(treatment.change()).orElseThrow(),
                4817.088188996187,
                608.4201999228767,
                184,
                2.2180581309953201e-13,
                3616.711309759705,
                6017.465068232668);
        assertClose(PairedChange.of(treatment.change()).orElseThrow().statistic(), 7.917370576464753);

        // R: the same of c
        assertThat(control.n()).isEqualTo(260);
        assertClose(control.x().mean().orElseThrow(), 1266.9090145404523);
        assertClose(control.y().mean().orElseThrow(), 4554.801120215196);
        assertEstimate(
                PairedChange.of(control.change()).orElseThrow(),
                3287.8921056747436,
                375.8100555280877,
                259,
                2.808511250322123e-16,
                2547.8598885956953,
                4027.9243227537922);
        assertClose(PairedChange.of(control.change()).orElseThrow().statistic(), 8.748813549053665);
    }

    @Test
    void shouldFindDifferenceInDifferences() {
        // R: t.test(t$re78 - t$re75, c$re78 - c$re75)
        assertEstimate(
                WelchDifference.of(treatment.change(), control.change()).orElseThrow(),
                1529.196083321443,
                715.1281965565458,
                318.27362357693914,
                0.033249273075501275,
                122.22034090998636,
                2936.1718257328994);
    }

    @Test
    void shouldFindPublishedDifferenceAfterwards() {
        // R: t.test(t$re78, c$re78); published (Dehejia & Wahba 1999): 1,794 with standard error 671
        assertEstimate(
                WelchDifference.of(treatment.y(), control.y()).orElseThrow(),
                1794.3423818501024,
                670.9965444673315,
                307.13249449670695,
                0.00789297830550187,
                474.0104511878346,
                3114.6743125123708);
    }

    @Test
    void shouldFindAdjustedDifference() {
        // R: m <- lm(re78 ~ I(arm == "treatment") + re75, d); coef(summary(m))[2, ]; m$df.residual; confint(m)[2, ]
        assertEstimate(
                Ancova.of(treatment, control).orElseThrow(),
                1750.1509023542021,
                632.0914220203073,
                442,
                0.005862503647586394,
                507.872812949915,
                2992.4289917584656);
    }

    @Test
    void shouldFindStandardizedDifferences() {
        // R: J(443) * (mean(t$re78) - mean(c$re78)) / s_pooled, J(m) = exp(lgamma(m/2) - lgamma((m-1)/2)) / sqrt(m/2)
        assertClose(
                StandardizedDifference.hedgesG(treatment.y(), control.y())
                        .orElseThrow()
                        .value(),
                0.2722533924725842);
        // R: (mean(t$re75) - mean(c$re75)) / sqrt((var(t$re75) + var(c$re75)) / 2)
        assertClose(
                StandardizedDifference.balance(treatment.x(), control.x())
                        .orElseThrow()
                        .standardizedDifference(),
                0.08386324067125678);
    }

    @Test
    void shouldFindNoTrendBeforehand() {
        // R: t.test(t$re75 - t$re74, c$re75 - c$re74)
        assertEstimate(
                WelchDifference.of(
                                sums("treatment", "re74", "re75").change(),
                                sums("control", "re74", "re75").change())
                        .orElseThrow(),
                276.5992564116099,
                383.76270776999985,
                421.9022556847051,
                0.47145884123537074,
                -477.72574792853607,
                1030.9242607517558);
    }

    private static void assertEstimate(
            Estimate actual, double value, double error, double df, double p, double lower, double upper) {
        assertClose(actual.value(), value);
        assertClose(actual.standardError(), error);
        assertClose(actual.degreesOfFreedom(), df);
        assertClose(actual.p(), p);
        assertClose(actual.lower(), lower);
        assertClose(actual.upper(), upper);
    }

    private static void assertClose(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, withinPercentage(PERCENT));
    }
}
