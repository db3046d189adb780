package io.cultivar.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threeten.extra.PeriodDuration;

class CalendarTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T10:15:30Z, P1M,  1, 2026-02-28T10:15:30Z",
        "2024-01-31T00:00:00Z, P1M,  1, 2024-02-29T00:00:00Z",
        "2026-01-31T00:00:00Z, P1M,  2, 2026-03-31T00:00:00Z",
        "2026-03-31T00:00:00Z, P1M, -1, 2026-02-28T00:00:00Z",
        "2026-05-31T00:00:00Z, P1M, -3, 2026-02-28T00:00:00Z",
        "2024-02-29T00:00:00Z, P1Y,  1, 2025-02-28T00:00:00Z",
        "2024-02-29T00:00:00Z, P1Y,  4, 2028-02-29T00:00:00Z",
        "2026-03-28T12:00:00Z, P1W,  1, 2026-04-04T12:00:00Z",
        "2026-01-01T00:00:00Z, P1MT36H, 2, 2026-03-04T00:00:00Z",
        "2026-01-01T00:00:00Z, P1M,  0, 2026-01-01T00:00:00Z"
    })
    void shouldCountFromTheStart(Instant start, PeriodDuration period, int times, Instant end) {
        assertThat(Calendar.plus(start, period, times)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({"P12M, P1M, 12", "P1Y, P1M, 12", "P1Y, P1Y, 1", "P6M, P1Y, 0.5", "P90D, P1D, 90", "P1D, PT1H, 24"})
    void shouldDivideExactlyWhereItCan(PeriodDuration whole, PeriodDuration unit, BigDecimal ratio) {
        assertThat(Calendar.ratio(whole, unit)).isEqualByComparingTo(ratio);
    }

    @Test
    void shouldRoundAQuotientOnceTo34Digits() {
        BigDecimal weeks = Calendar.ratio(PeriodDuration.parse("P12M"), PeriodDuration.parse("P1W"));

        assertThat(weeks)
                .isEqualTo(new BigDecimal("365.25").divide(BigDecimal.valueOf(7), MathContext.DECIMAL128))
                .isEqualTo(new BigDecimal("52.17857142857142857142857142857143"));
        assertThat(weeks.precision()).isEqualTo(34);
        assertThat(Calendar.ratio(PeriodDuration.parse("P1M"), PeriodDuration.parse("P3M")))
                .isEqualTo(new BigDecimal("0.3333333333333333333333333333333333"));
    }
}
