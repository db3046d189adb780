package io.cultivar.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.threeten.extra.PeriodDuration;

class WindowsTest {

    private static final Windows MONTHS = windows("P3M", "P1M", "P2M");

    @Test
    void shouldCountEveryEndFromTheIndexDate() {
        Instant index = Instant.parse("2026-01-31T08:00:00Z");

        assertThat(MONTHS.placeboStart(index)).isEqualTo("2025-07-31T08:00:00Z");
        assertThat(MONTHS.beforeStart(index)).isEqualTo("2025-10-31T08:00:00Z");
        assertThat(MONTHS.afterStart(index)).isEqualTo("2026-02-28T08:00:00Z");
        // One month and then two would end on 28 April; three months from the index date end on the 30th.
        assertThat(MONTHS.afterEnd(index)).isEqualTo("2026-04-30T08:00:00Z");
    }

    @Test
    void shouldStartTheAfterWindowAtTheIndexDateWithoutALag() {
        Instant index = Instant.parse("2024-02-29T00:00:00Z");
        Windows days = windows("P1Y", "P0D", "P90D");

        assertThat(days.afterStart(index)).isEqualTo(index);
        assertThat(days.afterEnd(index)).isEqualTo("2024-05-29T00:00:00Z");
        assertThat(days.beforeStart(index)).isEqualTo("2023-02-28T00:00:00Z");
        assertThat(days.placeboStart(index)).isEqualTo("2022-02-28T00:00:00Z");
    }

    @Test
    void shouldAddALagInDaysToAnAfterInMonths() {
        Instant index = Instant.parse("2026-01-31T00:00:00Z");

        // Months first (28 February), then the days.
        assertThat(windows("P1M", "P10D", "P1M").afterEnd(index)).isEqualTo("2026-03-10T00:00:00Z");
    }

    private static Windows windows(String before, String lag, String after) {
        return new Windows(PeriodDuration.parse(before), PeriodDuration.parse(lag), PeriodDuration.parse(after));
    }
}
