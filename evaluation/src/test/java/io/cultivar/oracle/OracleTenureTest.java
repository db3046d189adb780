package io.cultivar.oracle;

import static io.cultivar.oracle.Examples.event;
import static io.cultivar.oracle.Examples.instant;
import static io.cultivar.oracle.Examples.places;
import static io.cultivar.oracle.Examples.retracted;
import static io.cultivar.oracle.Examples.sums;
import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.event.LeavingKind;
import io.cultivar.evaluation.sums.Cell;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Employments in the whole company. */
class OracleTenureTest {

    private static final Draft HIRED = started("s", "2025-01-01");
    private static final Draft LEFT = ended("x", "2026-01-01", "voluntary");

    private static Draft started(String id, String time) {
        return event(id, "employment.started", "ann", time, "{}");
    }

    private static Draft ended(String id, String time, String kind) {
        return event(id, "employment.ended", "ann", time, "{'kind':'" + kind + "'}");
    }

    private static Cell tenure(String entry, @Nullable String exit, @Nullable LeavingKind kind) {
        return new Cell.Tenure(
                LocalDate.parse(entry).toEpochDay(),
                exit == null ? null : LocalDate.parse(exit).toEpochDay(),
                kind);
    }

    @Test
    void shouldCountOneEmploymentFromHireToLeaving() {
        assertThat(sums(HIRED)).containsOnlyKeys(tenure("2025-01-01", null, null));
        assertThat(sums(HIRED, LEFT)).containsOnlyKeys(tenure("2025-01-01", "2026-01-01", LeavingKind.VOLUNTARY));
        assertThat(sums(instant("2025-12-31T23:59:59Z"), HIRED, LEFT))
                .containsOnlyKeys(tenure("2025-01-01", null, null));
    }

    @Test
    void shouldPassOverASecondHireAndALeavingOfWhoIsNotEmployed() {
        assertThat(sums(
                        ended("w", "2024-01-01", "other"),
                        HIRED,
                        started("s2", "2025-06-01"),
                        LEFT,
                        ended("y", "2026-02-01", "involuntary")))
                .containsOnlyKeys(tenure("2025-01-01", "2026-01-01", LeavingKind.VOLUNTARY));
        assertThat(sums(event("c", "employment.changed", "ann", "2025-01-01", "{}"), LEFT))
                .isEmpty();
    }

    @Test
    void shouldCountEveryEmploymentOfWhoIsHiredAgain() {
        Cell first = tenure("2025-01-01", "2026-01-01", LeavingKind.VOLUNTARY);
        assertThat(sums(HIRED, LEFT, started("s2", "2026-02-01"), ended("y", "2026-03-01", "other")))
                .containsOnlyKeys(first, tenure("2026-02-01", "2026-03-01", LeavingKind.OTHER));
        // at the instant of leaving, too
        assertThat(sums(HIRED, LEFT, started("s2", "2026-01-01")))
                .containsOnlyKeys(first, tenure("2026-01-01", null, null));
        // twice on one day
        assertThat(sums(
                        started("a", "2026-01-01T08:00:00Z"),
                        ended("b", "2026-01-01T09:00:00Z", "other"),
                        started("c", "2026-01-01T10:00:00Z"),
                        ended("d", "2026-01-01T11:00:00Z", "other")))
                .containsEntry(tenure("2026-01-01", "2026-01-01", LeavingKind.OTHER), places("2"));
    }

    @Test
    void shouldEndAnEmploymentAtItsFirstInstant_whenNoneWasRunning() {
        assertThat(sums(started("s", "2026-01-01"), LEFT))
                .containsOnlyKeys(tenure("2026-01-01", "2026-01-01", LeavingKind.VOLUNTARY));
    }

    @Test
    void shouldFollowCorrectionsAndRetractions() {
        Draft correction = ended("x2", "2026-01-01", "involuntary").recordedAt(instant("2026-01-05"));
        assertThat(sums(HIRED, LEFT, correction))
                .containsOnlyKeys(tenure("2025-01-01", "2026-01-01", LeavingKind.INVOLUNTARY));
        assertThat(sums(HIRED, LEFT, retracted("r", LEFT))).containsOnlyKeys(tenure("2025-01-01", null, null));
    }
}
