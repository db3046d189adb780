package io.cultivar.contract.result;

import org.jspecify.annotations.Nullable;

/** Guards results against NaN and Infinity. */
final class Finite {

    private Finite() {}

    static void check(double... values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a result must be finite, not " + value);
            }
        }
    }

    /** The same for numbers that may be absent. */
    static void checkPresent(@Nullable Double... values) {
        for (Double value : values) {
            if (value != null) {
                check(value);
            }
        }
    }
}
