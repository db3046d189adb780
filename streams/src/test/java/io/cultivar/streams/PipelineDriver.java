package io.cultivar.streams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import io.cultivar.contract.Topic;
import io.cultivar.contract.Topics;
import io.cultivar.contract.event.Decoded;
import io.cultivar.contract.event.Event;
import io.cultivar.contract.event.EventReader;
import io.cultivar.contract.event.RejectedRecord;
import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.PipelineResult;
import io.cultivar.contract.result.PortfolioResult;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Publication;
import io.cultivar.evaluation.sums.Cell;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The whole pipeline in a TopologyTestDriver, for tests that speak of events and results only. */
final class PipelineDriver implements AutoCloseable {

    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");

    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final TopologyTestDriver driver;
    private final Map<Topic, TestInputTopic<String, byte[]>> inputs = new TreeMap<>(Comparator.comparing(Topic::name));
    private final Map<String, ProgramResult> results = new TreeMap<>();
    private final Map<String, ProgramResult> published = new TreeMap<>();
    private final Map<String, Map<String, TestRecord<String, byte[]>>> compacted = new HashMap<>();
    private @Nullable CompanyResult exactCompany;
    private @Nullable CompanyResult company;
    private @Nullable PortfolioResult portfolio;
    private @Nullable PipelineResult pipeline;
    private final Set<Double> numbersPublished = new TreeSet<>();
    private long portfolios;

    PipelineDriver(Instant asOf) {
        this(new AsOf.Fixed(asOf));
    }

    PipelineDriver(AsOf asOf) {
        this(asOf, Duration.ZERO, Duration.ZERO);
    }

    /** One in which results wait so long to settle, and for enough people to change. */
    PipelineDriver(AsOf asOf, Duration settling, Duration holdBack) {
        var config = config(asOf, settling, holdBack);
        driver = new TopologyTestDriver(
                Pipeline.topology(config, new Stores(Stores.Kind.IN_MEMORY), new PipelineMeters(meters)),
                StreamsSettings.of(config),
                NOW);
        for (Topic topic : List.of(Topics.LEARNING_EVENTS, Topics.WORKFORCE_EVENTS, Topics.PROGRAM_EVENTS)) {
            inputs.put(topic, driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer()));
        }
    }

    static PipelineConfig config(AsOf asOf) {
        return config(asOf, Duration.ZERO, Duration.ZERO);
    }

    private static PipelineConfig config(AsOf asOf, Duration settling, Duration holdBack) {
        return new PipelineConfig(
                "localhost:9092",
                "cultivar-test",
                "1",
                Path.of("target", "streams-test"),
                1,
                1,
                1,
                Duration.ofMillis(100),
                5,
                settling,
                holdBack,
                asOf);
    }

    /** Sends events, whose subjects become pseudonyms of the right form first. */
    void send(Collection<String> lines) {
        lines.forEach(this::send);
    }

    void send(String line) {
        Event event = pseudonymous(line);
        raw(event.topic(), event.key(), event.toJson());
    }

    static Event pseudonymous(String line) {
        Event event = ((Decoded.Accepted) EventReader.read(line.getBytes(StandardCharsets.UTF_8))).event();
        return event.subject() != null && event.key().startsWith("employee/")
                ? event.withSubject((event.subject() + "_".repeat(43)).substring(0, 43))
                : event;
    }

    void raw(Topic topic, String key, byte[] value) {
        Objects.requireNonNull(inputs.get(topic)).pipeInput(key, value);
    }

    /** Lets time pass until everything pending is folded, evaluated and published. */
    void settle() {
        for (int round = 0; round < 8; round++) {
            beat();
        }
    }

    /** Lets every stage beat once. */
    void beat() {
        driver.advanceWallClockTime(Duration.ofMillis(100));
        drain(Topics.EVALUATION_RESULTS, results);
        drain(Topics.PUBLISHED_PROGRAMS, published);
        for (TestRecord<String, byte[]> record : records(Topics.PUBLISHED_COMPANY)) {
            if (record.key().equals(Topics.COMPANY)) {
                company = Json.read(record.value(), CompanyResult.class);
            } else {
                assertThat(record.key()).isEqualTo(Topics.PORTFOLIO);
                portfolio = Json.read(record.value(), PortfolioResult.class);
                portfolios++;
            }
        }
    }

    void advance(Duration time) {
        driver.advanceWallClockTime(time);
    }

    private void drain(Topic topic, Map<String, ProgramResult> into) {
        for (TestRecord<String, byte[]> record : records(topic)) {
            if (record.key().startsWith("program/")) {
                if (record.value() == null) {
                    into.remove(record.key());
                } else {
                    into.put(record.key(), Json.read(record.value(), ProgramResult.class));
                }
            } else if (record.key().equals(Cell.COMPANY)) {
                exactCompany = Json.read(record.value(), CompanyResult.class);
            }
        }
    }

    private List<TestRecord<String, byte[]>> records(Topic topic) {
        List<TestRecord<String, byte[]>> records = records(topic.name());
        if (topic.equals(Topics.PUBLISHED_PROGRAMS) || topic.equals(Topics.PUBLISHED_COMPANY)) {
            records.stream()
                    .filter(record -> record.value() != null)
                    .forEach(record -> collect(Json.read(record.value(), JsonNode.class), numbersPublished));
        }
        return records;
    }

    private List<TestRecord<String, byte[]>> records(String topic) {
        var records = driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
        Map<String, TestRecord<String, byte[]>> last = compacted.computeIfAbsent(topic, name -> new HashMap<>());
        records.forEach(record -> last.put(record.key(), record));
        return records;
    }

    /** Where a text stands: the stores that hold it, and the topics that do once Kafka has compacted them. */
    Set<String> placesOf(String text) {
        Set<String> places = new TreeSet<>();
        driver.producedTopicNames().forEach(this::records);
        compacted.forEach((topic, last) -> last.values().stream()
                .filter(record -> record.value() != null)
                .filter(record -> (record.key() + text(record.value())).contains(text))
                .forEach(record -> places.add(topic)));
        driver.getAllStateStores().keySet().forEach(name -> {
            try (var all = driver.<String, Object>getKeyValueStore(name).all()) {
                all.forEachRemaining(entry -> {
                    if ((entry.key + text(entry.value)).contains(text)) {
                        places.add(name);
                    }
                });
            }
        });
        return places;
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : value.toString();
    }

    /** The exact results, by {@code program/<id>}. */
    Map<String, ProgramResult> results() {
        return results;
    }

    /** What was published, by {@code program/<id>}. */
    Map<String, ProgramResult> published() {
        return published;
    }

    /** The company's results, exactly. */
    CompanyResult exactCompany() {
        return Objects.requireNonNull(exactCompany);
    }

    /** What was published of the company. */
    CompanyResult company() {
        return Objects.requireNonNull(company);
    }

    /** What was published across programs. */
    PortfolioResult portfolio() {
        return Objects.requireNonNull(portfolio);
    }

    /** How often a portfolio was published. */
    long portfolios() {
        return portfolios;
    }

    /** The store of what was last published. */
    KeyValueStore<String, byte[]> publishedStore() {
        return driver.getKeyValueStore(Stores.PUBLISHED);
    }

    /** What was told of a result since this was asked last. */
    List<Publication> log(String key) {
        return records(Topics.PUBLISHED_LOG).stream()
                .filter(record -> record.key().equals(key))
                .map(record -> Json.read(record.value(), Publication.class))
                .toList();
    }

    /** Every number in what was published, whenever it was. */
    Set<Double> numbersPublished() {
        return numbersPublished;
    }

    private static void collect(JsonNode node, Set<Double> numbers) {
        if (node.isNumber()) {
            numbers.add(node.doubleValue());
        }
        node.forEach(part -> collect(part, numbers));
    }

    /** Every number in what was told of results since this was asked last. */
    Set<Double> numbersLogged() {
        Set<Double> numbers = new TreeSet<>();
        records(Topics.PUBLISHED_LOG).forEach(record -> collect(Json.read(record.value(), JsonNode.class), numbers));
        return numbers;
    }

    PipelineResult pipeline() {
        records(Topics.PUBLISHED_PIPELINE)
                .forEach(record -> pipeline = Json.read(record.value(), PipelineResult.class));
        return Objects.requireNonNull(pipeline);
    }

    /** What it has counted, as Prometheus reads it: those samples of our own families that are not zero. */
    List<String> counted() {
        return meters.scrape()
                .lines()
                .filter(line -> line.startsWith("training_") && !line.endsWith(" 0.0") && !line.endsWith(" 0"))
                .toList();
    }

    List<RejectedRecord> rejected() {
        return records(Topics.INGEST_REJECTED).stream()
                .map(record -> Json.read(record.value(), RejectedRecord.class))
                .toList();
    }

    @Override
    public void close() {
        driver.close();
    }
}
