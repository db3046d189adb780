package io.cultivar.local;

import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;

/**
 * A Kafka broker inside this process: one node that is its own controller, reachable from this machine only, with its
 * records kept in a directory of its own. It stops when it is closed; close whoever talks to it first.
 *
 * <p>A fatal fault of the broker (a full disk, a damaged log) is reported on standard error and ends the process with
 * status 1, because nothing that the process promised can be kept from then on.
 */
public final class EmbeddedBroker implements Closeable {

    private final KafkaRaftServer server;
    private final BrokerDirectory directory;
    private final String bootstrapServers;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedBroker(KafkaRaftServer server, BrokerDirectory directory, String bootstrapServers) {
        this.server = server;
        this.directory = directory;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Starts a broker on what an earlier one left in the directory, or on an empty one, and returns when it is ready.
     *
     * @param directory the broker's own directory, made where absent; nothing else may live in it
     * @param portOr0 the port to listen on, or 0 for any free one
     * @throws BrokerStartException where the port is taken, another process holds the directory, or the directory
     *     cannot be used; nothing of the broker is left running then
     */
    public static EmbeddedBroker start(Path directory, int portOr0) {
        Path own = directory.toAbsolutePath().normalize();
        reportFatalFaults();
        refuseTakenPort(portOr0);
        try {
            return attempt(own, portOr0);
        } catch (PortTakenException e) {
            // Between finding a free port and binding it somebody else took it; that does not happen twice.
            refuseTakenPort(portOr0);
        }
        try {
            return attempt(own, portOr0);
        } catch (PortTakenException e) {
            throw new BrokerStartException("found no free port for the broker: " + e.getMessage(), e);
        }
    }

    // Asked beforehand, because the broker itself answers with hundreds of lines of stack traces.
    private static void refuseTakenPort(int portOr0) {
        if (portOr0 != 0 && !isFree(portOr0)) {
            throw new BrokerStartException("port " + portOr0 + " on " + BrokerSettings.HOST
                    + " is already in use; choose another, or stop what listens there");
        }
    }

    /** One try; whatever it started is stopped again where it fails. */
    static EmbeddedBroker attempt(Path path, int portOr0) throws PortTakenException {
        int port = portOr0 == 0 ? freePort() : portOr0;
        // The controller's port stands in the list of voters, so it must be a concrete one.
        var settings = BrokerSettings.of(path, port, freePort());
        BrokerDirectory directory = BrokerDirectory.take(path);
        try {
            directory.format(settings);
            KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
            try {
                server.startup();
            } catch (RuntimeException e) {
                stopAfterFailure(server, e);
                throw e;
            }
            return new EmbeddedBroker(server, directory, BrokerSettings.HOST + ":" + port);
        } catch (BrokerStartException e) {
            directory.close();
            throw e;
        } catch (RuntimeException e) {
            directory.close();
            throw explained(e, path);
        }
    }

    /** Where clients connect, as {@code host:port}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Stops the broker and waits until it has; a second call does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                server.shutdown();
                server.awaitShutdown();
            } finally {
                directory.close();
            }
        }
    }

    // A half-started broker keeps threads that would keep the process alive.
    private static void stopAfterFailure(KafkaRaftServer server, RuntimeException failure) {
        try {
            server.shutdown();
            server.awaitShutdown();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private static BrokerStartException explained(RuntimeException failure, Path directory) throws PortTakenException {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                throw new PortTakenException(failure);
            }
        }
        return new BrokerStartException(
                "the broker in " + directory + " did not start: " + failure.getMessage(), failure);
    }

    // Left alone, the broker ends the process without a word.
    private static void reportFatalFaults() {
        Exit.setHaltProcedure((status, message) -> {
            reportFault(status, message);
            Runtime.getRuntime().halt(status);
        });
        Exit.setExitProcedure((status, message) -> {
            reportFault(status, message);
            Runtime.getRuntime().halt(status);
        });
    }

    private static void reportFault(int status, String message) {
        System.err.println("FATAL: the embedded broker met a fault that it cannot survive"
                + (message == null ? "" : " (" + message + ")")
                + "; see the errors above. The process ends with status " + status + ".");
        System.err.flush();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new BrokerStartException("found no free port on " + BrokerSettings.HOST + ": " + e.getMessage(), e);
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** A port that had been free was taken when the broker came to it. */
    static final class PortTakenException extends Exception {

        private static final long serialVersionUID = 1L;

        PortTakenException(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }
}
