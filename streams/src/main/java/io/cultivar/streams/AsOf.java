package io.cultivar.streams;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Which as-of instant the results are for: facts dated after it do not count yet. */
public interface AsOf {

    /** The as-of instant, given what the clock says. */
    Instant at(Instant now);

    /** Always the same instant. */
    record Fixed(Instant instant) implements AsOf {
        @Override
        public Instant at(Instant now) {
            return instant;
        }
    }

    /** The end of the current day in UTC, so that what happened today counts today. */
    record CurrentDay() implements AsOf {
        @Override
        public Instant at(Instant now) {
            return endOf(LocalDate.ofInstant(now, ZoneOffset.UTC));
        }
    }

    /** The last nanosecond of a day in UTC. */
    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1);
    }
}
