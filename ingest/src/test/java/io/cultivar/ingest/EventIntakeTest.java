package io.cultivar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.Json;
import io.cultivar.contract.Topics;
import io.cultivar.contract.event.Decoded;
import io.cultivar.contract.event.EventReader;
import io.cultivar.contract.event.EventType;
import io.cultivar.contract.event.RejectedRecord;
import io.cultivar.contract.event.RejectionReason;
import io.cultivar.ingest.Outcome.Failed;
import io.cultivar.ingest.Outcome.Published;
import io.cultivar.ingest.Outcome.Refused;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class EventIntakeTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private EventIntake intake(Broker broker, Duration ackTimeout) {
        return new EventIntake(
                new KafkaEventSink(broker, Duration.ZERO),
                ackTimeout,
                Samples.pseudonyms(),
                Samples.sealer(),
                new IngestMeters(registry),
                Samples.CLOCK);
    }

    private EventIntake intake(Broker broker) {
        return intake(broker, Duration.ofSeconds(20));
    }

    private static List<Submission> events(String... json) {
        return Arrays.stream(json).map(Samples::utf8).map(Submission::of).toList();
    }

    private double count(String name) {
        return registry.find(name).counters().stream()
                .mapToDouble(c -> c.count())
                .sum();
    }

    @Test
    void shouldWriteWhatItAcceptsUnderThePseudonym() {
        Broker broker = Broker.acknowledging();

        List<Outcome> outcomes = intake(broker).submit(events(Samples.outcome("sale-E1042")), "http");

        assertThat(outcomes)
                .containsExactly(new Published(
                        "sale-E1042",
                        "crm",
                        EventType.OUTCOME_MEASURED,
                        Instant.ofEpochMilli(1_774_947_600_000L),
                        Topics.WORKFORCE_EVENTS));
        ProducerRecord<String, byte[]> written = broker.history().get(0);
        assertThat(written.topic()).isEqualTo("workforce.events");
        assertThat(written.key()).isEqualTo("employee/" + Samples.pseudonyms().of("E1042"));
        assertThat(written.timestamp()).isEqualTo(1_774_947_600_000L);
        assertThat(EventReader.read(written.value())).isInstanceOf(Decoded.Accepted.class);
        assertThat(new String(written.value(), StandardCharsets.UTF_8))
                .contains("\"value\":12.50")
                .doesNotContain("E1042");
        assertThat(count("training.pipeline.events.accepted")).isOne();
    }

    @Test
    void shouldSealWhatItRefuses() {
        Broker broker = Broker.acknowledging();
        String refused = Samples.outcome("1", "2026-03-31T09:00:00Z", "\"E1042\"");

        List<Outcome> outcomes = intake(broker).submit(events(refused), "file");

        assertThat(outcomes).singleElement().isInstanceOf(Refused.class);
        assertThat(broker.topics()).containsExactly("ingest.rejected");
        byte[] written = broker.history().get(0).value();
        assertThat(new String(written, StandardCharsets.UTF_8)).doesNotContain("E1042");
        RejectedRecord kept = Json.read(written, RejectedRecord.class);
        assertThat(kept.reason()).isEqualTo(RejectionReason.INVALID_VALUE);
        assertThat(kept.pointer()).isEqualTo("/data/value");
        assertThat(kept.origin()).isEqualTo("file");
        assertThat(kept.receivedAt()).isEqualTo(Samples.NOW);
        assertThat(kept.eventType()).isEqualTo("outcome.measured");
        assertThat(Samples.sealer().open(String.valueOf(kept.sealedBytes()))).isEqualTo(Samples.utf8(refused));
        assertThat(count("training.pipeline.events.rejected")).isOne();
    }

    @Test
    void shouldKeepNoTypeThatIsNotOneOfOurs() {
        Broker broker = Broker.acknowledging();

        intake(broker).submit(events("{\"specversion\":\"1.0\",\"type\":\"E1042\"}", "E1042"), "http");

        assertThat(broker.history())
                .extracting(
                        kept -> Json.read(kept.value(), RejectedRecord.class).eventType())
                .containsExactly(null, null);
    }

    @Test
    void shouldKeepOnlyTheBeginningOfWhatIsTooLong() {
        Broker broker = Broker.acknowledging();
        byte[] tooLong = new byte[3_000_000];

        intake(broker).submit(List.of(Submission.of(tooLong)), "http");

        RejectedRecord kept = Json.read(broker.history().get(0).value(), RejectedRecord.class);
        assertThat(kept.reason()).isEqualTo(RejectionReason.TOO_LARGE);
        assertThat(kept.message()).endsWith("(of 3000000 bytes only the first 65536 are kept)");
        assertThat(Samples.sealer().open(String.valueOf(kept.sealedBytes()))).hasSize(65_536);
        assertThat(broker.history().get(0).value()).hasSizeLessThan(100_000);
    }

    @Test
    void shouldJudgeTranslatedEventsAndSealTheirOriginal() throws Exception {
        Broker broker = Broker.acknowledging();
        byte[] row = Samples.utf8("E1042;sales;12.50");
        var good = Submission.translated(Json.tree(Samples.utf8(Samples.outcome("1"))), row);
        var bad = Submission.translated(Json.tree(Samples.utf8("{\"type\":\"outcome.measured\"}")), row);

        List<Outcome> outcomes = intake(broker).submit(List.of(good, bad), "file");

        assertThat(outcomes.get(0)).isInstanceOf(Published.class);
        RejectedRecord kept = Json.read(broker.history().get(1).value(), RejectedRecord.class);
        assertThat(kept.eventType()).isEqualTo("outcome.measured");
        assertThat(Samples.sealer().open(String.valueOf(kept.sealedBytes()))).isEqualTo(row);
    }

    @Test
    void shouldStampRecordsWithTimesThatKafkaTakes() {
        Broker broker = Broker.acknowledging();

        intake(broker)
                .submit(
                        events(
                                Samples.outcome("old", "1955-01-01T00:00:00Z", "1"),
                                Samples.outcome("planned", "2199-01-01T00:00:00Z", "1")),
                        "http");

        assertThat(broker.history())
                .extracting(ProducerRecord::timestamp)
                .containsExactly(0L, Samples.NOW.toEpochMilli());
    }

    @Test
    void shouldAnswerInOrderWhateverFails() {
        Broker broker = Broker.silent();
        var answer = CompletableFuture.supplyAsync(() -> intake(broker)
                .submit(events(Samples.outcome("1"), "{}", Samples.outcome("3"), Samples.outcome("4")), "http"));

        awaitSent(broker, 4);
        broker.completeNext();
        broker.errorNext(new TimeoutException("E1042"));
        broker.errorNext(new TimeoutException("E1042"));
        assertThat(answer).isNotDone();
        broker.completeNext();

        List<Outcome> outcomes = answer.join();
        assertThat(outcomes.get(0)).isInstanceOf(Published.class);
        assertThat(outcomes.get(1)).isEqualTo(new Failed("the broker could not take it (TimeoutException)"));
        assertThat(outcomes.get(2)).isEqualTo(new Failed("the broker could not take it (TimeoutException)"));
        assertThat(outcomes.get(3)).isInstanceOf(Published.class);
        assertThat(count("training.pipeline.events.accepted")).isEqualTo(2);
        assertThat(count("training.pipeline.events.rejected")).isZero();
        assertThat(count("training.pipeline.events.failed")).isEqualTo(2);
    }

    @Test
    void shouldFailWhatIsNotAcknowledgedInTime() {
        EventIntake intake = intake(Broker.silent(), Duration.ofMillis(20));

        assertThat(intake.submit(events(Samples.outcome("1")), "http"))
                .containsExactly(new Failed("the broker did not acknowledge within 20 ms"));
    }

    @Test
    void shouldTryAnAbsentBrokerOncePerSubmission() {
        Broker broker = Broker.acknowledging();
        broker.sendException = new TimeoutException("no metadata");

        List<Outcome> outcomes = intake(broker).submit(events(Samples.outcome("1"), Samples.outcome("2")), "http");

        assertThat(outcomes)
                .containsExactly(
                        new Failed("the broker could not take it (TimeoutException)"),
                        new Failed("the broker could not take an event before it"));
        assertThat(broker.history()).isEmpty();
    }

    @Test
    void shouldFailAfterItWasClosed() {
        EventIntake intake = intake(Broker.acknowledging());
        intake.close();

        assertThat(intake.submit(events(Samples.outcome("1")), "http"))
                .singleElement()
                .isInstanceOf(Failed.class);
    }

    @Test
    void shouldGiveOneOutcomeForWhateverBytes() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        List<Submission> broken = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = Samples.utf8(Samples.outcome("E1042-" + i));
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            broken.add(Submission.of(bytes));
        }
        Broker broker = Broker.acknowledging();

        List<Outcome> outcomes = intake(broker).submit(broken, "http");

        assertThat(outcomes).as("seed %d", seed).hasSize(2_000).noneMatch(Failed.class::isInstance);
        assertThat(broker.history()).as("seed %d", seed).hasSize(2_000);
        assertThat(count("training.pipeline.events.accepted") + count("training.pipeline.events.rejected"))
                .as("seed %d", seed)
                .isEqualTo(2_000);
    }

    private static void awaitSent(Broker broker, int records) {
        try {
            broker.awaitSent(records);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
