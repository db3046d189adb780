package io.cultivar.local.sample;

import static io.cultivar.local.sample.SampleCompany.SEED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.CostIncurred;
import io.cultivar.contract.event.Decoded;
import io.cultivar.contract.event.EmploymentEnded;
import io.cultivar.contract.event.Event;
import io.cultivar.contract.event.EventReader;
import io.cultivar.contract.event.EventType;
import io.cultivar.contract.event.FeedbackGiven;
import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.event.ProgramOutcome;
import io.cultivar.contract.event.RejectionReason;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleCompanyTest {

    private static final List<String> LINES = SampleCompany.lines(SEED);

    @Test
    void shouldGiveTheSameLinesForTheSameSeed() {
        // when, then
        assertThat(SampleCompany.lines(SEED)).isEqualTo(LINES);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, Long.MIN_VALUE})
    void shouldBeRefusedOnlyWhereThatIsPlanned(long seed) {
        // given
        Map<RejectionReason, Long> refused = new EnumMap<>(RejectionReason.class);

        // when
        List<String> lines = SampleCompany.lines(seed);
        for (String line : lines) {
            if (EventReader.read(line.getBytes(UTF_8)) instanceof Decoded.Rejected rejected) {
                refused.merge(rejected.reason(), 1L, Long::sum);
            }
        }

        // then
        assertThat(refused).as("seed %d", seed).isEqualTo(SampleCompany.plannedRejections());
        assertThat(lines).as("seed %d", seed).isNotEqualTo(LINES).hasSizeBetween(15_000, 25_000);
    }

    @Test
    void shouldBeOfTheStatedSize() {
        // given
        List<Event> events = PlainEvaluation.accepted(LINES);
        Map<EventType, Long> counts =
                events.stream().collect(Collectors.groupingBy(Event::type, Collectors.counting()));

        // then
        assertThat(LINES).hasSizeBetween(15_000, 25_000).noneMatch(line -> line.contains("\n"));
        assertThat(LINES.size() - new HashSet<>(LINES).size()).isBetween(LINES.size() / 60, LINES.size() / 40);
        assertThat(subjects(events, EventType.EMPLOYMENT_STARTED)).hasSize(400);
        assertThat(subjects(events, EventType.EMPLOYMENT_ENDED)).hasSizeBetween(20, 60);
        assertThat(subjects(events, EventType.PROGRAM_DEFINED)).hasSize(12);
        assertThat(subjects(events, EventType.METRIC_DEFINED)).hasSize(8);
        assertThat(subjects(events, EventType.EMPLOYEE_ERASED)).hasSize(1);
        assertThat(counts.keySet()).containsExactlyInAnyOrder(EventType.values());
        assertThat(events)
                .filteredOn(event -> event.data() instanceof FeedbackGiven && event.subject() == null)
                .hasSizeGreaterThan(50);
    }

    @Test
    void shouldCountAllMoneyInOneCurrency() {
        // when
        List<Event> events = PlainEvaluation.accepted(LINES);

        // then
        assertThat(events.stream().flatMap(SampleCompanyTest::currencies)).containsOnly("EUR");
    }

    @Test
    void shouldPlantTruthsThatCanBeFound() {
        // given
        PlainEvaluation evaluation = new PlainEvaluation(LINES);

        // when
        var winner = evaluation.find("support-simulation", SampleMetric.TICKETS_RESOLVED);
        var none = evaluation.find("resilience-webinar", SampleMetric.ENGAGEMENT_SCORE);
        var loser = evaluation.find("deal-sprint", SampleMetric.DEALS_CLOSED);
        var trap = evaluation.find("clean-code-workshop", SampleMetric.FEATURES_DELIVERED);
        var matched = evaluation.find("lean-problem-solving", SampleMetric.ERROR_RATE);
        var waitlist = evaluation.find("leadership-essentials", SampleMetric.TASKS_COMPLETED);
        var few = evaluation.find("legal-ai-drafting", SampleMetric.TASKS_COMPLETED);

        // then
        assertThat(winner.difference()).isBetween(3.5, 5.5);
        assertThat(winner.t()).isGreaterThan(6);
        assertThat(none.t()).isBetween(-1.5, 1.5);
        assertThat(loser.t()).isLessThan(-3);
        assertThat(trap.treatedChange()).isGreaterThan(1);
        assertThat(trap.t()).isBetween(-1.5, 1.5);
        assertThat(matched.t()).isLessThan(-3);
        assertThat(waitlist.t()).isGreaterThan(2.5);
        assertThat(few.treated()).isLessThan(5);
        assertThat(List.of(winner, none, loser, trap, matched))
                .allMatch(finding -> finding.treated() >= 25 && finding.controls() >= 25);
    }

    @Test
    void shouldLetFewerOfTheTreatedLeave() {
        // given
        PlainEvaluation evaluation = new PlainEvaluation(LINES);
        Set<String> leavers = PlainEvaluation.accepted(LINES).stream()
                .filter(event -> event.data() instanceof EmploymentEnded)
                .map(Event::key)
                .collect(Collectors.toSet());

        // when
        double treated = evaluation.leaving("career-pathways", Arm.TREATMENT, leavers);
        double controls = evaluation.leaving("career-pathways", Arm.CONTROL, leavers);

        // then
        assertThat(treated).isLessThan(0.06);
        assertThat(controls).isGreaterThan(0.10);
    }

    private static Set<String> subjects(List<Event> events, EventType type) {
        return events.stream()
                .filter(event -> event.type() == type)
                .map(Event::subject)
                .collect(Collectors.toSet());
    }

    private static Stream<String> currencies(Event event) {
        if (event.data() instanceof CostIncurred cost) {
            return Stream.of(cost.currency());
        }
        return event.data() instanceof ProgramDefined program
                ? program.outcomes().stream().map(ProgramOutcome::currency).filter(Objects::nonNull)
                : Stream.empty();
    }
}
