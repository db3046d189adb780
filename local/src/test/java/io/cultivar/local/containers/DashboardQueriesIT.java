package io.cultivar.local.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.metricsapi.MetricsApiService;
import io.cultivar.metricsapi.access.AccessConfig;
import io.cultivar.metricsapi.access.NewKeyCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing on a dashboard is empty: every query finds the sample company in a Prometheus that scrapes the services. And
 * every figure is the same in one that scrapes two replicas of metrics-api, one of which wants a key for that.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(EmbeddedSampleRun.class)
@Timeout(600)
class DashboardQueriesIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration INTERVAL = Duration.ofMillis(250);

    private final List<AutoCloseable> started = new ArrayList<>();
    private @Nullable Prometheus prometheus;
    private @Nullable Prometheus ofTwoReplicas;
    private @Nullable MetricsApiService replica;

    @BeforeAll
    void scrape(SampleRun sample, @TempDir Path one, @TempDir Path two, @TempDir Path secrets) throws Exception {
        Services services = sample.services();
        String[] made = newKey();
        prometheus = Prometheus.start(configuration(services, made[0]), one).orElse(null);
        if (prometheus == null) {
            ContainerEngine.saySkipped("the dashboards' queries", "no container engine, no prometheus on the PATH");
        }
        assumeTrue(prometheus != null);
        started.add(prometheus());
        replica = services.replica(asking(secrets, made[1]));
        assertThat(statusWithoutKey(replica().port())).isEqualTo(401);
        started.add(replica());
        await().atMost(PATIENCE).pollInterval(INTERVAL).until(replica()::ready);
        ofTwoReplicas = Prometheus.start(
                        configuration(services, made[0], replica().port()), two)
                .orElseThrow();
        awaitScraped(prometheus(), 3);
        awaitScraped(ofTwoReplicas(), 4);
        // The rules have found what the dashboards list.
        await().atMost(PATIENCE)
                .pollInterval(INTERVAL)
                .until(() -> prometheus()
                                .query("count(count by (audience) (ALERTS{audience=~\"leadership|admins\"})) == 2")
                                .size()
                        == 1);
    }

    /** A key, and the line of the file of keys for it. */
    private static String[] newKey() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        NewKeyCommand.run(
                new String[] {"new-key", "prometheus", "scrape"},
                new SecureRandom(),
                new PrintStream(said, true, StandardCharsets.UTF_8));
        return said.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.substring(line.indexOf(": ") + 2))
                .toArray(String[]::new);
    }

    private static AccessConfig asking(Path secrets, String line) throws IOException {
        Path keys = Files.writeString(secrets.resolve("access-keys"), line);
        return AccessConfig.read(Map.of(
                "CULTIVAR_ACCESS_FILE", keys.toString(),
                "CULTIVAR_SESSION_SECRET", Base64.getEncoder().encodeToString(new byte[32]),
                "CULTIVAR_AUDIT_FILE", secrets.resolve("audit.jsonl").toString())::getOrDefault);
    }

    private static int statusWithoutKey(int port) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** A rate needs two scrapes. */
    private static void awaitScraped(Prometheus prometheus, int services) {
        await().atMost(PATIENCE)
                .pollInterval(INTERVAL)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> prometheus
                                .query("up{job!=\"prometheus\"} == 1"
                                        + " and count_over_time(up{job!=\"prometheus\"}[1m]) > 2")
                                .size()
                        == services);
    }

    @AfterAll
    void stop() throws Exception {
        for (AutoCloseable each : started) {
            each.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> shouldFindSomethingWithEveryQuery() throws IOException {
        return Dashboards.queries().stream()
                .map(query -> DynamicTest.dynamicTest(query.place(), () -> {
                    // when
                    JsonNode series = prometheus().query(query.expression());

                    // then
                    assertThat(series).as(query.expression()).isNotEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> shouldFindTheSameWithTwoReplicas() throws IOException {
        List<Dashboards.Query> ofResults = Dashboards.queries().stream()
                .filter(Dashboards.Query::asksForResults)
                .toList();
        assertThat(ofResults).hasSizeGreaterThan(80);
        return ofResults.stream()
                .map(query -> DynamicTest.dynamicTest(query.place(), () -> {
                    // when
                    List<String> one = values(prometheus().query(query.expression()));
                    List<String> two = values(ofTwoReplicas().query(query.expression()));

                    // then
                    assertThat(two).as(query.expression()).containsExactlyInAnyOrderElementsOf(one);
                }));
    }

    /** Labels and value of each series, without the time. */
    private static List<String> values(JsonNode series) {
        List<String> values = new ArrayList<>();
        series.forEach(each ->
                values.add(each.get("metric") + " " + each.get("value").get(1).asText()));
        return values;
    }

    @TestFactory
    Stream<DynamicTest> shouldExposeWhatPromtoolHasNothingToSayAbout(SampleRun sample) {
        Map<String, byte[]> pages = Map.of(
                "training_roi_ratio{", sample.services().get("/metrics"),
                "training_pipeline_events_accepted_total{", sample.services().ingestMetrics(),
                "training_pipeline_delay_seconds_count", sample.services().streamsMetrics());
        return pages.entrySet().stream()
                .map(page -> DynamicTest.dynamicTest(page.getKey(), () -> {
                    // given the whole page, with what the Java machine and Kafka's clients tell
                    var exposition = new String(page.getValue(), StandardCharsets.UTF_8);
                    assertThat(exposition).contains(page.getKey(), "jvm_memory_used_bytes{");

                    // when
                    Prometheus.Lint lint = prometheus().lint(exposition);

                    // then
                    assertThat(lint).isEqualTo(new Prometheus.Lint(0, ""));
                }));
    }

    private Prometheus prometheus() {
        return Objects.requireNonNull(prometheus);
    }

    private Prometheus ofTwoReplicas() {
        return Objects.requireNonNull(ofTwoReplicas);
    }

    private MetricsApiService replica() {
        return Objects.requireNonNull(replica);
    }

    /** The configuration that is shipped, but for where the services are and how often they are asked. */
    private static Map<String, String> configuration(Services services, String key, int... replicas)
            throws IOException {
        Map<String, String> files = new HashMap<>();
        files.put("scrape-key", key);
        files.put(
                "prometheus.yml",
                replaced(
                        Files.readString(Dashboards.PROMETHEUS.resolve("prometheus.yml")),
                        Map.of(
                                "scrape_interval: 5s", "scrape_interval: 2s",
                                "scrape_timeout: 4s", "scrape_timeout: 2s",
                                "evaluation_interval: 15s", "evaluation_interval: 2s",
                                "/run/secrets/scrape-key", "scrape-key",
                                // Nobody is to be told.
                                "targets: [\"alertmanager:9093\"]", "targets: []")));
        StringBuilder metrics = new StringBuilder("\"127.0.0.1:" + services.metricsPort() + "\"");
        for (int port : replicas) {
            metrics.append(", \"127.0.0.1:").append(port).append('"');
        }
        files.put(
                "targets.yml",
                replaced(
                        Files.readString(Dashboards.PROMETHEUS.resolve("targets.yml")),
                        Map.of(
                                "\"ingest:8081\"", "\"127.0.0.1:" + services.ingestPort() + "\"",
                                "\"streams:8082\"", "\"127.0.0.1:" + services.streamsPort() + "\"",
                                "\"metrics-api:8080\"", metrics.toString())));
        try (Stream<Path> rules = Files.list(Dashboards.PROMETHEUS.resolve("rules"))) {
            for (Path file : rules.toList()) {
                files.put("rules/" + file.getFileName(), Files.readString(file));
            }
        }
        return files;
    }

    private static String replaced(String text, Map<String, String> replacements) {
        String result = text;
        for (Map.Entry<String, String> replacement : replacements.entrySet()) {
            assertThat(result).contains(replacement.getKey());
            result = result.replace(replacement.getKey(), replacement.getValue());
        }
        return result;
    }
}
