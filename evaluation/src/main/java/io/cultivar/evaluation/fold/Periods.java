package io.cultivar.evaluation.fold;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import org.threeten.extra.PeriodDuration;

/**
 * The periods of a staggered roll-out, numbered along the UTC calendar. Whole months are counted from January 1970, so that
 * P3M are the quarters of the year; whole days from 1 January 1970; whole weeks start on Mondays. Any other length (months
 * and days together, parts of a day) would fit no calendar and counts as one month.
 */
public final class Periods {

    /** The Monday from which weeks are counted, in days since 1970. */
    private static final long MONDAY = -3;

    private static final int DAYS_PER_WEEK = 7;
    private static final int MONTHS_PER_YEAR = 12;

    private final long months;
    private final long days;
    private final long firstDay;

    private Periods(long months, long days) {
        this.months = months;
        this.days = days;
        this.firstDay = days % DAYS_PER_WEEK == 0 ? MONDAY : 0;
    }

    /** The periods of this length. */
    // The parts of a period are meant as parts here.
    @SuppressWarnings("JavaPeriodGetDays")
    public static Periods of(PeriodDuration length) {
        Period parts = length.getPeriod();
        long months = parts.toTotalMonths();
        long days = parts.getDays();
        boolean wholeDays = months == 0 && days > 0 && length.getDuration().isZero();
        boolean wholeMonths = months > 0 && days == 0 && length.getDuration().isZero();
        if (wholeDays) {
            return new Periods(0, days);
        }
        return new Periods(wholeMonths ? months : 1, 0);
    }

    /** The number of the period that an instant is in. */
    public int at(Instant time) {
        LocalDate date = time.atOffset(ZoneOffset.UTC).toLocalDate();
        if (days > 0) {
            return Math.toIntExact(Math.floorDiv(date.toEpochDay() - firstDay, days));
        }
        long month = (date.getYear() - 1970L) * MONTHS_PER_YEAR + date.getMonthValue() - 1;
        return Math.toIntExact(Math.floorDiv(month, months));
    }

    /** The first day of a period. */
    public LocalDate firstDay(int period) {
        return days > 0 ? LocalDate.ofEpochDay(firstDay + period * days) : LocalDate.EPOCH.plusMonths(period * months);
    }
}
