package io.cultivar.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.oracle.EventSets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in, in whatever order: the log holds no number that was not published, so none that is withheld. */
@Execution(ExecutionMode.CONCURRENT)
class LoggedNumbersTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void shouldHoldNothingButWhatWasPublished(long seed) {
        List<String> events = EventSets.shuffled(EventSets.doubled(EventSets.random(seed, 25), seed), seed + 1);
        Instant asOf = EventSets.asOf(events);
        Set<Double> logged = new TreeSet<>();
        try (var pipeline = new PipelineDriver(asOf)) {
            int sent = 0;
            for (String event : events) {
                pipeline.send(event);
                if (++sent % 97 == 0) {
                    pipeline.settle();
                    logged.addAll(pipeline.numbersLogged());
                }
            }
            pipeline.settle();
            logged.addAll(pipeline.numbersLogged());

            assertThat(logged).as("seed %d", seed).isNotEmpty();
            assertThat(pipeline.numbersPublished()).as("seed %d", seed).containsAll(logged);
        }
    }
}
