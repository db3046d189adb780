package io.cultivar.metricsapi.tables;

import io.cultivar.contract.event.Better;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Estimate;
import io.cultivar.contract.result.Interval;
import io.cultivar.metricsapi.explained.ExplainedEvidence;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** By what rows of one type can be chosen: a parameter, and whether it accepts a row. */
record Key<R>(Parameter parameter, BiPredicate<Filter, R> test) {

    /** Rows whose value is one of those that are asked for. */
    static <R> Key<R> by(Parameter parameter, Function<R, @Nullable Object> value) {
        return new Key<>(parameter, (filter, row) -> filter.accepts(parameter, value.apply(row)));
    }

    /** What the rows themselves are made by, so that each of them is accepted. */
    static <R> Key<R> option(Parameter parameter) {
        return new Key<>(parameter, (filter, row) -> true);
    }

    /** Rows whose evidence has one of the grades. */
    static <R> Key<R> grade(Function<R, @Nullable ExplainedEvidence> evidence) {
        return by(Parameter.GRADE, row -> {
            ExplainedEvidence known = evidence.apply(row);
            return known == null ? null : known.grade();
        });
    }

    /** Rows whose interval lies above a number. */
    static <R> Key<R> lowerAbove(Function<R, @Nullable Double> lower) {
        return new Key<>(Parameter.LOWER_ABOVE, (filter, row) -> filter.acceptsLower(lower.apply(row)));
    }

    /** The lower end of the interval that is shown; null where there is none. */
    static @Nullable Double lower(@Nullable Bounded value) {
        Interval shown = value == null ? null : value.shown();
        return shown == null ? null : shown.lower();
    }

    /** The same of an effect, turned so that more is better; null where nobody said what is better. */
    static @Nullable Double lower(EffectRow row) {
        Estimate effect = row.comparison() == null ? null : row.comparison().differenceInDifferences();
        if (effect == null || row.better() == null) {
            return null;
        }
        Interval shown = effect.shown();
        return row.better() == Better.HIGHER ? shown.lower() : -shown.upper();
    }

    boolean accepts(Filter filter, R row) {
        return test.test(filter, row);
    }
}
