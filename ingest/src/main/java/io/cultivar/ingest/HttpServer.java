package io.cultivar.ingest;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import java.time.Duration;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server: routes, limits of the connection, and an end that lets requests finish. */
final class HttpServer implements AutoCloseable {

    /** More than {@link InFlight#MAX_REQUESTS}, so that health checks are answered under any load. */
    private static final int MAX_THREADS = InFlight.MAX_REQUESTS + 32;

    /** A connection on which nothing moves for so long is closed. */
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(30);

    private final Javalin javalin;

    private HttpServer(Javalin javalin) {
        this.javalin = javalin;
    }

    static HttpServer start(
            IngestConfig config, EventsEndpoint events, OperationsEndpoint operations, IngestMeters meters) {
        return new HttpServer(Javalin.create(javalin -> {
                    listen(javalin, config);
                    routes(javalin.routes, events, operations);
                    javalin.requestLogger.http((context, ms) -> {
                        if (context.path().equals(EventsEndpoint.PATH)) {
                            meters.request(context.statusCode(), Duration.ofNanos((long) (ms * 1e6)));
                        }
                    });
                })
                .start());
    }

    private static void routes(RoutesConfig routes, EventsEndpoint events, OperationsEndpoint operations) {
        routes.post(EventsEndpoint.PATH, events::post)
                .get("/health/live", operations::live)
                .get("/health/ready", operations::ready)
                .get("/metrics", operations::metrics);
        Problems.register(routes);
    }

    private static void listen(JavalinConfig javalin, IngestConfig config) {
        javalin.startup.showJavalinBanner = false;
        javalin.startup.showOldJavalinVersionWarning = false;
        javalin.http.prefer405over404 = true;
        javalin.jetty.threadPool = new QueuedThreadPool(MAX_THREADS);
        javalin.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        javalin.jetty.addConnector((server, http) -> connector(server, http, config));
        javalin.jetty.modifyServer(server -> {
            server.setHandler(new GracefulHandler());
            server.setErrorHandler(Problems::answerUnparsed);
            // A request in hand waits for its acknowledgement at most so long.
            server.setStopTimeout(config.ackTimeout().plusSeconds(5).toMillis());
        });
    }

    private static Connector connector(Server server, HttpConfiguration http, IngestConfig config) {
        var connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(config.host());
        connector.setPort(config.port());
        connector.setIdleTimeout(IDLE_TIMEOUT.toMillis());
        return connector;
    }

    int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
