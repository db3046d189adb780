package io.cultivar.contract.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Retention of the treated minus that of the controls at one horizon.
 *
 * @param horizonDays days after the index date
 * @param difference with its interval: Newcombe's where everybody was followed for so long, else Kaplan-Meier's (Greenwood)
 * @param complete whether everybody was followed for so long
 * @param minimumDetectable the smallest difference that would have been found with 80 % power at these sizes
 * @param reasons {@code cannot-be-proven} where the difference is smaller than that and its interval reaches across zero
 */
public record RetentionDifference(
        int horizonDays,
        Bounded difference,
        boolean complete,
        @Nullable Double minimumDetectable,
        List<Reason> reasons) {

    public RetentionDifference {
        Finite.checkPresent(minimumDetectable);
        reasons = List.copyOf(reasons);
    }
}
