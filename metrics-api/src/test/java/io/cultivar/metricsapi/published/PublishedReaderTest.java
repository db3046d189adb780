package io.cultivar.metricsapi.published;

import static io.cultivar.metricsapi.published.PublishedTopics.PROGRAMS;
import static io.cultivar.metricsapi.published.PublishedTopics.program;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

/** The reader runs on the test's own thread; what happens to it is scheduled on the mock consumer's polls. */
class PublishedReaderTest {

    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");
    private static final PublishedReader.Patience NONE =
            new PublishedReader.Patience(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    private final ReaderMeters meters = ReaderMeters.in(new SimpleMeterRegistry());
    private final Deque<MockConsumer<byte[], byte[]>> consumers = new ArrayDeque<>();
    private final PublishedReader reader =
            new PublishedReader(this::next, Clock.fixed(NOW, ZoneOffset.UTC), NONE, meters);

    private Consumer<byte[], byte[]> next() {
        if (consumers.isEmpty()) {
            throw new KafkaException("no such broker");
        }
        return consumers.remove();
    }

    @Test
    void shouldShowWhatWasPublishedAndSayThatItIsCurrent() {
        // given one program
        MockConsumer<byte[], byte[]> consumer = consumer(1);
        consumer.schedulePollTask(() -> consumer.addRecord(program(0, "negotiation", SamplePrograms.winner())));
        pause(consumer);
        consumer.schedulePollTask(reader::stop);

        reader.run();

        assertThat(reader.snapshot().orElseThrow().programs()).containsExactly(SamplePrograms.winner());
        assertThat(reader.currentAt()).contains(NOW);
        assertThat(consumer.closed()).isTrue();
    }

    @Test
    void shouldPrepareWhatItShows_beforeItDoes_andShowItEvenWhereThatFails() {
        // given a preparation that fails at the second program
        MockConsumer<byte[], byte[]> consumer = consumer(1);
        consumer.schedulePollTask(() -> consumer.addRecord(program(0, "negotiation", SamplePrograms.winner())));
        pause(consumer);
        consumer.schedulePollTask(() -> consumer.addRecord(program(1, "mystery", SamplePrograms.undefined())));
        pause(consumer);
        consumer.schedulePollTask(reader::stop);
        List<Integer> prepared = new ArrayList<>();
        reader.beforeShowing(coming -> {
            assertThat(reader.snapshot()).isNotEqualTo(Optional.of(coming));
            prepared.add(coming.programs().size());
            if (coming.programs().size() > 1) {
                throw new IllegalStateException("cannot be prepared");
            }
        });

        reader.run();

        assertThat(prepared).containsExactly(1, 2);
        assertThat(reader.snapshot().orElseThrow().programs()).hasSize(2);
        assertThat(meters.failures().count()).isZero();
    }

    @Test
    void shouldReadAnewAfterAFailureAndKeepTheOldSnapshotUntilTheNewIsComplete() {
        // given a consumer that shows one program and then loses its place
        MockConsumer<byte[], byte[]> first = consumer(1);
        first.schedulePollTask(() -> first.addRecord(program(0, "negotiation", SamplePrograms.winner())));
        pause(first);
        first.schedulePollTask(() -> first.setPollException(new OffsetOutOfRangeException(Map.of(PROGRAMS, 1L))));
        // and, after it, one that finds another program under the old topic's name, in two polls
        MockConsumer<byte[], byte[]> second = consumer(2);
        second.schedulePollTask(() -> second.addRecord(program(0, "mystery", SamplePrograms.undefined())));
        second.schedulePollTask(() -> {
            assertThat(reader.snapshot().orElseThrow().programs()).containsExactly(SamplePrograms.winner());
            second.addRecord(program(1, "coaching", SamplePrograms.withheld()));
        });
        pause(second);
        second.schedulePollTask(reader::stop);

        reader.run();

        assertThat(reader.snapshot().orElseThrow().programs())
                .isEqualTo(List.of(SamplePrograms.withheld(), SamplePrograms.undefined()));
        assertThat(meters.failures().count()).isEqualTo(1);
        assertThat(first.closed()).isTrue();
    }

    @Test
    void shouldKeepTheSnapshotWhileTheBrokerIsAway() {
        // given a snapshot, and a broker that no longer answers
        MockConsumer<byte[], byte[]> consumer = consumer(1);
        consumer.schedulePollTask(() -> consumer.addRecord(program(0, "negotiation", SamplePrograms.winner())));
        pause(consumer);
        consumer.schedulePollTask(() -> consumer.setOffsetsException(new TimeoutException("no answer")));
        consumer.schedulePollTask(() -> {
            assertThat(reader.snapshot()).isPresent();
            reader.stop();
        });

        reader.run();

        assertThat(reader.snapshot().orElseThrow().programs()).containsExactly(SamplePrograms.winner());
        assertThat(meters.failures().count()).isZero();
    }

    @Test
    void shouldTryAgainWhereThereIsNoBrokerAtTheStart() {
        // given no broker at the first try
        int[] tries = {0};
        PublishedReader patient = new PublishedReader(
                () -> {
                    if (tries[0]++ == 0) {
                        throw new KafkaException("no such broker");
                    }
                    return next();
                },
                Clock.fixed(NOW, ZoneOffset.UTC),
                NONE,
                meters);
        MockConsumer<byte[], byte[]> consumer = consumer(0);
        consumer.schedulePollTask(() -> {});
        consumer.schedulePollTask(patient::stop);

        patient.run();

        assertThat(patient.snapshot()).isPresent();
        assertThat(meters.failures().count()).isEqualTo(1);
    }

    @Test
    void shouldNotBeReadyBeforeTheEnd() {
        MockConsumer<byte[], byte[]> consumer = consumer(2);
        consumer.schedulePollTask(() -> consumer.addRecord(program(0, "negotiation", SamplePrograms.winner())));
        pause(consumer);
        consumer.schedulePollTask(reader::stop);

        reader.run();

        assertThat(reader.snapshot()).isEmpty();
        assertThat(reader.currentAt()).isEmpty();
    }

    /** A poll that brings nothing more: what came before it is one publication. */
    private static void pause(MockConsumer<byte[], byte[]> consumer) {
        consumer.schedulePollTask(() -> {});
    }

    private MockConsumer<byte[], byte[]> consumer(long programsEnd) {
        MockConsumer<byte[], byte[]> consumer = PublishedTopics.consumer(programsEnd, 0);
        consumers.add(consumer);
        return consumer;
    }
}
