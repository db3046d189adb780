package io.cultivar.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cultivar.contract.Topic;
import io.cultivar.contract.Topics;
import io.cultivar.streams.PipelineConfig;
import io.cultivar.streams.TopicProvisioner;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The topics as a broker has them after they were made. */
@Timeout(120)
class ProvisionedTopicsTest {

    @TempDir
    Path data;

    private static PipelineConfig config(EmbeddedBroker broker, String partitions) {
        return PipelineConfig.fromEnvironment(
                Map.of("CULTIVAR_BOOTSTRAP_SERVERS", broker.bootstrapServers(), "CULTIVAR_PARTITIONS", partitions));
    }

    @Test
    void shouldHaveTheBrokerKeepThemAsConfigured() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("broker"), 0)) {
            // when, and again, which changes nothing
            TopicProvisioner.provision(config(broker, "2"));
            TopicProvisioner.provision(config(broker, "2"));

            // then
            Map<String, Config> settings = settings(broker);
            for (Topic topic : Topics.ALL) {
                Config of = Objects.requireNonNull(settings.get(topic.name()));
                assertThat(value(of, "min.insync.replicas")).as(topic.name()).isEqualTo("1");
                assertThat(value(of, "max.message.bytes")).isEqualTo("4194304");
                switch (topic.retention()) {
                    case FOREVER -> {
                        assertThat(value(of, "cleanup.policy")).isEqualTo("delete");
                        assertThat(value(of, "retention.ms")).isEqualTo("-1");
                        assertThat(value(of, "retention.bytes")).isEqualTo("-1");
                    }
                    case LATEST_BY_KEY ->
                        assertThat(value(of, "cleanup.policy")).isEqualTo("compact");
                }
            }

            // and another number of partitions is refused
            assertThatThrownBy(() -> TopicProvisioner.provision(config(broker, "3")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("has 2 partitions, but 3 are configured");
        }
    }

    private static Map<String, Config> settings(EmbeddedBroker broker) throws Exception {
        List<ConfigResource> resources = Topics.ALL.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()))
                .toList();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            return admin.describeConfigs(resources).all().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            entry -> entry.getKey().name(), Map.Entry::getValue, (one, other) -> one, TreeMap::new));
        }
    }

    private static String value(Config config, String name) {
        return config.get(name).value();
    }
}
