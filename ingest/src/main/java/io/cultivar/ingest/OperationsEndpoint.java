package io.cultivar.ingest;

import io.javalin.http.Context;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What operators ask: {@code /health/live}, {@code /health/ready} and {@code /metrics}. */
final class OperationsEndpoint {

    private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    private final Readiness readiness;
    private final PrometheusMeterRegistry registry;

    OperationsEndpoint(Readiness readiness, PrometheusMeterRegistry registry) {
        this.readiness = readiness;
        this.registry = registry;
    }

    /** 200 whenever the process can answer at all. */
    void live(Context context) {
        context.contentType("application/json").result("{\"status\":\"live\"}");
    }

    /** 200 when events can be written, else 503 with the reason. Holds no thread while it asks the cluster. */
    void ready(Context context) {
        context.future(() -> readiness
                .whyNot()
                .thenAccept(whyNot -> answerReady(context, whyNot))
                .toCompletableFuture());
    }

    private static void answerReady(Context context, Optional<String> whyNot) {
        whyNot.ifPresentOrElse(
                reason -> {
                    context.header("Retry-After", "5");
                    Problems.answer(context, 503, reason, null);
                },
                () -> context.contentType("application/json").result("{\"status\":\"ready\"}"));
    }

    /** All meters, in the text form of Prometheus, or as OpenMetrics where that is asked for. */
    void metrics(Context context) {
        String contentType = wantsOpenMetrics(context.header("Accept")) ? OPEN_METRICS : PROMETHEUS_TEXT;
        context.contentType(contentType).result(registry.scrape(contentType));
    }

    private static boolean wantsOpenMetrics(@Nullable String accept) {
        return accept != null && accept.contains("application/openmetrics-text");
    }
}
