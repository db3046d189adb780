package io.cultivar.metricsapi;

import io.cultivar.contract.Json;
import io.cultivar.metricsapi.about.BuildInfo;
import io.cultivar.metricsapi.access.Access;
import io.cultivar.metricsapi.history.HistoryState;
import io.cultivar.metricsapi.page.PageEndpoints;
import io.cultivar.metricsapi.page.ProgramPage;
import io.cultivar.metricsapi.published.SnapshotSource;
import io.cultivar.metricsapi.rest.Accept;
import io.cultivar.metricsapi.rest.Exports;
import io.cultivar.metricsapi.rest.OpenApi;
import io.cultivar.metricsapi.rest.RestEndpoints;
import io.cultivar.metricsapi.rest.ScenarioRequest;
import io.cultivar.metricsapi.tables.Dataset;
import io.cultivar.metricsapi.tables.Problem;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Collections;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The routes: results, metrics, health, the page. Only GET and HEAD, but for the scenarios, which change nothing; every answer forbids what the page does not need.
 */
final class HttpServer {

    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final String TEXT_TYPE = "text/plain";
    private static final String PROMETHEUS_TEXT = TEXT_TYPE + "; version=0.0.4; charset=utf-8";
    private static final String OPEN_METRICS_TYPE = "application/openmetrics-text";
    private static final String OPEN_METRICS = OPEN_METRICS_TYPE + "; version=1.0.0; charset=utf-8";
    private static final String JSON = "application/json";
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
                    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer");

    private final Access access;
    private final SnapshotSource source;
    private final BooleanSupplier alive;
    private final Supplier<HistoryState> history;
    private final PrometheusMeterRegistry meters;
    private final RequestMeters requests;
    private final RestEndpoints rest;
    private final PageEndpoints pages;

    /**
     * Builds the server, not started.
     *
     * @param alive whether the reader behind {@code source} still runs
     * @param history how the history stands
     * @param access who may ask for what
     */
    HttpServer(
            SnapshotSource source,
            BooleanSupplier alive,
            Supplier<HistoryState> history,
            PrometheusMeterRegistry meters,
            BuildInfo build,
            Access access) {
        this.access = access;
        this.source = source;
        this.alive = alive;
        this.history = history;
        this.meters = meters;
        this.requests = new RequestMeters(meters);
        this.rest = new RestEndpoints(source, build);
        this.pages = new PageEndpoints(source);
    }

    Javalin create() {
        return Javalin.create(this::configure);
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = ScenarioRequest.MAX_BYTES + 1L;
        RoutesConfig routes = config.routes;
        routes.before(context -> HEADERS.forEach(context::header));
        routes.before(requests::start);
        routes.after(requests::stop);
        access.install(routes);
        for (Dataset dataset : Dataset.values()) {
            get(routes, dataset.path(), context -> rest.rows(context, dataset));
            get(routes, dataset.path() + RestEndpoints.FILE_SUFFIX, context -> rest.file(context, dataset));
        }
        get(routes, RestEndpoints.PROGRAM_PATH, rest::program);
        get(routes, Exports.ALL_PATH, rest::exportAll);
        get(routes, Exports.PATH, rest::export);
        routes.addHttpHandler(HandlerType.POST, RestEndpoints.SCENARIOS_PATH, rest::scenarios);
        get(routes, OpenApi.PATH, rest::document);
        get(routes, Access.AUDIT_PATH, context -> RestEndpoints.audit(context, access));
        get(routes, "/", pages::company);
        get(routes, ProgramPage.ROUTE, pages::program);
        get(routes, PageEndpoints.FILE_PATH, PageEndpoints::file);
        get(routes, "/metrics", this::metrics);
        get(routes, "/health/live", context -> health(context, alive.getAsBoolean(), "live", "reader-ended"));
        get(routes, "/health/ready", context -> health(context, isReady(), "ready", "reading"));
        // Always 200: without its history the service is as ready as with it.
        get(routes, "/health/history", context -> context.contentType(JSON).result(Json.write(history.get())));
        routes.exception(Problem.Found.class, (found, context) -> answer(context, found.problem()));
        routes.exception(HttpResponseException.class, HttpServer::answerStatus);
        routes.exception(Exception.class, HttpServer::answerDefect);
    }

    /** All meters, as OpenMetrics where that is wanted more than the text form of Prometheus, which is for everybody else. */
    private void metrics(Context context) {
        Accept accept = Accept.read(Collections.list(context.req().getHeaders("Accept")));
        String form = accept.quality(OPEN_METRICS_TYPE) > accept.quality(TEXT_TYPE) ? OPEN_METRICS : PROMETHEUS_TEXT;
        context.header("Vary", "Accept").contentType(form).result(meters.scrape(form));
    }

    private static void get(RoutesConfig routes, String path, Handler handler) {
        routes.addHttpHandler(HandlerType.GET, path, handler);
        routes.addHttpHandler(HandlerType.HEAD, path, handler);
    }

    private boolean isReady() {
        return source.snapshot().isPresent();
    }

    private static void health(Context context, boolean good, String goodState, String badState) {
        context.status(good ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(JSON)
                .result(Json.write(Map.of("status", good ? goodState : badState)));
    }

    private static void answer(Context context, Problem problem) {
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE.getCode()) {
            context.header("Retry-After", "2");
        }
        context.status(problem.status()).contentType(Problem.CONTENT_TYPE).result(Json.write(problem));
    }

    private static void answerStatus(HttpResponseException refused, Context context) {
        if (refused.getStatus() == METHOD_NOT_ALLOWED) {
            context.header(
                    "Allow",
                    switch (context.path()) {
                        case RestEndpoints.SCENARIOS_PATH, "/sign-out" -> "POST";
                        case "/sign-in" -> "GET, HEAD, POST";
                        default -> "GET, HEAD";
                    });
        }
        answer(
                context,
                Problem.of(
                        refused.getStatus(),
                        HttpStatus.forStatus(refused.getStatus()).getMessage()));
    }

    private static void answerDefect(Exception defect, Context context) {
        LOG.error("cannot answer {} {}", context.method(), context.path(), defect);
        answer(
                context,
                Problem.of(HttpStatus.INTERNAL_SERVER_ERROR.getCode(), HttpStatus.INTERNAL_SERVER_ERROR.getMessage()));
    }
}
