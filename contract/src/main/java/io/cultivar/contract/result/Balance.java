package io.cultivar.contract.result;

import org.jspecify.annotations.Nullable;

/**
 * How alike the arms were before the program.
 *
 * @param standardizedDifference difference of the before-means / sqrt((v_T + v_C) / 2) (SMD)
 * @param varianceRatio v_T / v_C; null where the controls do not vary
 * @param p Welch p of the difference of the before-means; null where not estimable
 */
public record Balance(
        double standardizedDifference,
        @Nullable Double varianceRatio,
        @Nullable Double p) {

    public Balance {
        Finite.check(standardizedDifference);
        Finite.checkPresent(varianceRatio, p);
    }
}
