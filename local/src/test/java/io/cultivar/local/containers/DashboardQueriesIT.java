package io.cultivar.local.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        prometheus =
                Prometheus.start(PrometheusFiles.of(services, made[0]), one).orElse(null);
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
                        PrometheusFiles.of(services, made[0], replica().port()), two)
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

    /** A place on the dashboard for leaders; where REST has it; the column, {@code shown} being the interval to believe. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Return on investment A | /v1/roi/portfolio | roi.shown.lower
            Return on investment B | /v1/roi/portfolio | roi.value
            Return on investment C | /v1/roi/portfolio | roi.shown.upper
            Net benefit A | /v1/roi/portfolio | netBenefit.shown.lower
            Net benefit B | /v1/roi/portfolio | netBenefit.value
            Net benefit C | /v1/roi/portfolio | netBenefit.shown.upper
            Total cost A | /v1/roi/portfolio | cost
            What each program returned C | /v1/roi | roi.shown.lower
            What each program returned D | /v1/roi | roi.value
            What each program returned E | /v1/roi | roi.shown.upper
            What each program returned F | /v1/roi | probabilityPositive
            What each program returned G | /v1/roi | cost
            Net benefit by program A | /v1/roi | netBenefit.shown.lower
            Net benefit by program B | /v1/roi | netBenefit.value
            Net benefit by program C | /v1/roi | netBenefit.shown.upper
            Benefit-cost ratio by program A | /v1/roi | benefitCostRatio.shown.lower
            Benefit-cost ratio by program B | /v1/roi | benefitCostRatio.value
            Benefit-cost ratio by program C | /v1/roi | benefitCostRatio.shown.upper
            """)
    void shouldShowLeadersWhatRestAnswers(String panel, String path, String column, SampleRun sample) throws Exception {
        // given
        Map<String, Double> answered = new TreeMap<>();
        for (JsonNode row : Json.tree(sample.services().get(path)).get("data")) {
            JsonNode figure = row.at('/' + column.replaceFirst("\\..*", ""));
            JsonNode cell = column.endsWith(".value") ? figure.path("value") : figure;
            if (column.contains(".shown.")) {
                cell = (figure.has("alwaysValid") ? figure.get("alwaysValid") : figure)
                        .path(column.substring(column.lastIndexOf('.') + 1));
            }
            if (cell.isNumber()) {
                answered.put(row.path("program").asText(), cell.doubleValue());
            }
        }
        String expression = Dashboards.queries().stream()
                .filter(query -> query.place().equals("01-leadership-roi.json: " + panel))
                .findFirst()
                .orElseThrow()
                .expression();

        // when
        Map<String, Double> shown = new TreeMap<>();
        prometheus()
                .query(expression)
                .forEach(series -> shown.put(
                        series.at("/metric/program").asText(),
                        series.at("/value/1").asDouble()));

        // then to the last digit; Prometheus adds up the categories of a cost in an order of its own
        double error = column.equals("cost") ? 1e-6 : 0;
        assertThat(shown.keySet()).isNotEmpty().isEqualTo(answered.keySet());
        assertThat(shown)
                .allSatisfy((program, value) -> assertThat(value)
                        .as(program)
                        .isCloseTo(Objects.requireNonNull(answered.get(program)), within(error)));
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
}
