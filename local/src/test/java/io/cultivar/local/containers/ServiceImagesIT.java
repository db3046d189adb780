package io.cultivar.local.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cultivar.contract.Json;
import io.cultivar.local.CoachingEvents;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testcontainers.containers.Network;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;

/** The images themselves: events go into one, a number comes out of another, and all three end when they are asked to. */
@Testcontainers(disabledWithoutDocker = true)
@Timeout(600)
class ServiceImagesIT {

    private static final String BROKER = "broker:19092";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** What a JVM ends with that was asked to (128 and the number of SIGTERM); killed, it would be 137. */
    private static final long ENDED_AS_ASKED = 143;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void shouldTurnEventsIntoANumber_withoutRights_andEndWhenAsked() throws IOException, InterruptedException {
        try (Network network = Network.newNetwork();
                KafkaContainer kafka = new KafkaContainer("apache/kafka:4.3.1")
                        .withNetwork(network)
                        .withListener(BROKER);
                ServiceImage streams = new ServiceImage(
                        "streams",
                        8082,
                        network,
                        Map.of(
                                "CULTIVAR_BOOTSTRAP_SERVERS", BROKER,
                                "CULTIVAR_INSTANCE_ID", "1",
                                "CULTIVAR_PARTITIONS", "2",
                                "CULTIVAR_HOLD_BACK_HOURS", "0"));
                ServiceImage ingest = new ServiceImage(
                        "ingest",
                        8081,
                        network,
                        Map.of(
                                "CULTIVAR_BOOTSTRAP_SERVERS",
                                BROKER,
                                "CULTIVAR_PSEUDONYM_KEY",
                                "b25seS1mb3ItdGhpcy10ZXN0LW9ubHktZm9yLXRoaXM="));
                ServiceImage metrics = new ServiceImage(
                        "metrics-api",
                        8080,
                        network,
                        Map.of("CULTIVAR_BOOTSTRAP_SERVERS", BROKER, "CULTIVAR_ACCESS", "open"))) {
            // when
            kafka.start();
            // It makes the topics, without which the others are not well.
            streams.start();
            ingest.start();
            metrics.start();
            List<String> events = CoachingEvents.all();
            assertThat(post(ingest, events)).isEqualTo(events.size());

            // then
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(get(metrics.url() + "/metrics")).contains(CoachingEvents.RETURN_SERIES));
            assertThat(List.of(streams, ingest, metrics)).allSatisfy(service -> {
                assertThat(service.user()).matches("1[0-9]{4}:1[0-9]{4}");
                assertThat(service.billOfMaterials().get("bomFormat").asText()).isEqualTo("CycloneDX");
                assertThat(service.billOfMaterials().get("components").findValuesAsText("name"))
                        .contains("kafka-clients");
            });
            assertThat(List.of(metrics, ingest, streams))
                    .allSatisfy(service ->
                            assertThat(service.exitCode()).as(service.getLogs()).isEqualTo(ENDED_AS_ASKED));
        }
    }

    private long post(ServiceImage ingest, List<String> events) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(ingest.url() + "/v1/events"))
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", events)))
                .build();
        return Json.tree(http.send(request, HttpResponse.BodyHandlers.ofByteArray())
                        .body())
                .get("accepted")
                .asLong();
    }

    private String get(String url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
