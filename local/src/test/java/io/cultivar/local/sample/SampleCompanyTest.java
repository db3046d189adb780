package io.cultivar.local.sample;

import static io.cultivar.local.sample.SampleCompany.SEED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.event.CostIncurred;
import io.cultivar.contract.event.Decoded;
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
        List<Event> events = accepted(LINES);
        Map<EventType, Long> counts =
                events.stream().collect(Collectors.groupingBy(Event::type, Collectors.counting()));

        // then
        assertThat(LINES).hasSizeBetween(15_000, 25_000).noneMatch(line -> line.contains("\n"));
        assertThat(LINES.size() - new HashSet<>(LINES).size()).isBetween(LINES.size() / 60, LINES.size() / 40);
        assertThat(subjects(events, EventType.EMPLOYMENT_STARTED)).hasSize(400);
        assertThat(subjects(events, EventType.EMPLOYMENT_ENDED)).hasSizeBetween(20, 60);
        assertThat(subjects(events, EventType.PROGRAM_DEFINED)).hasSize(13);
        assertThat(subjects(events, EventType.METRIC_DEFINED)).hasSize(9);
        assertThat(subjects(events, EventType.EMPLOYEE_ERASED)).hasSize(1);
        assertThat(counts.keySet()).containsExactlyInAnyOrder(EventType.values());
        assertThat(events)
                .filteredOn(event -> event.data() instanceof FeedbackGiven && event.subject() == null)
                .hasSizeGreaterThan(50);
    }

    @Test
    void shouldCountAllMoneyInOneCurrency() {
        // when
        List<Event> events = accepted(LINES);

        // then
        assertThat(events.stream().flatMap(SampleCompanyTest::currencies)).containsOnly("EUR");
    }

    private static List<Event> accepted(List<String> lines) {
        return lines.stream()
                .map(line -> EventReader.read(line.getBytes(UTF_8)))
                .flatMap(decoded ->
                        decoded instanceof Decoded.Accepted accepted ? Stream.of(accepted.event()) : Stream.empty())
                .toList();
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
