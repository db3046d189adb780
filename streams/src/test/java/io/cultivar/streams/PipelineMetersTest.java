package io.cultivar.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.Topics;
import io.cultivar.contract.event.Event;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.streams.KafkaStreams.State;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class PipelineMetersTest {

    private static final AsOf AS_OF = new AsOf.Fixed(Instant.parse("2025-07-01T00:00:00Z"));

    private static final String DELAY_COUNT = "training_pipeline_delay_seconds_count ";

    private static String late(String type, int number) {
        return "training_pipeline_events_late_total{event_type=\"" + type + "\"} " + number + ".0";
    }

    private static String duplicate(String type, int number) {
        return "training_pipeline_events_duplicate_total{event_type=\"" + type + "\"} " + number + ".0";
    }

    @Test
    void shouldCountWhatWasKnownAlready() {
        try (var pipeline = new PipelineDriver(AS_OF)) {
            String assigned = Lines.assigned("a1", "e1", "treatment", "2025-03-01T00:00:00Z");
            pipeline.send(assigned);
            assertThat(pipeline.counted()).isEmpty();

            pipeline.send(assigned);
            pipeline.send(assigned);
            // Another content under the same id is a conflict, not a repetition.
            pipeline.send(Lines.assigned("a1", "e1", "control", "2025-03-01T00:00:00Z"));

            assertThat(pipeline.counted()).containsExactly(duplicate("program.assigned", 2));
        }
    }

    @Test
    void shouldCountWhatIsOfAnEarlierMonthThanTheNewest() {
        try (var pipeline = new PipelineDriver(AS_OF)) {
            pipeline.send(Lines.assigned("a1", "e1", "treatment", "2025-04-30T00:00:00Z"));
            pipeline.send(Lines.assigned("a2", "e2", "treatment", "2025-04-01T00:00:00Z"));
            assertThat(pipeline.counted()).isEmpty();
            String late = Lines.assigned("a3", "e3", "treatment", "2025-03-31T23:59:59Z");

            pipeline.send(late);
            assertThat(pipeline.counted()).containsExactly(late("program.assigned", 1));
            pipeline.send(late);

            assertThat(pipeline.counted())
                    .containsExactlyInAnyOrder(late("program.assigned", 1), duplicate("program.assigned", 1));
        }
    }

    @Test
    void shouldCallNothingLate_becauseOfADateBeyondTheDayItCame() {
        try (var pipeline = new PipelineDriver(AS_OF)) {
            // The driver's records arrive on 1 July 2026.
            pipeline.send(Lines.assigned("a1", "e1", "treatment", "2099-01-01T00:00:00Z"));
            pipeline.send(Lines.assigned("a2", "e2", "treatment", "2026-07-01T00:00:00Z"));
            assertThat(pipeline.counted()).isEmpty();

            pipeline.send(Lines.assigned("a3", "e3", "treatment", "2026-06-30T00:00:00Z"));

            assertThat(pipeline.counted()).containsExactly(late("program.assigned", 1));
        }
    }

    @Test
    void shouldCallADefinitionNeverLate() {
        try (var pipeline = new PipelineDriver(AS_OF)) {
            pipeline.send(TwoArms.of(1));

            assertThat(pipeline.counted()).noneMatch(line -> line.contains("event_type=\"program.defined\""));
        }
    }

    @Test
    void shouldCountWhatCannotBeUsed() {
        try (var pipeline = new PipelineDriver(AS_OF)) {
            pipeline.raw(Topics.LEARNING_EVENTS, "k", "{".getBytes(StandardCharsets.UTF_8));

            assertThat(pipeline.counted())
                    .containsExactly("training_pipeline_events_rejected_total{reason=\"malformed-json\"} 1.0");
        }
    }

    @Test
    void shouldMeasureHowLongEventsWereOnTheirWay() {
        try (var pipeline = new PipelineDriver(AS_OF, Duration.ofSeconds(2), Duration.ZERO)) {
            pipeline.send(Lines.assigned("a1", "e1", "treatment", "2025-03-01T00:00:00Z"));
            pipeline.settle();
            assertThat(pipeline.counted()).noneMatch(line -> line.startsWith(DELAY_COUNT));
            pipeline.advance(Duration.ofSeconds(3));
            pipeline.settle();

            assertThat(pipeline.counted())
                    .contains(DELAY_COUNT + "1", "training_pipeline_delay_seconds_bucket{le=\"5.0\"} 1")
                    .noneMatch(line -> line.startsWith("training_pipeline_delay_seconds_bucket{le=\"2.0\"}"));
            pipeline.advance(Duration.ofSeconds(60));
            assertThat(pipeline.counted()).contains(DELAY_COUNT + "1");
        }
    }

    @Test
    void shouldExposeWhatPromtoolHasNothingToSayAbout() throws Exception {
        var meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var counts = new PipelineMeters(meters);
        meters.getPrometheusRegistry()
                .register(new PipelineCollector(() -> State.RUNNING, Map::of, () -> OptionalLong.of(5)));
        Event event = PipelineDriver.pseudonymous(Lines.assigned("a1", "e1", "treatment", "2025-03-01T00:00:00Z"));
        counts.read(event, Ledger.Entry.KNOWN, null, 0);
        counts.published(Instant.EPOCH, Instant.EPOCH.plusMillis(20_500));
        JvmMeters jvm = JvmMeters.bindTo(meters);

        String exposition = meters.scrape();
        jvm.close();

        assertThat(exposition)
                .contains("# TYPE training_pipeline_events_duplicate_total counter")
                .contains("# TYPE training_pipeline_delay_seconds histogram")
                .contains("training_pipeline_delay_seconds_sum 20.5")
                .contains("jvm_memory_used_bytes{", "jvm_threads_live_threads ");
        assertThat(promtool(exposition)).isEmpty();
    }

    /** What promtool says; its status is not 0 where it says anything. */
    private static String promtool(String exposition) throws IOException, InterruptedException {
        Process promtool;
        try {
            promtool = new ProcessBuilder("promtool", "check", "metrics")
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            System.err.println("SKIPPED: promtool is not on the PATH, the exposition was not checked by Prometheus");
            Assumptions.abort("promtool is not on the PATH");
            throw e;
        }
        try (var in = promtool.getOutputStream()) {
            in.write(exposition.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(promtool.waitFor() == 0).isEqualTo(said.isEmpty());
        return said;
    }
}
