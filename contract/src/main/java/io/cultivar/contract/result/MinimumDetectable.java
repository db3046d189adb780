package io.cultivar.contract.result;

import org.jspecify.annotations.Nullable;

/**
 * The smallest effect that would have been found with 80 % power at the 5 % level: (t(.975, df) + t(.80, df)) x standard
 * error.
 *
 * @param absolute in the metric's unit
 * @param relative as a share of what the treated would have had without the program; null where that is not above zero
 */
public record MinimumDetectable(double absolute, @Nullable Double relative) {

    public MinimumDetectable {
        Finite.check(absolute);
        Finite.checkPresent(relative);
    }
}
