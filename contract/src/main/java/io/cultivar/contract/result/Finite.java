package io.cultivar.contract.result;

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
}
