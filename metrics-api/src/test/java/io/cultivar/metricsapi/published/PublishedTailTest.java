package io.cultivar.metricsapi.published;

import static io.cultivar.metricsapi.published.PublishedTopics.COMPANY;
import static io.cultivar.metricsapi.published.PublishedTopics.PIPELINE;
import static io.cultivar.metricsapi.published.PublishedTopics.PROGRAMS;
import static io.cultivar.metricsapi.published.PublishedTopics.pipeline;
import static io.cultivar.metricsapi.published.PublishedTopics.program;
import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.Topics;
import io.cultivar.contract.result.ProgramResult;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.junit.jupiter.api.Test;

class PublishedTailTest {

    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");

    private final ReaderMeters meters = ReaderMeters.in(new SimpleMeterRegistry());

    @Test
    void shouldWaitWhileATopicDoesNotExist() {
        // given all topics but one
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
        PublishedTopics.create(consumer, PROGRAMS, 0);
        PublishedTopics.create(consumer, COMPANY, 0);
        PublishedTopics.create(consumer, PublishedTopics.LOG, 0);

        assertThat(open(consumer)).isEmpty();

        // when the other appears
        PublishedTopics.create(consumer, PIPELINE, 0);

        assertThat(open(consumer)).isPresent();
    }

    @Test
    void shouldShowNothingBeforeThePositionHasPassedTheEndsOfTheStart() {
        // given two programs, and a commit marker at the last offset
        MockConsumer<byte[], byte[]> consumer = PublishedTopics.consumer(3, 2);
        PublishedTail tail = open(consumer).orElseThrow();
        consumer.addRecord(program(0, "negotiation", SamplePrograms.winner()));

        // when only the first has been read, then both but no marker
        assertThat(poll(tail)).isEmpty();
        consumer.addRecord(program(1, "coaching", SamplePrograms.withheld()));
        consumer.addRecord(pipeline(0));
        assertThat(poll(tail)).isEmpty();
        assertThat(tail.isCurrent(Duration.ZERO)).isFalse();

        // then the positions behind the markers make it complete, with no record more
        consumer.seek(PROGRAMS, 3);
        consumer.seek(PIPELINE, 2);
        Snapshot snapshot = poll(tail).orElseThrow();
        assertThat(snapshot.programs()).containsExactly(SamplePrograms.withheld(), SamplePrograms.winner());
        assertThat(snapshot.pipeline()).isEqualTo(SamplePrograms.pipeline());
        assertThat(snapshot.published()).isEqualTo(SamplePrograms.PUBLISHED.plusMillis(1));
        assertThat(snapshot.received()).isEqualTo(NOW);
        assertThat(tail.isCurrent(Duration.ZERO)).isTrue();
    }

    @Test
    void shouldBeReadyAtOnceWhereNothingIsPublished() {
        PublishedTail tail = open(PublishedTopics.consumer(0, 0)).orElseThrow();

        Snapshot snapshot = poll(tail).orElseThrow();

        assertThat(snapshot.programs()).isEmpty();
        assertThat(snapshot.asOf()).isNull();
        assertThat(snapshot.published()).isNull();
    }

    @Test
    void shouldShowCompanyAndPortfolioInTheSameSnapshot() {
        MockConsumer<byte[], byte[]> consumer = PublishedTopics.consumer(1, 2, 0);
        PublishedTail tail = open(consumer).orElseThrow();
        consumer.addRecord(program(0, "negotiation", SamplePrograms.winner()));
        consumer.addRecord(PublishedTopics.company(0));
        assertThat(poll(tail)).isEmpty();

        // when the portfolio too has been read
        consumer.addRecord(PublishedTopics.portfolio(1));

        Snapshot snapshot = poll(tail).orElseThrow();
        assertThat(snapshot.programs()).containsExactly(SamplePrograms.winner());
        assertThat(snapshot.company()).isEqualTo(SampleCompany.company());
        assertThat(snapshot.portfolio()).isEqualTo(SampleCompany.portfolio());

        // and when the portfolio is taken back
        consumer.addRecord(PublishedTopics.item(COMPANY, 2, Topics.PORTFOLIO, null));

        Snapshot without = poll(tail).orElseThrow();
        assertThat(without.portfolio()).isNull();
        assertThat(without.company()).isEqualTo(SampleCompany.company());
        assertThat(without.version()).isNotEqualTo(snapshot.version());
    }

    @Test
    void shouldShowInOnePiece_whatComesPieceByPiece() {
        // given a publication whose program, portfolio and reach are fetched one after another
        MockConsumer<byte[], byte[]> consumer = PublishedTopics.consumer(0, 0);
        PublishedTail tail = open(consumer).orElseThrow();
        assertThat(poll(tail)).isPresent();
        consumer.schedulePollTask(() -> consumer.addRecord(program(0, "negotiation", SamplePrograms.winner())));
        consumer.schedulePollTask(() -> consumer.addRecord(PublishedTopics.portfolio(0)));
        consumer.schedulePollTask(() -> consumer.addRecord(pipeline(0)));

        Snapshot snapshot = poll(tail).orElseThrow();

        assertThat(snapshot.programs()).containsExactly(SamplePrograms.winner());
        assertThat(snapshot.portfolio()).isEqualTo(SampleCompany.portfolio());
        assertThat(snapshot.pipeline()).isEqualTo(SamplePrograms.pipeline());
    }

    @Test
    void shouldShowWhatHasCome_whereItNeverEnds() {
        MockConsumer<byte[], byte[]> consumer = PublishedTopics.consumer(0, 0);
        PublishedTail tail = open(consumer).orElseThrow();
        assertThat(poll(tail)).isPresent();
        for (int piece = 0; piece < 100; piece++) {
            int offset = piece;
            consumer.schedulePollTask(
                    () -> consumer.addRecord(program(offset, "p" + offset, SamplePrograms.undefined("p" + offset))));
        }

        assertThat(poll(tail).orElseThrow().programs()).hasSizeBetween(1, 99);
        assertThat(poll(tail)).isPresent();
    }

    @Test
    void shouldReplaceByKeyAndRemoveByTombstone() {
        MockConsumer<byte[], byte[]> consumer = PublishedTopics.consumer(2, 0);
        PublishedTail tail = open(consumer).orElseThrow();
        consumer.addRecord(program(0, "mystery", SamplePrograms.undefined()));
        consumer.addRecord(program(1, "negotiation", SamplePrograms.winner()));
        Snapshot first = poll(tail).orElseThrow();

        // when one is replaced, then removed
        ProgramResult replaced = SamplePrograms.costing(SamplePrograms.undefined(), "EUR", "1");
        consumer.addRecord(program(2, "mystery", replaced));
        Snapshot second = poll(tail).orElseThrow();
        consumer.addRecord(program(3, "mystery", null));
        Snapshot third = poll(tail).orElseThrow();

        // then each snapshot stays what it was
        assertThat(first.programs()).containsExactly(SamplePrograms.undefined(), SamplePrograms.winner());
        assertThat(second.programs()).containsExactly(replaced, SamplePrograms.winner());
        assertThat(third.programs()).containsExactly(SamplePrograms.winner());
        assertThat(first.version()).isNotEqualTo(second.version());
        assertThat(poll(tail)).isEmpty();
    }

    @Test
    void shouldGiveTheSameContentTheSameVersionWhateverTheOffsets() {
        MockConsumer<byte[], byte[]> one = PublishedTopics.consumer(2, 0);
        PublishedTail oneTail = open(one).orElseThrow();
        one.addRecord(program(0, "mystery", SamplePrograms.undefined()));
        one.addRecord(program(1, "negotiation", SamplePrograms.winner()));
        MockConsumer<byte[], byte[]> other = PublishedTopics.consumer(4, 0);
        PublishedTail otherTail = open(other).orElseThrow();
        other.addRecord(program(0, "negotiation", SamplePrograms.winner()));
        other.addRecord(program(1, "gone", SamplePrograms.undefined("gone")));
        other.addRecord(program(2, "mystery", SamplePrograms.undefined()));
        other.addRecord(program(3, "gone", null));

        assertThat(poll(oneTail).orElseThrow().version())
                .isEqualTo(poll(otherTail).orElseThrow().version());
    }

    @Test
    void shouldLeaveOutWhatCannotBeReadAndCountIt() {
        MockConsumer<byte[], byte[]> consumer = PublishedTopics.consumer(5, 0);
        PublishedTail tail = open(consumer).orElseThrow();
        consumer.addRecord(program(0, "negotiation", SamplePrograms.winner()));
        consumer.addRecord(program(1, "coaching", SamplePrograms.withheld()));

        // when a newer record of a program is no result, a key names another program, a key is none of ours
        consumer.addRecord(PublishedTopics.item(PROGRAMS, 2, "program/coaching", "{".getBytes(StandardCharsets.UTF_8)));
        consumer.addRecord(program(3, "another", SamplePrograms.undefined()));
        consumer.addRecord(PublishedTopics.item(PROGRAMS, 4, "else", "{}".getBytes(StandardCharsets.UTF_8)));

        // then the rest is shown, without the old result of the program whose newest cannot be read
        assertThat(poll(tail).orElseThrow().programs()).containsExactly(SamplePrograms.winner());
        assertThat(meters.unreadable().count()).isEqualTo(3);
    }

    @Test
    void shouldNotBeCurrentWhileSomethingNewerIsPublished() {
        MockConsumer<byte[], byte[]> consumer = PublishedTopics.consumer(0, 0);
        PublishedTail tail = open(consumer).orElseThrow();
        assertThat(poll(tail)).isPresent();

        consumer.updateEndOffsets(Map.of(PROGRAMS, 7L));

        assertThat(tail.isCurrent(Duration.ZERO)).isFalse();
    }

    private Optional<PublishedTail> open(MockConsumer<byte[], byte[]> consumer) {
        return PublishedTail.open(consumer, PublishedReader.TOPICS, Duration.ZERO, meters);
    }

    private static Optional<Snapshot> poll(PublishedTail tail) {
        return tail.poll(Duration.ZERO, NOW);
    }
}
