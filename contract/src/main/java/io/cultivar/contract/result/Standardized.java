package io.cultivar.contract.result;

/**
 * An effect in standard deviations, corrected for small samples (Hedges' g).
 *
 * @param value g
 * @param standardError its large-sample standard error
 * @param lower lower end of the 95 % normal interval
 * @param upper upper end
 */
public record Standardized(double value, double standardError, double lower, double upper) {

    public Standardized {
        Finite.check(value, standardError, lower, upper);
    }
}
