package io.cultivar.contract.result;

/**
 * An interval that holds however often one looks, and stops looking, as data come in (Waudby-Smith and others' asymptotic
 * confidence sequence); wider than the fixed one, which holds for one look at a day declared beforehand.
 *
 * @param lower its lower end
 * @param upper its upper end
 * @param p always-valid p-value: 1 / e-value, at most 1
 */
public record AlwaysValid(double lower, double upper, double p) {

    public AlwaysValid {
        Finite.check(lower, upper, p);
    }
}
