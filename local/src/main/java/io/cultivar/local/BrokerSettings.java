package io.cultivar.local;

import java.nio.file.Path;
import java.util.Properties;

/** The settings of a single broker that is its own controller, lives on one machine and starts fast. */
final class BrokerSettings {

    /** Largest record batch that the broker takes, in bytes: 4 MiB, four times Kafka's default. */
    static final int MAX_MESSAGE_BYTES = 4 * 1024 * 1024;

    /** Only this machine may connect: the embedded broker asks nobody for a password. */
    static final String HOST = "127.0.0.1";

    private BrokerSettings() {}

    static Properties of(Path directory, int port, int controllerPort) {
        Properties settings = new Properties();
        quorum(settings, directory, port, controllerPort);
        replication(settings);
        startAndStop(settings);
        size(settings);
        return settings;
    }

    private static void quorum(Properties settings, Path directory, int port, int controllerPort) {
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", "1");
        settings.setProperty("log.dirs", directory.toString());
        settings.setProperty(
                "listeners", "PLAINTEXT://" + HOST + ":" + port + ",CONTROLLER://" + HOST + ":" + controllerPort);
        settings.setProperty("advertised.listeners", "PLAINTEXT://" + HOST + ":" + port);
        settings.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.setProperty("inter.broker.listener.name", "PLAINTEXT");
        settings.setProperty("controller.listener.names", "CONTROLLER");
        settings.setProperty("controller.quorum.voters", "1@" + HOST + ":" + controllerPort);
    }

    private static void replication(Properties settings) {
        settings.setProperty("default.replication.factor", "1");
        settings.setProperty("min.insync.replicas", "1");
        settings.setProperty("offsets.topic.num.partitions", "1");
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("transaction.state.log.num.partitions", "1");
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("share.coordinator.state.topic.num.partitions", "1");
        settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
        settings.setProperty("share.coordinator.state.topic.min.isr", "1");
        // A misspelt topic shall fail, not appear.
        settings.setProperty("auto.create.topics.enable", "false");
    }

    private static void startAndStop(Properties settings) {
        // A clean stop ends the broker's session and a short session dies soon after a crash: without either, the next
        // start waits about ten seconds for it. Much shorter, and a machine that is busy for a moment loses the broker.
        settings.setProperty("controlled.shutdown.enable", "true");
        settings.setProperty("broker.session.timeout.ms", "3000");
        settings.setProperty("broker.heartbeat.interval.ms", "300");
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
        settings.setProperty("group.streams.initial.rebalance.delay.ms", "0");
    }

    private static void size(Properties settings) {
        settings.setProperty("message.max.bytes", Integer.toString(MAX_MESSAGE_BYTES));
        settings.setProperty("num.network.threads", "1");
        settings.setProperty("num.io.threads", "2");
        settings.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(8 * 1024 * 1024));
        settings.setProperty("log.index.size.max.bytes", Integer.toString(2 * 1024 * 1024));
    }
}
