package io.cultivar.evaluation.fold;

import static io.cultivar.evaluation.program.Figures.METRIC;
import static io.cultivar.evaluation.program.Figures.PROGRAM;
import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.CompletionStatus;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.event.Event;
import io.cultivar.contract.event.EventData;
import io.cultivar.contract.event.OutcomeMeasured;
import io.cultivar.contract.event.ProgramAssigned;
import io.cultivar.contract.event.TrainingCompleted;
import io.cultivar.evaluation.facts.StoredFact;
import io.cultivar.evaluation.program.Known;
import io.cultivar.evaluation.statistics.ChangeSums;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import io.cultivar.evaluation.sums.Sums;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EmployeeFoldTest {

    private static final Instant INDEX = Instant.parse("2026-04-01T00:00:00Z");
    private static final Instant BEFORE = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant AFTER = Instant.parse("2026-05-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2027-01-01T00:00:00Z");
    private static final Cell CHANGE = new Cell.Change(PROGRAM, METRIC, Cohort.TREATMENT);

    private final Event assigned = event("a", INDEX, null, new ProgramAssigned(PROGRAM, Arm.TREATMENT, Design.MATCHED));
    private final Event before = event("b", BEFORE, null, measured("10"));
    private final Event after = event("c", AFTER, null, measured("14"));

    private static Event event(String id, Instant time, @Nullable Instant recorded, EventData data) {
        return new Event(id, "urn:test", time, "someone", recorded, data);
    }

    private static OutcomeMeasured measured(String value) {
        return new OutcomeMeasured(METRIC, new BigDecimal(value));
    }

    private static Folded fold(Instant asOf, Event... events) {
        List<StoredFact> stored =
                Stream.of(events).map(event -> StoredFact.of(event, 0)).toList();
        return EmployeeFold.fold(stored, Known.of(Known.intangible(METRIC)), asOf);
    }

    private static Sums change(String x, String y) {
        return ChangeSums.of(new BigDecimal(x), new BigDecimal(y), false);
    }

    @Test
    void shouldPairBeforeAndAfter() {
        assertThat(fold(LATE, assigned, before, after).contribution().cells())
                .containsEntry(CHANGE, change("10", "14"));
    }

    @Test
    void shouldBelieveWhatWasRecordedLast() {
        // given: the correction has the smaller id, so that only its recorded time makes it win
        Event correction = event("0", AFTER, AFTER.plusSeconds(60), measured("20"));

        // then
        assertThat(fold(LATE, assigned, before, after, correction)
                        .contribution()
                        .cells())
                .containsEntry(CHANGE, change("10", "20"));
    }

    @Test
    void shouldNotCountWhatIsDatedAfterAsOf() {
        // when
        Folded folded = fold(AFTER.minusSeconds(1), assigned, before, after);

        // then
        assertThat(folded.contribution().cells())
                .doesNotContainKey(CHANGE)
                .containsEntry(new Cell.Pending(PROGRAM, METRIC, Cohort.TREATMENT), Sums.ofCounts(1));
        assertThat(folded.changesAt()).isEqualTo(AFTER);
        assertThat(fold(AFTER, assigned, before, after).contribution().cells()).containsKey(CHANGE);
    }

    @Test
    void shouldChangeWhenACertificateEnds() {
        // given: two certificates, of which the one that ends later decides
        Instant end = Instant.parse("2026-07-01T00:00:00Z");
        Event first = event("d", BEFORE, null, certified("2026-06-30"));
        Event second = event("e", BEFORE, null, certified("2028-06-30"));
        Event forEver = event("f", BEFORE, null, certified(null));
        Cell certification = new Cell.Certification(PROGRAM);

        // when
        Folded held = fold(end.minusNanos(1), first);
        Folded ended = fold(end, first);

        // then
        assertThat(held.contribution().cells()).containsEntry(certification, Sums.ofCounts(1, 1));
        assertThat(held.changesAt()).isEqualTo(end);
        assertThat(ended.contribution().cells()).containsEntry(certification, Sums.ofCounts(1, 0));
        assertThat(ended.changesAt()).isNull();
        assertThat(fold(end, first, second).changesAt()).isEqualTo(Instant.parse("2028-07-01T00:00:00Z"));
        assertThat(fold(end, forEver).changesAt()).isNull();
        assertThat(fold(end, first, forEver).contribution().cells()).containsEntry(certification, Sums.ofCounts(1, 1));
    }

    private static TrainingCompleted certified(@Nullable String until) {
        return new TrainingCompleted(
                PROGRAM,
                "course",
                CompletionStatus.COMPLETED,
                null,
                null,
                true,
                until == null ? null : LocalDate.parse(until));
    }
}
