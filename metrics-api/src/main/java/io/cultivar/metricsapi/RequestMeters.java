package io.cultivar.metricsapi;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.Stream;

/** How long requests take: {@code training_api_request_duration_seconds} by route and class of status. */
final class RequestMeters {

    private static final String SAMPLE = "request-sample";
    private static final String NO_ROUTE = "none";
    private static final Duration[] BUCKETS = Stream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry meters;

    RequestMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void start(Context context) {
        context.attribute(SAMPLE, Timer.start(meters));
    }

    void stop(Context context) {
        Timer.Sample sample = context.attribute(SAMPLE);
        if (sample == null) {
            return;
        }
        // The route, not the path: what people ask for must not make series.
        Endpoint endpoint = context.endpoints().matchedHttpEndpoint();
        sample.stop(Timer.builder("training.api.request.duration")
                .description("Duration of API requests.")
                .serviceLevelObjectives(BUCKETS)
                .tag("route", endpoint == null ? NO_ROUTE : endpoint.path)
                .tag("code", context.statusCode() / 100 + "xx")
                .register(meters));
    }
}
