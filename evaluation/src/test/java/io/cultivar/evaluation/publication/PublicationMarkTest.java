package io.cultivar.evaluation.publication;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.result.ChangeCause;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublicationMarkTest {

    private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final String PART = "timeline/0";

    /** One part in which five changes were made: the third a correction, the fourth and fifth an event of March. */
    private static final Map<String, ScopeChanges> CHANGES = Map.of(
            PART, new ScopeChanges(5, Map.of(ChangeCause.CORRECTION, 3L), Map.of(MARCH, 5L), List.of(5L, 4L, 3L)));

    private static Map<String, ScopeChanges> sixth(YearMonth month) {
        return Map.of(
                PART,
                new ScopeChanges(
                        6, Map.of(ChangeCause.CORRECTION, 3L), Map.of(MARCH, 5L, month, 6L), List.of(6L, 5L, 4L)));
    }

    @Test
    void shouldCountAndNameEverything_whereNothingWasPublishedYet() {
        assertThat(PublicationMark.NONE.people(CHANGES)).isEqualTo(3);
        assertThat(PublicationMark.NONE.causes(CHANGES))
                .containsExactlyInAnyOrder(ChangeCause.CORRECTION, ChangeCause.NEW_EVENT);
    }

    @Test
    void shouldForgetWhatIsInTheLastPublication() {
        PublicationMark mark = PublicationMark.NONE.after(CHANGES, NOON);

        assertThat(mark.people(CHANGES)).isZero();
        assertThat(mark.causes(CHANGES)).isEmpty();
        assertThat(mark.people(sixth(YearMonth.of(2026, 4)))).isEqualTo(1);
    }

    @Test
    void shouldCallAnEventLate_whereALaterMonthWasPublished() {
        PublicationMark mark = PublicationMark.NONE.after(CHANGES, NOON);

        assertThat(mark.causes(sixth(YearMonth.of(2026, 2)))).containsExactly(ChangeCause.LATE_EVENT);
        assertThat(mark.causes(sixth(YearMonth.of(2026, 4)))).containsExactly(ChangeCause.NEW_EVENT);
    }

    @Test
    void shouldGiveEachPublicationATimeOfItsOwn() {
        PublicationMark first = PublicationMark.NONE.after(CHANGES, NOON);
        PublicationMark inTheSameMillisecond = first.after(CHANGES, NOON);
        PublicationMark afterTheClockWasSetBack = inTheSameMillisecond.after(CHANGES, NOON.minusSeconds(60));
        PublicationMark later = afterTheClockWasSetBack.after(CHANGES, NOON.plusSeconds(1));

        assertThat(first.at()).isEqualTo(NOON);
        assertThat(inTheSameMillisecond.at()).isEqualTo(NOON.plusMillis(1));
        assertThat(afterTheClockWasSetBack.at()).isEqualTo(NOON.plusMillis(2));
        assertThat(later.at()).isEqualTo(NOON.plusSeconds(1));
    }
}
