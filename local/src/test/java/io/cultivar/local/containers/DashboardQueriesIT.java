package io.cultivar.local.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Nothing on a dashboard is empty: every query finds the sample company in a Prometheus that scrapes the services. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(EmbeddedSampleRun.class)
@Timeout(600)
class DashboardQueriesIT {

    private @Nullable Prometheus prometheus;

    @BeforeAll
    void scrape(SampleRun sample, @TempDir Path directory) throws Exception {
        prometheus =
                Prometheus.start(configuration(sample.services()), directory).orElse(null);
        if (prometheus == null) {
            ContainerEngine.saySkipped("the dashboards' queries", "no container engine, no prometheus on the PATH");
        }
        assumeTrue(prometheus != null);
        // A rate needs two scrapes.
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(250))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> prometheus()
                                .query("min_over_time(up[1m]) > 0 and count_over_time(up[1m]) > 2")
                                .size()
                        == 2);
    }

    @AfterAll
    void stop() {
        if (prometheus != null) {
            prometheus.close();
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

    @Test
    void shouldExposeWhatPromtoolHasNothingToSayAbout(SampleRun sample) throws Exception {
        // given
        String exposition = new String(sample.services().get("/metrics"), StandardCharsets.UTF_8);
        String ours = exposition
                .lines()
                .filter(line -> line.matches("(# (HELP|TYPE) )?training_.*"))
                .collect(Collectors.joining("\n", "", "\n"));
        assertThat(ours).contains("training_roi_ratio{");

        // when
        Prometheus.Lint lint = prometheus().lint(ours);

        // then
        assertThat(lint).isEqualTo(new Prometheus.Lint(0, ""));
    }

    private Prometheus prometheus() {
        return Objects.requireNonNull(prometheus);
    }

    /** The configuration that is shipped, but for where the services are and how often they are asked. */
    private static String configuration(Services services) throws IOException {
        String shipped = Files.readString(Dashboards.GRAFANA.resolve("prometheus.yml"));
        String local = shipped.replace("ingest:8081", "127.0.0.1:" + services.ingestPort())
                .replace("metrics-api:8080", "127.0.0.1:" + services.metricsPort())
                .replace("scrape_interval: 5s", "scrape_interval: 1s")
                .replace("scrape_timeout: 4s", "scrape_timeout: 1s");
        assertThat(local).doesNotContain("ingest:8081", "metrics-api:8080", "5s", "4s");
        return local;
    }
}
