package io.cultivar.metricsapi.rest;

import io.cultivar.metricsapi.tables.Dated;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which event time rows are about, half-open, by days of UTC.
 *
 * @param from the first day; null where it is from the beginning
 * @param to the day after the last
 */
record Window(@Nullable LocalDate from, LocalDate to) {

    /** What the rows cover: their periods, else everything up to as-of; null where nothing says so. */
    static @Nullable Window of(@Nullable Instant asOf, List<? extends Record> rows) {
        LocalDate from = days(rows, Dated::from).min(Comparator.naturalOrder()).orElse(null);
        LocalDate to = days(rows, Dated::to).max(Comparator.naturalOrder()).orElse(null);
        if (to != null) {
            return new Window(from, to);
        }
        return asOf == null
                ? null
                : new Window(null, asOf.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1));
    }

    private static java.util.stream.Stream<LocalDate> days(
            List<? extends Record> rows, Function<Dated, @Nullable LocalDate> day) {
        return rows.stream()
                .filter(Dated.class::isInstance)
                .map(Dated.class::cast)
                .map(day)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull);
    }
}
