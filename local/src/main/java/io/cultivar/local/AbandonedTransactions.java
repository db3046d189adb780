package io.cultivar.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeProducersResult.PartitionProducerState;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Ends the transactions that a killed process left open. Usually the broker does so when the same producer comes back, but
 * after a kill its coordinator may have forgotten that a partition was part of one: that stays open for ever, and whoever
 * waits for the group's offsets waits with it. Only for a broker that has just started and that nobody is connected to:
 * then whoever had a transaction is dead.
 */
final class AbandonedTransactions {

    /** Decided already: the broker finishes these by itself, and a commit must not become an abort. */
    private static final Set<TransactionState> DECIDED = EnumSet.of(
            TransactionState.PREPARE_COMMIT, TransactionState.PREPARE_ABORT, TransactionState.PREPARE_EPOCH_FENCE);

    private static final Duration PAUSE = Duration.ofMillis(50);

    private AbandonedTransactions() {}

    /**
     * Aborts all that are open.
     *
     * @return how many, counted by partition
     * @throws KafkaException where the broker does not answer
     */
    static int abort(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            awaitDecided(admin);
            List<AbortTransactionSpec> open = open(admin);
            for (AbortTransactionSpec spec : open) {
                admin.abortTransaction(spec).all().get();
            }
            return open.size();
        } catch (ExecutionException e) {
            throw new KafkaException("transactions of an earlier process cannot be ended", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while ending transactions of an earlier process", e);
        }
    }

    private static void awaitDecided(Admin admin) throws ExecutionException, InterruptedException {
        var decided = new ListTransactionsOptions().filterStates(DECIDED);
        while (!admin.listTransactions(decided).all().get().isEmpty()) {
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private static List<AbortTransactionSpec> open(Admin admin) throws ExecutionException, InterruptedException {
        Set<String> topics = admin.listTopics(new ListTopicsOptions().listInternal(true))
                .names()
                .get();
        Set<TopicPartition> partitions = new HashSet<>();
        admin.describeTopics(topics)
                .allTopicNames()
                .get()
                .forEach((topic, description) -> description
                        .partitions()
                        .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition()))));
        List<AbortTransactionSpec> open = new ArrayList<>();
        Map<TopicPartition, PartitionProducerState> producers =
                admin.describeProducers(partitions).all().get();
        producers.forEach((partition, states) -> states.activeProducers().stream()
                .filter(state -> state.currentTransactionStartOffset().isPresent())
                .forEach(state -> open.add(abortOf(partition, state))));
        return open;
    }

    private static AbortTransactionSpec abortOf(TopicPartition partition, ProducerState state) {
        // -1: no coordinator has written there in this producer's name.
        return new AbortTransactionSpec(
                partition,
                state.producerId(),
                (short) state.producerEpoch(),
                state.coordinatorEpoch().orElse(-1));
    }
}
