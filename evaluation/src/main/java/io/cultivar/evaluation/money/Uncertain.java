package io.cultivar.evaluation.money;

/**
 * An amount of money with its standard error.
 *
 * @param value the amount
 * @param standardError 0 where it is known
 */
public record Uncertain(double value, double standardError) {

    /** Nothing, for sure. */
    public static final Uncertain ZERO = new Uncertain(0, 0);

    /** So many times the amount. */
    public Uncertain times(double factor) {
        return new Uncertain(value * factor, standardError * Math.abs(factor));
    }

    /** Both together, where their covariance is unknown: the errors add up, which is the most that they can come to. */
    public Uncertain plusDependent(Uncertain other) {
        return new Uncertain(value + other.value, standardError + other.standardError);
    }

    /** The difference of independent amounts: the errors add up in squares. */
    public Uncertain minusIndependent(Uncertain other) {
        return new Uncertain(value - other.value, Math.hypot(standardError, other.standardError));
    }

    /** The same with an independent error on top. */
    public Uncertain plusError(double independent) {
        return new Uncertain(value, Math.hypot(standardError, independent));
    }
}
