package io.cultivar.contract.result;

/**
 * The p-value of a program's primary metric among those of all programs that have one (Benjamini and Hochberg 1995).
 *
 * @param program the program
 * @param metric its primary metric
 * @param p the always-valid one, as decisions use it; a program whose effect has none is not in the list
 * @param adjusted false discovery rate at which it would be called an effect
 */
public record AdjustedP(String program, String metric, double p, double adjusted) {

    public AdjustedP {
        Finite.check(p, adjusted);
    }
}
