package io.cultivar.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.event.LeavingKind;
import io.cultivar.evaluation.statistics.Lifetimes.Day;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LifetimesTest {

    private static Lifetimes.Builder asOf(long day, @Nullable LeavingKind leaving) {
        return new Lifetimes.Builder(day, leaving)
                .add(100, 100L, LeavingKind.VOLUNTARY, 2)
                .add(100, 110L, LeavingKind.INVOLUNTARY, 3)
                .add(105, 115L, LeavingKind.VOLUNTARY, 4)
                .add(100, null, null, 5);
    }

    @Test
    void shouldCountLeaversAndThoseStillThereByDuration() {
        assertThat(asOf(120, null).build().days())
                .containsExactly(new Day(0, 14, 2, 0), new Day(10, 12, 7, 0), new Day(20, 5, 0, 5));
    }

    @Test
    void shouldWatchThoseWhoLeftOtherwiseUntilThen() {
        Lifetimes voluntary = asOf(120, LeavingKind.VOLUNTARY).build();
        assertThat(voluntary.days()).containsExactly(new Day(0, 14, 2, 0), new Day(10, 12, 4, 3), new Day(20, 5, 0, 5));
        assertThat(voluntary.people()).isEqualTo(14);
        assertThat(voluntary.left()).isEqualTo(6);
        assertThat(asOf(120, LeavingKind.OTHER).build().left()).isZero();
    }

    @Test
    void shouldKnowOnlyWhatHadHappenedByThatDay() {
        // then: who leaves on the day itself has left, who leaves or comes later has not
        assertThat(asOf(110, null).build().days())
                .containsExactly(new Day(0, 14, 2, 0), new Day(5, 12, 0, 4), new Day(10, 8, 3, 5));
        assertThat(asOf(109, null).build().days())
                .containsExactly(new Day(0, 14, 2, 0), new Day(4, 12, 0, 4), new Day(9, 8, 0, 8));
        assertThat(asOf(104, null).build().people()).isEqualTo(10);
        assertThat(asOf(99, null).build().days()).isEmpty();
    }

    @Test
    void shouldTakeOutWhatWasPutIn() {
        assertThat(asOf(120, null)
                        .add(100, 110L, LeavingKind.INVOLUNTARY, -3)
                        .add(105, 115L, LeavingKind.VOLUNTARY, -4)
                        .build()
                        .days())
                .containsExactly(new Day(0, 7, 2, 0), new Day(20, 5, 0, 5));
    }

    @Test
    void shouldTellWhoIsAtRiskAndWhoHasLeftOnAnyDay() {
        Lifetimes lifetimes = asOf(120, null).build();
        assertThat(lifetimes.atRisk(1)).isEqualTo(12);
        assertThat(lifetimes.atRisk(10)).isEqualTo(12);
        assertThat(lifetimes.atRisk(21)).isZero();
        assertThat(lifetimes.leftBy(9)).isEqualTo(2);
        assertThat(lifetimes.leftBy(10)).isEqualTo(9);
        assertThat(lifetimes.leftBy(-1)).isZero();
        assertThat(lifetimes.lastDay()).isEqualTo(20);
    }

    @Test
    void shouldBeNothing_whenThereIsNobody() {
        Lifetimes nobody = new Lifetimes.Builder(100, null).build();
        assertThat(nobody.people()).isZero();
        assertThat(nobody.left()).isZero();
        assertThat(nobody.lastDay()).isEqualTo(-1);
    }
}
