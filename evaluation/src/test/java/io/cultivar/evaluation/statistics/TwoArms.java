package io.cultivar.evaluation.statistics;

import static io.cultivar.evaluation.statistics.Samples.pairs;
import static io.cultivar.evaluation.statistics.Samples.skewed;
import static io.cultivar.evaluation.statistics.Samples.values;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Two arms of unequal size and spread, 12 treated (of whom 9 completed) and 9 controls. In R: {@code xT <- c(TREATED_BEFORE); yT
 * <- c(TREATED_AFTER); cT <- c(COMPLETED); xC <- c(CONTROL_BEFORE); yC <- c(CONTROL_AFTER); dT <- yT - xT; dC <- yC - xC; w <-
 * t.test(dT, dC); D <- mean(dT) - mean(dC); SE <- w$stderr; df <- w$parameter}. Expected values in the tests: R 4.2.2.
 */
final class TwoArms {

    static final String TREATED_BEFORE = "3.1 4.2 5.0 6.3 2.2 4.8 5.5 3.9 6.1 4.4 2.7 5.2";
    static final String TREATED_AFTER = "6.0 7.9 9.1 10.4 5.7 5.1 9.9 4.2 12.6 7.0 4.9 8.8";
    static final String COMPLETED = "1 1 1 1 1 0 1 0 1 1 0 1";
    static final String CONTROL_BEFORE = "2.9 5.1 4.4 6.8 3.3 7.0 1.2 4.1 5.6";
    static final String CONTROL_AFTER = "3.2 5.6 4.1 7.4 3.9 7.6 2.1 4.4 5.5";

    static final PairedSums TREATMENT = pairs(TREATED_BEFORE, TREATED_AFTER);
    static final PairedSums CONTROL = pairs(CONTROL_BEFORE, CONTROL_AFTER);

    private TwoArms() {}

    static SkewedMoments treatmentChange() {
        return skewed(changes(TREATED_BEFORE, TREATED_AFTER));
    }

    static SkewedMoments controlChange() {
        return skewed(changes(CONTROL_BEFORE, CONTROL_AFTER));
    }

    static List<BigDecimal> changes(String before, String after) {
        List<BigDecimal> x = values(before);
        List<BigDecimal> y = values(after);
        return IntStream.range(0, x.size())
                .mapToObj(i -> y.get(i).subtract(x.get(i)))
                .toList();
    }
}
