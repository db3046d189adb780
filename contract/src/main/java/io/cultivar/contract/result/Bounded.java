package io.cultivar.contract.result;

/** A value with the ends of its interval; {@code lower <= value <= upper}. */
public record Bounded(double value, double lower, double upper) {

    public Bounded {
        Finite.check(value, lower, upper);
    }
}
