package io.cultivar.contract.result;

/** Two ends; {@code lower <= upper}. */
public record Interval(double lower, double upper) {

    public Interval {
        Finite.check(lower, upper);
    }
}
