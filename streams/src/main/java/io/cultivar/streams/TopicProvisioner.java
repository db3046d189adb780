package io.cultivar.streams;

import io.cultivar.contract.Topic;
import io.cultivar.contract.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that are missing, and refuses to work on ones that are divided otherwise than configured. */
public final class TopicProvisioner {

    private static final long TIMEOUT_SECONDS = 60;

    private TopicProvisioner() {}

    /**
     * Makes sure that every topic exists as configured.
     *
     * @throws IllegalStateException where a topic has another number of partitions, or the brokers do not answer in a minute
     */
    public static void provision(PipelineConfig config) {
        Map<String, Object> settings = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
        try (Admin admin = Admin.create(settings)) {
            Set<String> existing = admin.listTopics().names().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            for (Topic topic : Topics.ALL) {
                if (existing.contains(topic.name())) {
                    check(admin, topic, config);
                } else {
                    create(admin, topic, config);
                }
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    "the topics could not be created at " + config.bootstrapServers() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topics", e);
        }
    }

    private static void create(Admin admin, Topic topic, PipelineConfig config)
            throws ExecutionException, TimeoutException, InterruptedException {
        var created = new NewTopic(topic.name(), partitions(topic, config), (short) config.replication())
                .configs(settings(topic, config));
        try {
            admin.createTopics(List.of(created)).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            // Another instance was faster: then it only has to fit.
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
            check(admin, topic, config);
        }
    }

    private static void check(Admin admin, Topic topic, PipelineConfig config)
            throws ExecutionException, TimeoutException, InterruptedException {
        Map<String, TopicDescription> descriptions =
                admin.describeTopics(List.of(topic.name())).allTopicNames().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        TopicDescription description = Objects.requireNonNull(descriptions.get(topic.name()));
        int found = description.partitions().size();
        if (found != partitions(topic, config)) {
            throw new IllegalStateException("topic " + topic.name() + " has " + found + " partitions, but "
                    + partitions(topic, config)
                    + " are configured; the number is fixed once there is data: configure " + found
                    + ", or start on an empty cluster or data directory and send the events again");
        }
    }

    private static int partitions(Topic topic, PipelineConfig config) {
        return switch (topic.partitions()) {
            case BY_SUBJECT -> config.partitions();
            case SINGLE -> 1;
        };
    }

    private static Map<String, String> settings(Topic topic, PipelineConfig config) {
        Map<String, String> settings = new HashMap<>();
        settings.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, config.replication() > 2 ? "2" : "1");
        settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "4194304");
        switch (topic.retention()) {
            case FOREVER -> {
                settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
                settings.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
                settings.put(TopicConfig.RETENTION_BYTES_CONFIG, "-1");
            }
            case LATEST_BY_KEY -> settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        }
        return settings;
    }
}
