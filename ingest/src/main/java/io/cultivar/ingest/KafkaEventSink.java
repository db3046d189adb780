package io.cultivar.ingest;

import io.cultivar.contract.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes records through one Kafka producer, which all requests share. */
final class KafkaEventSink implements EventSink {

    private static final Duration LINGER = Duration.ofMillis(5);
    private static final Duration LONGEST_BLOCK = Duration.ofSeconds(5);
    private static final long BUFFER_BYTES = 64L * 1024 * 1024;
    private static final int BATCH_BYTES = 64 * 1024;

    private final Producer<String, byte[]> producer;
    private final Duration closeTimeout;

    KafkaEventSink(Producer<String, byte[]> producer, Duration closeTimeout) {
        this.producer = producer;
        this.closeTimeout = closeTimeout;
    }

    /** A sink at these servers; they need not be reachable yet. */
    static KafkaEventSink connect(String bootstrapServers, Duration ackTimeout) {
        return new KafkaEventSink(
                new KafkaProducer<>(
                        settings(bootstrapServers, ackTimeout), new StringSerializer(), new ByteArraySerializer()),
                ackTimeout);
    }

    /**
     * The producer's settings: durable first, then fast. A record is either acknowledged by all in-sync replicas or
     * given up within {@code ackTimeout}; a full buffer or an absent broker holds a request up for five seconds at
     * most.
     */
    static Map<String, Object> settings(String bootstrapServers, Duration ackTimeout) {
        long ackMs = ackTimeout.toMillis();
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "cultivar-ingest");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER.toMillis());
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Math.min(ackMs, LONGEST_BLOCK.toMillis()));
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) ackMs);
        // Kafka wants linger + one request to fit into the delivery timeout; half of it leaves room for a retry.
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) Math.min(ackMs / 2, 10_000));
        return settings;
    }

    /** Exposes the producer's own metrics; close what is returned before the sink. */
    KafkaClientMetrics bindTo(MeterRegistry registry) {
        var metrics = new KafkaClientMetrics(producer);
        metrics.bindTo(registry);
        return metrics;
    }

    // The callback hears all that the future would tell.
    @SuppressWarnings("FutureReturnValueIgnored")
    @Override
    public CompletableFuture<Void> write(Topic topic, @Nullable String key, long timestampMs, byte[] value) {
        var written = new CompletableFuture<Void>();
        try {
            producer.send(new ProducerRecord<>(topic.name(), null, timestampMs, key, value), (metadata, error) -> {
                if (error == null) {
                    written.complete(null);
                } else {
                    written.completeExceptionally(error);
                }
            });
        } catch (KafkaException | IllegalStateException e) {
            // The latter: the producer was closed meanwhile.
            written.completeExceptionally(e);
        }
        return written;
    }

    @Override
    public void close() {
        producer.close(closeTimeout);
    }
}
