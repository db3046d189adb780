package io.cultivar.evaluation.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threeten.extra.PeriodDuration;

class PeriodsTest {

    @ParameterizedTest
    @CsvSource({
        "P1M, 1970-01-01T00:00:00Z, 0, 1970-01-01",
        "P1M, 1969-12-31T23:59:59.999999999Z, -1, 1969-12-01",
        "P1M, 2026-03-31T23:59:59Z, 674, 2026-03-01",
        "P3M, 2026-03-31T23:59:59Z, 224, 2026-01-01",
        "P3M, 2026-04-01T00:00:00Z, 225, 2026-04-01",
        "P1Y, 2026-12-31T00:00:00Z, 56, 2026-01-01",
        "P1Y6M, 1969-12-31T00:00:00Z, -1, 1968-07-01",
        "P1D, 1969-12-31T12:00:00Z, -1, 1969-12-31",
        "P10D, 1970-01-11T00:00:00Z, 1, 1970-01-11",
        "P1W, 1970-01-04T23:59:59Z, 0, 1969-12-29",
        "P1W, 2026-03-01T23:59:59Z, 2930, 2026-02-23",
        "P1W, 2026-03-02T00:00:00Z, 2931, 2026-03-02",
        "P14D, 1969-12-28T00:00:00Z, -1, 1969-12-15"
    })
    void shouldFollowTheCalendar(String length, Instant time, int period, LocalDate firstDay) {
        Periods periods = Periods.of(PeriodDuration.parse(length));
        assertThat(periods.at(time)).isEqualTo(period);
        assertThat(periods.firstDay(period)).isEqualTo(firstDay);
        assertThat(periods.at(firstDay.atStartOfDay(ZoneOffset.UTC).toInstant()))
                .isEqualTo(period);
    }

    @ParameterizedTest
    @CsvSource({"P1M1D", "PT720H", "P1DT1H", "P-1M", "P-7D", "P2M-30D"})
    void shouldTakeMonths_whereALengthFitsNoCalendar(String length) {
        Periods periods = Periods.of(PeriodDuration.parse(length));
        assertThat(periods.at(Instant.parse("2026-03-31T23:59:59Z"))).isEqualTo(674);
        assertThat(periods.firstDay(674)).isEqualTo("2026-03-01");
    }
}
