package io.cultivar.contract.result;

import org.jspecify.annotations.Nullable;

/**
 * One day of a survival curve.
 *
 * @param day days since the start
 * @param atRisk people under observation just before (in a published curve: who had not left by its end)
 * @param left people who left on that day (in a published curve: since the point before)
 * @param survival share still employed after it (Kaplan-Meier)
 * @param lower lower end of the 95 % log-log interval; null where the survival is 0 or 1
 * @param upper its upper end
 */
public record SurvivalPoint(
        int day,
        long atRisk,
        long left,
        double survival,
        @Nullable Double lower,
        @Nullable Double upper) {

    public SurvivalPoint {
        Finite.check(survival);
        Finite.checkPresent(lower, upper);
    }
}
