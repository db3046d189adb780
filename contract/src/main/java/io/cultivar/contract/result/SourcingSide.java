package io.cultivar.contract.result;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Training of one sourcing in one skill area.
 *
 * @param programs how many programs
 * @param completed people who completed
 * @param cost fully loaded; null where programs are in several currencies or one's cost is unknown or withheld
 * @param hiddenCost of that: recruitment, onboarding, contract management
 * @param costPerCompletion cost / completed
 * @param benefitPerPerson benefit / measured people, with its interval
 * @param roi of the measured programs together
 * @param evidence how strong the evidence of its benefit is: that of the weakest of its measured programs
 * @param leadTimeDays mean days from enrollment to completion
 */
public record SourcingSide(
        long programs,
        @Nullable Long completed,
        @Nullable BigDecimal cost,
        @Nullable BigDecimal hiddenCost,
        @Nullable Double costPerCompletion,
        @Nullable Bounded benefitPerPerson,
        @Nullable Bounded roi,
        Evidence evidence,
        @Nullable Double leadTimeDays) {

    public SourcingSide {
        Finite.checkPresent(costPerCompletion, leadTimeDays);
    }
}
