package io.cultivar.contract.result;

/**
 * Who was lost from the comparison, of those whose after-window is over.
 *
 * @param overall share lost over both arms
 * @param differential share lost of the treated minus share lost of the controls
 * @param low whether both are small enough that the loss alone can hardly explain an effect: overall at most 0.20 and
 *     differential within 0.05
 */
public record Attrition(double overall, double differential, boolean low) {

    public Attrition {
        Finite.check(overall, differential);
    }
}
