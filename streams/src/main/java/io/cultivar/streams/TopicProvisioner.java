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
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates the topics that are missing, and refuses to work on ones that are divided otherwise than configured. */
public final class TopicProvisioner {

    private static final long TIMEOUT_SECONDS = 60;
    private static final long RETRY_MS = 100;

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
                if (!existing.contains(topic.name())) {
                    create(admin, topic, config);
                }
            }
            check(describe(admin), config);
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
        try {
            admin.createTopics(List.of(newTopic(topic, config))).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            // Another instance was faster: then the topic only has to fit, like any other that was there.
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /** A topic as it is made: what the brokers' own defaults say of copies and retention does not matter. */
    static NewTopic newTopic(Topic topic, PipelineConfig config) {
        return new NewTopic(topic.name(), partitions(topic, config), (short) config.replication())
                .configs(settings(topic, config));
    }

    /** What the topics are like; a new one takes a moment until every broker has heard of it. */
    private static Map<String, TopicDescription> describe(Admin admin)
            throws ExecutionException, TimeoutException, InterruptedException {
        List<String> names = Topics.ALL.stream().map(Topic::name).toList();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        while (true) {
            try {
                return admin.describeTopics(names).allTopicNames().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                boolean mayCome = e.getCause() instanceof UnknownTopicOrPartitionException;
                if (!mayCome || System.nanoTime() > deadline) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(RETRY_MS);
            }
        }
    }

    private static void check(Map<String, TopicDescription> descriptions, PipelineConfig config) {
        for (Topic topic : Topics.ALL) {
            int found = Objects.requireNonNull(descriptions.get(topic.name()))
                    .partitions()
                    .size();
            if (found != partitions(topic, config)) {
                throw new IllegalStateException("topic " + topic.name() + " has " + found + " partitions, but "
                        + partitions(topic, config)
                        + " are configured; the number is fixed once there is data: configure " + found
                        + ", or start on an empty cluster or data directory and send the events again");
            }
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
