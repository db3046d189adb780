package io.cultivar.metricsapi.published;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Makes the Kafka consumers that read what was published, one after another, each with its client's own metrics. */
public final class PublishedConsumers implements Supplier<Consumer<byte[], byte[]>>, AutoCloseable {

    private final Properties properties = new Properties();
    private final MeterRegistry meters;
    private @Nullable KafkaClientMetrics clientMetrics;

    /** Consumers of this cluster, whose metrics go to the meters. */
    public PublishedConsumers(String bootstrapServers, MeterRegistry meters) {
        this.meters = meters;
        properties.putAll(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ConsumerConfig.CLIENT_ID_CONFIG, "cultivar-metrics-api",
                // Half a transaction is never seen.
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                // A position that is gone means another topic under the old name: fail, and read it from its beginning.
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
                // Topics are made by streams, with the right number of partitions.
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false",
                ConsumerConfig.ENABLE_METRICS_PUSH_CONFIG, "false",
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "10000"));
    }

    @Override
    public synchronized Consumer<byte[], byte[]> get() {
        close();
        var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        clientMetrics = new KafkaClientMetrics(consumer);
        clientMetrics.bindTo(meters);
        return consumer;
    }

    /** Ends the metrics of the latest consumer; the consumer itself belongs to who asked for it. */
    @Override
    public synchronized void close() {
        if (clientMetrics != null) {
            clientMetrics.close();
            clientMetrics = null;
        }
    }
}
