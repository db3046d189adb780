package io.cultivar.local.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cultivar.contract.Json;
import io.cultivar.contract.result.PipelineResult;
import io.cultivar.local.sample.SampleCompany;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The sample company, posted to running services and evaluated completely. */
final class SampleRun implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration INTERVAL = Duration.ofMillis(250);

    private final String bootstrapServers;
    private final Services services;
    private final SortedMap<String, String> programs;

    private SampleRun(String bootstrapServers, Services services, SortedMap<String, String> programs) {
        this.bootstrapServers = bootstrapServers;
        this.services = services;
        this.programs = programs;
    }

    /** Starts the services on this broker, posts every event, and waits until metrics-api shows every result. */
    static SampleRun on(String bootstrapServers, int partitions, Path stateDir) {
        List<String> lines = SampleCompany.lines(SampleCompany.SEED);
        Services services = Services.start(bootstrapServers, partitions, 1, stateDir);
        try (var topics = new PublishedTopics(bootstrapServers)) {
            long refused = SampleCompany.plannedRejections().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            assertThat(services.post(lines)).isEqualTo(lines.size() - refused);
            Map<String, Long> offsets = topics.eventOffsets(partitions);
            awaitCovered(services, topics, offsets);
            SortedMap<String, String> programs = topics.programs();
            await().atMost(PATIENCE)
                    .pollInterval(INTERVAL)
                    .until(() -> Json.tree(services.get("/v1/programs"))
                                    .findValuesAsText("program")
                                    .size()
                            >= programs.size());
            return new SampleRun(bootstrapServers, services, programs);
        } catch (RuntimeException | AssertionError e) {
            services.close();
            throw e;
        }
    }

    /** Waits until everything up to these offsets is in what is published. */
    static void awaitCovered(Services services, PublishedTopics topics, Map<String, Long> offsets) {
        await().atMost(PATIENCE)
                .pollInterval(INTERVAL)
                .failFast("the pipeline gave up", services::pipelineHasFailed)
                .untilAsserted(() -> assertCovered(topics, offsets));
    }

    /** As an assertion, so that a pipeline that stands still says where. */
    private static void assertCovered(PublishedTopics topics, Map<String, Long> offsets) {
        PipelineResult pipeline =
                topics.pipeline().orElseThrow(() -> new AssertionError("nothing is published about the pipeline yet"));
        assertThat(pipeline.asOf()).isEqualTo(Services.AS_OF);
        assertThat(pipeline.processed())
                .allSatisfy((partition, processed) -> assertThat(processed)
                        .as(partition)
                        .isGreaterThanOrEqualTo(offsets.getOrDefault(partition, 0L)));
        assertThat(pipeline.processed()).containsKeys(occupied(offsets));
    }

    private static String[] occupied(Map<String, Long> offsets) {
        return offsets.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
    }

    /** Where the broker is, for further services. */
    String bootstrapServers() {
        return bootstrapServers;
    }

    Services services() {
        return services;
    }

    /** The published result of every program as JSON text. */
    SortedMap<String, String> programs() {
        return programs;
    }

    @Override
    public void close() {
        services.close();
    }
}
