package io.cultivar.contract.event;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.ZoneOffset;
import org.threeten.extra.PeriodDuration;

/** Calendar arithmetic in UTC, by the conventions of the methods: 1 year = 12 months = 365.25 days. */
// Here the parts of a period are meant as parts: months, days and time are added up one by one.
@SuppressWarnings({"JavaPeriodGetDays", "JavaDurationGetSecondsGetNano"})
public final class Calendar {

    private static final BigDecimal DAYS_PER_MONTH = new BigDecimal("30.4375");
    private static final BigDecimal SECONDS_PER_DAY = new BigDecimal(86_400);

    private Calendar() {}

    /** The instant {@code times} periods after {@code start} (before it where negative), counted from the start. */
    public static Instant plus(Instant start, PeriodDuration period, int times) {
        PeriodDuration total = period.multipliedBy(times);
        return start.atOffset(ZoneOffset.UTC)
                .plus(total.getPeriod())
                .plus(total.getDuration())
                .toInstant();
    }

    /** How many {@code unit}s fit into {@code whole}, rounded once to 34 digits; exact where both are whole months. */
    public static BigDecimal ratio(PeriodDuration whole, PeriodDuration unit) {
        if (isMonths(whole) && isMonths(unit)) {
            return BigDecimal.valueOf(whole.getPeriod().toTotalMonths())
                    .divide(BigDecimal.valueOf(unit.getPeriod().toTotalMonths()), MathContext.DECIMAL128);
        }
        return approximateDays(whole).divide(approximateDays(unit), MathContext.DECIMAL128);
    }

    /** The length of a period in days, months counted at their mean length. */
    static BigDecimal approximateDays(PeriodDuration period) {
        BigDecimal seconds = BigDecimal.valueOf(period.getDuration().toSeconds())
                .add(BigDecimal.valueOf(period.getDuration().getNano(), 9));
        return DAYS_PER_MONTH
                .multiply(BigDecimal.valueOf(period.getPeriod().toTotalMonths()))
                .add(BigDecimal.valueOf(period.getPeriod().getDays()))
                .add(seconds.divide(SECONDS_PER_DAY, MathContext.DECIMAL128));
    }

    private static boolean isMonths(PeriodDuration period) {
        return period.getPeriod().getDays() == 0 && period.getDuration().isZero();
    }
}
