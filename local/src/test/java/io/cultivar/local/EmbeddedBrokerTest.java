package io.cultivar.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Timeout(120)
@Isolated("it counts the threads of the process, and another class's broker has some, too")
class EmbeddedBrokerTest {

    private static final TopicPartition RECORDS = new TopicPartition("test.records", 0);

    @TempDir
    Path data;

    @Test
    void shouldKeepRecordsOverACleanRestart() throws Exception {
        // given
        Path directory = data.resolve("broker");
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
                admin.createTopics(List.of(new NewTopic(RECORDS.topic(), 1, (short) 1)))
                        .all()
                        .get();
            }
            send(broker, "first", false);
            send(broker, "second", true);
        }

        // and what would make Kafka halt the process is refused
        Files.createDirectories(directory.resolve("streams"));
        assertThatThrownBy(() -> EmbeddedBroker.start(directory, 0)).hasMessageContaining("holds streams");
        Files.delete(directory.resolve("streams"));

        // when
        try (EmbeddedBroker again = EmbeddedBroker.start(directory, 0)) {
            send(again, "third", true);

            // then
            assertThat(again.bootstrapServers()).startsWith("127.0.0.1:");
            assertThat(records(again, 3)).containsExactly("first", "second", "third");
        }
    }

    @Test
    void shouldSayWhichPortIsTaken() throws Exception {
        // given
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            // when, then
            assertThatThrownBy(() -> EmbeddedBroker.start(data.resolve("broker"), port))
                    .isInstanceOf(BrokerStartException.class)
                    .hasMessageContaining("port " + port)
                    .hasMessageContaining("already in use");
        }
    }

    @Test
    void shouldLeaveNothingBehindWhenItFailsHalfWay() throws Exception {
        // given
        Path directory = data.resolve("broker");
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {

            // when
            assertThatThrownBy(() -> EmbeddedBroker.attempt(directory, taken.getLocalPort()))
                    .isInstanceOf(EmbeddedBroker.PortTakenException.class);
        }

        // then
        assertThat(survivors(before)).isEmpty();
        try (EmbeddedBroker next = EmbeddedBroker.start(directory, 0)) {
            assertThat(next.bootstrapServers()).startsWith("127.0.0.1:");
        }
    }

    @Test
    void shouldKeepASecondBrokerOutOfTheDirectory() {
        // given
        Path directory = data.resolve("broker");
        try (EmbeddedBroker holder = EmbeddedBroker.start(directory, 0)) {

            // when, then
            assertThatThrownBy(() -> EmbeddedBroker.start(directory, 0))
                    .isInstanceOf(BrokerStartException.class)
                    .hasMessageContaining("another process holds")
                    .hasMessageContaining(directory.toString());
            assertThat(holder.bootstrapServers()).isNotEmpty();
        }
    }

    @Test
    void shouldRefuseADirectoryWithSomethingElseInIt() throws IOException {
        // given
        Files.createDirectories(data.resolve("broker/streams"));

        // when, then
        assertThatThrownBy(() -> EmbeddedBroker.start(data.resolve("broker"), 0))
                .isInstanceOf(BrokerStartException.class)
                .hasMessageContaining("holds streams");
    }

    /** Threads that would keep the process alive; those that are just ending get their time to. */
    private static List<String> survivors(Set<Thread> before) throws InterruptedException {
        List<String> names = new ArrayList<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!before.contains(thread) && !thread.isDaemon()) {
                thread.join(Duration.ofSeconds(10).toMillis());
                if (thread.isAlive()) {
                    names.add(thread.getName());
                }
            }
        }
        return names;
    }

    private static void send(EmbeddedBroker broker, String value, boolean transactional) throws Exception {
        Map<String, Object> settings = transactional
                ? Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "test")
                : Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            if (transactional) {
                producer.initTransactions();
                producer.beginTransaction();
            }
            var sent = producer.send(new ProducerRecord<>(RECORDS.topic(), "key", value));
            if (transactional) {
                producer.commitTransaction();
            }
            sent.get();
        }
    }

    private static List<String> records(EmbeddedBroker broker, int count) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(Set.of(RECORDS));
            consumer.seekToBeginning(Set.of(RECORDS));
            List<String> values = new ArrayList<>();
            while (values.size() < count) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> values.add(record.value()));
            }
            return values;
        }
    }
}
