package io.cultivar.evaluation.portfolio;

import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Interval;
import io.cultivar.evaluation.statistics.MinimumDetectableEffect;
import io.cultivar.evaluation.statistics.Normal;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Adds up values with their intervals. The standard error of a sum is at most the sum of the standard errors, whatever the
 * correlation, and the root of their summed squares where the parts are independent. What is added (or squared, added and
 * rooted) is the distance from value to interval end, on each side and for each kind of interval by itself: that distance
 * is a quantile times the standard error, and with t quantiles, which are never below the normal one, the sum stays on the
 * safe side. A kind of interval that one part lacks the sum lacks too.
 */
final class Combined {

    private final boolean dependent;

    /** Intervals for parts that share people (or may), or for parts that are independent. */
    Combined(boolean dependent) {
        this.dependent = dependent;
    }

    /** The sum of the parts; 0 with intervals of no width for none. */
    Bounded sum(List<Bounded> parts) {
        double value = parts.stream().mapToDouble(Bounded::value).sum();
        Interval fixed = around(value, parts, Combined::fixed);
        return new Bounded(
                value,
                fixed == null ? null : Double.valueOf(fixed.lower()),
                fixed == null ? null : Double.valueOf(fixed.upper()),
                around(value, parts, Bounded::alwaysValid));
    }

    /** One minus the other. */
    Bounded difference(Bounded one, Bounded other) {
        return sum(List.of(one, negative(other)));
    }

    private @Nullable Interval around(double value, List<Bounded> parts, Function<Bounded, @Nullable Interval> kind) {
        double[] below = new double[parts.size()];
        double[] above = new double[parts.size()];
        for (int i = 0; i < parts.size(); i++) {
            Interval interval = kind.apply(parts.get(i));
            if (interval == null) {
                return null;
            }
            below[i] = parts.get(i).value() - interval.lower();
            above[i] = interval.upper() - parts.get(i).value();
        }
        return new Interval(value - together(below), value + together(above));
    }

    private double together(double[] distances) {
        return dependent
                ? DoubleStream.of(distances).sum()
                : Math.sqrt(DoubleStream.of(distances)
                        .map(distance -> distance * distance)
                        .sum());
    }

    /** The fixed interval of a value; null where it has none. */
    static @Nullable Interval fixed(Bounded bounded) {
        return bounded.lower() == null || bounded.upper() == null
                ? null
                : new Interval(bounded.lower(), bounded.upper());
    }

    /** The half fixed interval over z(.975), never less than the standard error; empty where it has no width. */
    static Optional<Double> standardError(Bounded bounded) {
        Interval fixed = fixed(bounded);
        return fixed == null || fixed.upper() <= fixed.lower()
                ? Optional.empty()
                : Optional.of((fixed.upper() - fixed.lower()) / 2 / Normal.Z975);
    }

    /** The smallest value that would have been found with 80 % power, by that standard error. */
    static Optional<Double> minimumDetectable(Bounded bounded) {
        return standardError(bounded).flatMap(standardError -> MinimumDetectableEffect.of(standardError, null));
    }

    private static Bounded negative(Bounded of) {
        Interval always = of.alwaysValid();
        return new Bounded(
                -of.value(),
                of.upper() == null ? null : Double.valueOf(-of.upper()),
                of.lower() == null ? null : Double.valueOf(-of.lower()),
                always == null ? null : new Interval(-always.upper(), -always.lower()));
    }

    /** Value and ends, each put through a function that keeps their order. */
    static Bounded map(Bounded of, DoubleUnaryOperator increasing) {
        Interval always = of.alwaysValid();
        return new Bounded(
                increasing.applyAsDouble(of.value()),
                of.lower() == null ? null : Double.valueOf(increasing.applyAsDouble(of.lower())),
                of.upper() == null ? null : Double.valueOf(increasing.applyAsDouble(of.upper())),
                always == null
                        ? null
                        : new Interval(
                                increasing.applyAsDouble(always.lower()), increasing.applyAsDouble(always.upper())));
    }
}
