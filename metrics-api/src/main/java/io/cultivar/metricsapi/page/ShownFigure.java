package io.cultivar.metricsapi.page;

import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Interval;
import io.cultivar.evaluation.statistics.StudentT;
import org.jspecify.annotations.Nullable;

/**
 * A value as a chart shows it, with one interval.
 *
 * @param value the value
 * @param lower lower end of the interval that is shown; null where there is none
 * @param upper upper end; null together with lower
 * @param oneLook whether the interval holds for one look at a declared day only
 */
record ShownFigure(
        double value, @Nullable Double lower, @Nullable Double upper, boolean oneLook) {

    private static final double TAIL = 0.025;

    static @Nullable ShownFigure of(@Nullable Bounded figure) {
        if (figure == null) {
            return null;
        }
        Interval shown = figure.shown();
        return shown == null
                ? new ShownFigure(figure.value(), null, null, true)
                : new ShownFigure(figure.value(), shown.lower(), shown.upper(), figure.alwaysValid() == null);
    }

    /**
     * A mean with its 95 % t interval, mean +- t(n - 1) s / sqrt(n); without one where n is 1 or the standard deviation is
     * not known.
     */
    static ShownFigure ofMean(double mean, @Nullable Double standardDeviation, long people) {
        if (standardDeviation == null || people < 2) {
            return new ShownFigure(mean, null, null, true);
        }
        double half = new StudentT(people - 1.0).upperQuantile(TAIL) * standardDeviation / Math.sqrt((double) people);
        return new ShownFigure(mean, mean - half, mean + half, true);
    }
}
