package io.cultivar.local.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import io.cultivar.local.sample.SampleCompany;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever container of the stack is killed while events come in: it comes back by itself, and every table is the same as
 * that of a stack to which nothing happened. So it is with three brokers and two of each service; and what is kept survives
 * {@code make down}. Needs an engine on this machine, and the right to end its processes.
 */
@Tag("soak")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(3_600)
class ComposeStackIT {

    private static final String ONE = "docker-compose.yml";
    private static final String REPLICATED = "docker-compose.replicated.yml";
    private static final int INGEST = 8081;
    private static final int METRICS = 8080;
    private static final int SECOND_METRICS = 8090;
    /** For machines that do much else besides: the stack's first minutes are its busiest. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final List<String> lines = SampleCompany.lines(SampleCompany.SEED);

    private SortedMap<String, String> undisturbed = new TreeMap<>();

    @BeforeAll
    void runUndisturbed(@TempDir Path directory) throws Exception {
        if (!ContainerEngine.available()) {
            ContainerEngine.saySkipped("the stack whose containers are killed", "no container engine answers");
        }
        assumeTrue(ContainerEngine.available());
        try (var stack = ComposeStack.start(directory, "cultivar-undisturbed", ONE)) {
            feed(stack, List.of());
            undisturbed = settled(stack);
        }
        assertThat(undisturbed).hasSizeGreaterThan(10).containsKeys("roi.csv", "programs.csv");
    }

    @Test
    void shouldShowTheSame_whateverIsKilled(@TempDir Path directory) throws Exception {
        try (var stack = ComposeStack.start(directory, "cultivar-killed", ONE)) {
            // when
            feed(stack, List.of("kafka", "ingest", "streams", "metrics-api", "postgres", "prometheus"));

            // then
            assertSame(stack, METRICS);
            await().atMost(PATIENCE)
                    .pollInterval(INTERVAL)
                    .until(() -> Json.tree(stack.get(METRICS, "/health/history"))
                            .get("status")
                            .asText()
                            .equals("current"));
        }
    }

    @Test
    void shouldShowTheSameOnBothReplicas_whateverIsKilled_andAfterBeingStopped(@TempDir Path directory)
            throws Exception {
        String project = "cultivar-replicated-killed";
        try (var stack = ComposeStack.start(directory, project, ONE, REPLICATED)) {
            // when
            feed(stack, List.of("kafka-2", "streams", "streams-2", "ingest-2", "metrics-api-2"));

            // then
            assertSame(stack, METRICS);
            assertSame(stack, SECOND_METRICS);
            assertThat(stack.volumes()).allMatch(volume -> volume.startsWith(project + "_"));

            // and when
            stack.down();
            stack.up();

            // then what is kept is there again
            assertSame(stack, METRICS);
            assertSame(stack, SECOND_METRICS);
        }
    }

    private void assertSame(ComposeStack stack, int port) {
        await().atMost(PATIENCE)
                .pollInterval(INTERVAL)
                .ignoreExceptionsInstanceOf(IOException.class)
                .untilAsserted(() -> assertThat(stack.tables(port)).containsExactlyEntriesOf(undisturbed));
    }

    /** Posts the sample company, one part of it while each of these services is killed and comes back. */
    private void feed(ComposeStack stack, List<String> killed) throws Exception {
        try (var sender = new PersistentSender(ComposeStack.ADDRESS, INGEST)) {
            int parts = killed.size() + 1;
            for (int part = 0; part < parts; part++) {
                List<Future<Void>> begun =
                        sender.begin(lines.subList(part * lines.size() / parts, (part + 1) * lines.size() / parts));
                if (part < killed.size()) {
                    long before = sender.accepted();
                    await().atMost(PATIENCE)
                            .pollInterval(Duration.ofMillis(20))
                            .until(() -> sender.accepted() > before);
                    String service = killed.get(part);
                    long then = sender.accepted();
                    long start = System.nanoTime();
                    stack.kill(service);
                    stack.awaitHealthy();
                    System.out.printf(
                            "%s killed after %,d events; all healthy again after %d s%n",
                            service,
                            then,
                            Duration.ofNanos(System.nanoTime() - start).toSeconds());
                }
                for (Future<Void> each : begun) {
                    each.get();
                }
            }
            System.out.printf("%,d events accepted, %,d sent again%n", sender.accepted(), sender.sentAgain());
            awaitRead(stack, sender);
        }
    }

    private static SortedMap<String, String> settled(ComposeStack stack) {
        SortedMap<String, String> last = new TreeMap<>();
        await().atMost(PATIENCE)
                .during(Duration.ofSeconds(5))
                .pollInterval(INTERVAL)
                .until(() -> {
                    SortedMap<String, String> now = stack.tables(METRICS);
                    boolean same = now.equals(last);
                    last.putAll(now);
                    return same;
                });
        return last;
    }

    /** Until everything that was accepted is in the results. */
    private static void awaitRead(ComposeStack stack, PersistentSender sender) {
        await().atMost(PATIENCE)
                .pollInterval(INTERVAL)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> {
                    JsonNode processed =
                            Json.tree(stack.get(METRICS, "/v1/programs")).at("/watermark/processed");
                    long read = 0;
                    for (JsonNode offset : processed) {
                        read += offset.asLong();
                    }
                    return read >= sender.accepted();
                });
    }
}
