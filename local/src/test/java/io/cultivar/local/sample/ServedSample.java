package io.cultivar.local.sample;

import io.cultivar.contract.Json;
import io.cultivar.contract.Topic;
import io.cultivar.contract.Topics;
import io.cultivar.contract.event.SubjectKind;
import io.cultivar.contract.result.PipelineResult;
import io.cultivar.contract.result.Publication;
import io.cultivar.local.EmbeddedBroker;
import io.cultivar.metricsapi.MetricsApiConfig;
import io.cultivar.metricsapi.MetricsApiService;
import io.cultivar.streams.PipelineConfig;
import io.cultivar.streams.TopicProvisioner;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The published sample company on the embedded broker, served by {@code metrics-api} as it is deployed. */
final class ServedSample implements AutoCloseable {

    private final EmbeddedBroker broker;
    private final MetricsApiService service;

    private ServedSample(EmbeddedBroker broker, MetricsApiService service) {
        this.broker = broker;
        this.service = service;
    }

    /**
     * Publishes and serves; everything has to be read before {@link #ready}.
     *
     * @param log what was published before, by key, in order
     */
    static ServedSample start(
            Path directory,
            PublishedSample sample,
            List<Map.Entry<String, Publication>> log,
            Instant asOf,
            Instant latestEvent) {
        EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0);
        try {
            TopicProvisioner.provision(PipelineConfig.fromEnvironment(Map.of(
                    "CULTIVAR_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                    "CULTIVAR_STATE_DIR", directory.resolve("streams").toString(),
                    "CULTIVAR_PARTITIONS", "1")));
            publish(broker, sample, log, new PipelineResult(1, asOf, Map.of(), latestEvent, 0, 0, 0, null));
            var service = new MetricsApiService(new MetricsApiConfig(broker.bootstrapServers(), "127.0.0.1", 0, "EUR"));
            service.start();
            return new ServedSample(broker, service);
        } catch (RuntimeException e) {
            broker.close();
            throw e;
        }
    }

    private static void publish(
            EmbeddedBroker broker,
            PublishedSample sample,
            List<Map.Entry<String, Publication>> log,
            PipelineResult pipeline) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            sample.programs()
                    .forEach((id, result) ->
                            send(producer, Topics.PUBLISHED_PROGRAMS, SubjectKind.PROGRAM.key(id), result));
            send(producer, Topics.PUBLISHED_COMPANY, Topics.COMPANY, sample.company());
            send(producer, Topics.PUBLISHED_COMPANY, Topics.PORTFOLIO, sample.portfolio());
            log.forEach(entry -> send(producer, Topics.PUBLISHED_LOG, entry.getKey(), entry.getValue()));
            send(producer, Topics.PUBLISHED_PIPELINE, "pipeline", pipeline);
        }
    }

    private static void send(KafkaProducer<String, byte[]> producer, Topic topic, String key, Record value) {
        try {
            producer.send(new ProducerRecord<>(topic.name(), key, Json.write(value)))
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("cannot publish " + key, e);
        }
    }

    boolean ready() {
        return service.ready();
    }

    String url() {
        return "http://127.0.0.1:" + service.port();
    }

    @Override
    public void close() {
        try (broker) {
            service.close();
        }
    }
}
