package io.cultivar.contract.result;

import io.cultivar.contract.Term;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/** A length of the periods into which event time is cut, along the UTC calendar. */
public enum Bucket implements Term {
    /** From Monday to Sunday (ISO 8601). */
    WEEK("week") {
        @Override
        public LocalDate start(LocalDate day) {
            return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }

        @Override
        public LocalDate next(LocalDate start) {
            return start.plusWeeks(1);
        }
    },
    MONTH("month") {
        @Override
        public LocalDate start(LocalDate day) {
            return day.withDayOfMonth(1);
        }

        @Override
        public LocalDate next(LocalDate start) {
            return start.plusMonths(1);
        }
    },
    QUARTER("quarter") {
        @Override
        public LocalDate start(LocalDate day) {
            return day.with(IsoFields.DAY_OF_QUARTER, 1);
        }

        @Override
        public LocalDate next(LocalDate start) {
            return start.plusMonths(3);
        }
    };

    private final String id;

    Bucket(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    /** The first day of the period that a day is in. */
    public abstract LocalDate start(LocalDate day);

    /** The first day after the period that begins on this day. */
    public abstract LocalDate next(LocalDate start);

    /** The first day of the period that an instant is in. */
    public LocalDate start(Instant time) {
        return start(time.atOffset(ZoneOffset.UTC).toLocalDate());
    }
}
