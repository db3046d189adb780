package io.cultivar.local.containers;

import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.ContainerNetwork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.lifecycle.Startables;

/** Three brokers as their makers publish them, each record on all three, of which two must have it; and what befalls them. */
final class BrokerCluster implements AutoCloseable {

    static final int SIZE = 3;

    private static final String IMAGE = "apache/kafka:4.3.1";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration INTERVAL = Duration.ofMillis(250);

    private final DockerClient engine = DockerClientFactory.instance().client();
    private final Network network = Network.newNetwork();
    private final List<GenericContainer<?>> brokers;
    private final String bootstrapServers;
    private final Admin admin;

    private BrokerCluster() {
        String host = DockerClientFactory.instance().dockerHostIpAddress();
        List<Integer> ports = freePorts();
        bootstrapServers = ports.stream().map(port -> host + ':' + port).collect(Collectors.joining(","));
        brokers = IntStream.rangeClosed(1, SIZE)
                .<GenericContainer<?>>mapToObj(id -> broker(id, host, ports.get(id - 1)))
                .toList();
        // All at once: each waits for a majority.
        Startables.deepStart(brokers).join();
        // A broker that stands still is not waited for.
        admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                2_000));
    }

    static BrokerCluster start() {
        return new BrokerCluster();
    }

    private GenericContainer<?> broker(int id, String host, int port) {
        Map<String, String> environment = Map.ofEntries(
                Map.entry("KAFKA_HEAP_OPTS", "-Xmx256m"),
                Map.entry("KAFKA_NODE_ID", Integer.toString(id)),
                Map.entry("KAFKA_PROCESS_ROLES", "broker,controller"),
                Map.entry(
                        "KAFKA_CONTROLLER_QUORUM_VOTERS",
                        IntStream.rangeClosed(1, SIZE)
                                .mapToObj(each -> each + "@" + alias(each) + ":9094")
                                .collect(Collectors.joining(","))),
                Map.entry("KAFKA_LISTENERS", "PLAINTEXT://:9092,BROKER://:9093,CONTROLLER://:9094"),
                Map.entry(
                        "KAFKA_ADVERTISED_LISTENERS",
                        "PLAINTEXT://" + host + ':' + port + ",BROKER://" + alias(id) + ":9093"),
                Map.entry(
                        "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
                        "PLAINTEXT:PLAINTEXT,BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("KAFKA_INTER_BROKER_LISTENER_NAME", "BROKER"),
                Map.entry("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER"),
                Map.entry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"),
                Map.entry("KAFKA_DEFAULT_REPLICATION_FACTOR", Integer.toString(SIZE)),
                Map.entry("KAFKA_MIN_INSYNC_REPLICAS", "2"),
                Map.entry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", Integer.toString(SIZE)),
                Map.entry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", Integer.toString(SIZE)),
                Map.entry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "2"),
                // Fewer partitions than the fifty of each by default, which three brokers on a small machine feel.
                Map.entry("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "6"),
                Map.entry("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "6"),
                // A third less patience than by default, because the test waits for it three times.
                Map.entry("KAFKA_BROKER_SESSION_TIMEOUT_MS", "6000"),
                Map.entry("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0"));
        GenericContainer<?> container = new GenericContainer<>(IMAGE)
                .withNetwork(network)
                .withNetworkAliases(alias(id))
                .withEnv(environment)
                .waitingFor(Wait.forLogMessage(".*Kafka Server started.*\\n", 1));
        // A port of the engine's choice would be another one after a broker was cut off, and no longer what it
        // advertises.
        container.setPortBindings(List.of(port + ":9092"));
        return container;
    }

    private static String alias(int id) {
        return "broker-" + id;
    }

    /** Ports that were free a moment ago. */
    private static List<Integer> freePorts() {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int id = 1; id <= SIZE; id++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            List<Integer> ports =
                    sockets.stream().map(ServerSocket::getLocalPort).toList();
            for (ServerSocket socket : sockets) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    /** Lets it happen to this broker, 1 to {@value #SIZE}, and returns when the others have noticed. */
    void strike(Fault fault, int broker) {
        String id = brokers.get(broker - 1).getContainerId();
        switch (fault) {
            case PAUSED -> engine.pauseContainerCmd(id).exec();
            case CUT_OFF ->
                engine.disconnectFromNetworkCmd()
                        .withContainerId(id)
                        .withNetworkId(network.getId())
                        .withForce(true)
                        .exec();
            case KILLED -> engine.killContainerCmd(id).exec();
        }
        awaitInSync(isr -> !isr.contains(broker) && isr.size() == SIZE - 1);
    }

    /** Undoes it, and returns when every record is on all brokers again. */
    void heal(Fault fault, int broker) {
        String id = brokers.get(broker - 1).getContainerId();
        switch (fault) {
            case PAUSED -> engine.unpauseContainerCmd(id).exec();
            case CUT_OFF ->
                engine.connectToNetworkCmd()
                        .withContainerId(id)
                        .withNetworkId(network.getId())
                        .withContainerNetwork(new ContainerNetwork().withAliases(alias(broker)))
                        .exec();
            case KILLED -> engine.startContainerCmd(id).exec();
        }
        awaitInSync(isr -> isr.size() == SIZE);
    }

    private void awaitInSync(Predicate<Set<Integer>> expected) {
        await().atMost(PATIENCE)
                .pollInterval(INTERVAL)
                // Who is asked may be the very broker that does not answer.
                .ignoreExceptionsInstanceOf(ExecutionException.class)
                .until(() -> inSync().stream().allMatch(expected));
    }

    /** The brokers that are in sync, for each partition of each topic. */
    private List<Set<Integer>> inSync() throws ExecutionException, InterruptedException {
        Set<String> topics = admin.listTopics(new ListTopicsOptions().listInternal(true))
                .names()
                .get();
        return admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream())
                .map(TopicPartitionInfo::isr)
                .map(isr -> isr.stream().map(Node::id).collect(Collectors.toSet()))
                .toList();
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
        brokers.forEach(GenericContainer::stop);
        network.close();
    }
}
