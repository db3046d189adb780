package io.cultivar.metricsapi.tables;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.result.Bucket;
import io.cultivar.contract.result.TrendPoint;
import io.cultivar.contract.result.Withheld;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * One period of a metric in one arm; the meaning of each figure is that of {@link TrendPoint}.
 *
 * @param month the month, where the period is one
 * @param to first day after the period
 * @param periods how many published periods it is put together from: 1, or the weeks or months of a longer one. A week
 *     belongs to the month and quarter of its Thursday
 * @param provisional whether the period is not over, by as-of or by the latest event that was read
 * @param measured people with a value in it; null where several published periods are put together: how many different
 *     people that are is not published
 * @param values how many values the mean is of: one for each person and published period. Those of one person are not
 *     independent, so no interval follows from them where {@code periods} is more than 1
 * @param mean of these values
 * @param standardDeviation of these values
 */
public record TrendRow(
        String program,
        @Nullable String title,
        String metric,
        Arm arm,
        @Nullable YearMonth month,
        Bucket bucket,
        LocalDate from,
        LocalDate to,
        int periods,
        boolean provisional,
        @Nullable Long measured,
        @Nullable Long values,
        @Nullable Double mean,
        @Nullable Double standardDeviation,
        @Nullable Withheld withheld)
        implements Dated {}
