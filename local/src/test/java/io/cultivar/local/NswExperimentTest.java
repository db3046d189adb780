package io.cultivar.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.Decoded;
import io.cultivar.contract.event.Event;
import io.cultivar.contract.event.EventReader;
import io.cultivar.contract.event.EventType;
import io.cultivar.contract.event.OutcomeMeasured;
import io.cultivar.contract.event.ProgramAssigned;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NswExperimentTest {

    @Test
    void shouldHoldTheWholeExperiment() throws IOException {
        // when
        List<Event> events = NswExperiment.lines().stream()
                .map(line -> EventReader.read(line.getBytes(UTF_8)))
                .map(decoded -> ((Decoded.Accepted) decoded).event())
                .toList();

        // then
        var counts = events.stream().collect(Collectors.groupingBy(Event::type, Collectors.counting()));
        assertThat(counts)
                .containsOnly(
                        Map.entry(EventType.METRIC_DEFINED, 1L),
                        Map.entry(EventType.PROGRAM_DEFINED, 1L),
                        Map.entry(EventType.PROGRAM_ASSIGNED, 445L),
                        Map.entry(EventType.TRAINING_COMPLETED, 185L),
                        Map.entry(EventType.OUTCOME_MEASURED, 3 * 445L));
        assertThat(events.stream().map(Event::id)).doesNotHaveDuplicates().contains("nsw-DW0001-re75");
        assertThat(meanOf(events, "1975", Arm.TREATMENT)).isCloseTo(1532.0553130691117, within(1e-9));
        assertThat(meanOf(events, "1978", Arm.TREATMENT)).isCloseTo(6349.143502065298, within(1e-9));
        assertThat(meanOf(events, "1975", Arm.CONTROL)).isCloseTo(1266.9090145404523, within(1e-9));
        assertThat(meanOf(events, "1978", Arm.CONTROL)).isCloseTo(4554.801120215196, within(1e-9));
    }

    private static double meanOf(List<Event> events, String year, Arm arm) {
        Set<String> people = events.stream()
                .filter(event -> event.data() instanceof ProgramAssigned assigned && assigned.arm() == arm)
                .map(Event::key)
                .collect(Collectors.toSet());
        return events.stream()
                .filter(event -> people.contains(event.key())
                        && event.time().toString().startsWith(year)
                        && event.data() instanceof OutcomeMeasured)
                .mapToDouble(event -> ((OutcomeMeasured) event.data()).value().doubleValue())
                .average()
                .orElseThrow();
    }
}
