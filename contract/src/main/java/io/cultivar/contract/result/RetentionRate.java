package io.cultivar.contract.result;

import io.cultivar.contract.event.Arm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many people were still employed some days after their index date.
 *
 * @param arm the arm
 * @param horizonDays days after the index date: 90, 180 or 365
 * @param followed people employed on their index date which lies that many days back or more (n)
 * @param retained those of them who had not left by that day
 * @param rate retained / followed
 * @param lower lower end of the 95 % Wilson interval of the rate
 * @param upper its upper end
 * @param atRisk people still under observation just before anybody left on that day (Kaplan-Meier; in a published rate: who
 *     had not left by its end)
 * @param survival Kaplan-Meier estimate of the share still employed, with its log-log interval; it uses those too who are
 *     not yet followed for so long
 * @param reasons why the rate is absent
 * @param withheld why publication withholds the numbers; null where it does not
 */
public record RetentionRate(
        Arm arm,
        int horizonDays,
        @Nullable Long followed,
        @Nullable Long retained,
        @Nullable Double rate,
        @Nullable Double lower,
        @Nullable Double upper,
        @Nullable Long atRisk,
        @Nullable Bounded survival,
        List<Reason> reasons,
        @Nullable Withheld withheld) {

    public RetentionRate {
        Finite.checkPresent(rate, lower, upper);
        reasons = List.copyOf(reasons);
    }
}
