package io.cultivar.contract.result;

import io.cultivar.contract.event.Arm;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One period of a metric in one arm; a person counts once, with the mean of that period's values. A metric is cut in one way
 * only, so that no two numbers are about overlapping periods.
 *
 * @param metric the metric
 * @param arm the arm
 * @param bucket how long the period is: {@code week} where the metric is defined per less than a month, else {@code month}
 * @param from first day of the period, UTC
 * @param measured people with a value in it (n)
 * @param mean mean over those people
 * @param standardDeviation sample standard deviation over those people; null for n = 1
 * @param withheld why publication withholds the numbers; null where it does not
 */
public record TrendPoint(
        String metric,
        Arm arm,
        Bucket bucket,
        LocalDate from,
        @Nullable Long measured,
        @Nullable Double mean,
        @Nullable Double standardDeviation,
        @Nullable Withheld withheld) {

    public TrendPoint {
        Finite.checkPresent(mean, standardDeviation);
    }
}
