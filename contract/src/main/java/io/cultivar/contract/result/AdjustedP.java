package io.cultivar.contract.result;

/**
 * The p-value of a program's primary metric among all programs' (Benjamini and Hochberg 1995).
 *
 * @param program the program
 * @param metric its primary metric
 * @param p always-valid where there is one, else the fixed one
 * @param adjusted false discovery rate at which it would be called an effect
 */
public record AdjustedP(String program, String metric, double p, double adjusted) {

    public AdjustedP {
        Finite.check(p, adjusted);
    }
}
