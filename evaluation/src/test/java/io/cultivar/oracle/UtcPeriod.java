package io.cultivar.oracle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.threeten.extra.PeriodDuration;

/** A stretch of the UTC calendar: months first, then days, then time. */
// The parts of a period are meant as parts here.
@SuppressWarnings({"JavaPeriodGetDays", "JavaDurationGetSecondsGetNano"})
record UtcPeriod(long months, long days, Duration time) {

    static UtcPeriod parse(String iso) {
        PeriodDuration parsed = PeriodDuration.parse(iso);
        return new UtcPeriod(
                parsed.getPeriod().toTotalMonths(), parsed.getPeriod().getDays(), parsed.getDuration());
    }

    UtcPeriod plus(UtcPeriod other) {
        return new UtcPeriod(months + other.months, days + other.days, time.plus(other.time));
    }

    UtcPeriod times(int factor) {
        return new UtcPeriod(factor * months, factor * days, time.multipliedBy(factor));
    }

    /** A month later than a day that this month does not have is its last day. */
    Instant after(Instant start) {
        return LocalDateTime.ofInstant(start, ZoneOffset.UTC)
                .plusMonths(months)
                .plusDays(days)
                .plus(time)
                .toInstant(ZoneOffset.UTC);
    }

    /** How many of {@code unit} fit into this; months count 365.25/12 days where not both are whole months. */
    BigDecimal per(UtcPeriod unit) {
        if (onlyMonths() && unit.onlyMonths()) {
            return BigDecimal.valueOf(months).divide(BigDecimal.valueOf(unit.months), MathContext.DECIMAL128);
        }
        return inDays().divide(unit.inDays(), MathContext.DECIMAL128);
    }

    private boolean onlyMonths() {
        return days == 0 && time.isZero();
    }

    private BigDecimal inDays() {
        BigDecimal monthLength = new BigDecimal("365.25").divide(new BigDecimal(12));
        return monthLength
                .multiply(BigDecimal.valueOf(months))
                .add(BigDecimal.valueOf(days))
                .add(seconds(time).divide(BigDecimal.valueOf(24 * 60 * 60), MathContext.DECIMAL128));
    }

    /** The whole length in seconds, exactly. */
    static BigDecimal seconds(Duration length) {
        return BigDecimal.valueOf(length.getSeconds()).add(BigDecimal.valueOf(length.getNano(), 9));
    }
}
