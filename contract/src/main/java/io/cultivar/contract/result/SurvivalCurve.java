package io.cultivar.contract.result;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.LeavingKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long people stayed: one Kaplan-Meier curve.
 *
 * @param arm the arm; null for the whole company
 * @param leaving which leaving counts as an event; people who left otherwise are watched until that day. Null for any
 * @param people people under observation on day 0 (n); null where published and withheld
 * @param left those who left while watched; null where published and withheld
 * @param points the days on which somebody left, every 30th day and days 90, 180 and 365 as far as anybody was watched; in a
 *     published curve only such of the latter between which nobody can count few people
 * @param restrictedMeanDays mean days stayed within the first {@code horizonDays} (RMST) with its interval; null where not
 *     estimable or withheld
 * @param horizonDays 365
 * @param reasons why something is absent
 * @param withheld why publication withholds the curve; null where it does not
 */
public record SurvivalCurve(
        @Nullable Arm arm,
        @Nullable LeavingKind leaving,
        @Nullable Long people,
        @Nullable Long left,
        List<SurvivalPoint> points,
        @Nullable LargeSample restrictedMeanDays,
        int horizonDays,
        List<Reason> reasons,
        @Nullable Withheld withheld) {

    public SurvivalCurve {
        points = List.copyOf(points);
        reasons = List.copyOf(reasons);
    }
}
