package io.cultivar.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbandonedTransactionsTest {

    private static final TopicPartition PARTITION = new TopicPartition("t", 0);

    @TempDir
    private Path directory;

    @Test
    void shouldEndWhatADeadProducerLeftOpen_andLeaveWhatWasCommitted() throws Exception {
        try (var broker = EmbeddedBroker.start(directory, 0);
                var admin =
                        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()))) {
            // given a transaction that was committed, and one of which nobody says any more what becomes of it
            admin.createTopics(List.of(new NewTopic("t", 1, (short) 1))).all().get();
            try (var producer = producer(broker.bootstrapServers())) {
                producer.initTransactions();
                producer.beginTransaction();
                send(producer, "committed");
                producer.commitTransaction();
                producer.beginTransaction();
                send(producer, "open");
                producer.flush();
                assertThat(readable(admin)).isEqualTo(2);

                // when
                int aborted = AbandonedTransactions.abort(broker.bootstrapServers());

                // then everything may be read, up to the mark of the second one's end
                assertThat(aborted).isEqualTo(1);
                assertThat(readable(admin)).isEqualTo(4);
                assertThat(AbandonedTransactions.abort(broker.bootstrapServers()))
                        .isZero();
            }
        }
    }

    private static KafkaProducer<byte[], byte[]> producer(String bootstrapServers) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "dead"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, String value)
            throws ExecutionException, InterruptedException {
        producer.send(new ProducerRecord<>("t", value.getBytes(StandardCharsets.UTF_8)))
                .get();
    }

    /** Up to where a reader of what is committed may read. */
    private static long readable(Admin admin) throws ExecutionException, InterruptedException {
        return admin.listOffsets(
                        Map.of(PARTITION, OffsetSpec.latest()), new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .partitionResult(PARTITION)
                .get()
                .offset();
    }
}
