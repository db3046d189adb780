package io.cultivar.contract.result;

import io.cultivar.contract.event.Arm;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * One month of a metric in one arm; a person counts once, with the mean of that month's values.
 *
 * @param metric the metric
 * @param arm the arm
 * @param month calendar month, UTC
 * @param measured people with a value in it (n)
 * @param mean mean over those people
 * @param standardDeviation sample standard deviation over those people; null for n = 1
 * @param withheld why publication withholds the numbers; null where it does not
 */
public record TrendPoint(
        String metric,
        Arm arm,
        YearMonth month,
        @Nullable Long measured,
        @Nullable Double mean,
        @Nullable Double standardDeviation,
        @Nullable Withheld withheld) {

    public TrendPoint {
        Finite.checkPresent(mean, standardDeviation);
    }
}
