package io.cultivar.ingest;

import io.cultivar.contract.Json;
import io.cultivar.ingest.InFlight.Ticket;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/events}: takes one event, a batch, or a line each, and answers when everything is durable. */
final class EventsEndpoint {

    static final String PATH = "/v1/events";

    private static final Duration LONGEST_BODY = Duration.ofSeconds(60);

    private final EventIntake intake;
    private final InFlight inFlight;
    private final BodyReader reader;
    private final BodySplitter splitter;

    EventsEndpoint(EventIntake intake, IngestConfig config) {
        this.intake = intake;
        this.inFlight = new InFlight(config.maxInFlightBytes());
        this.reader = new BodyReader(config.maxBodyBytes(), LONGEST_BODY);
        this.splitter = new BodySplitter(config.maxBatch());
    }

    void post(Context context) {
        BodyForm form = BodyForm.of(context.contentType(), isPresent(context.header("ce-specversion")));
        try (Ticket ticket = inFlight.enter()) {
            List<Submission> events = splitter.split(reader.read(context.req(), ticket), form);
            EventsAnswer answer = EventsAnswer.of(intake.submit(events, "http"));
            if (answer.failed() > 0) {
                context.header("Retry-After", "5");
                Problems.answer(
                        context,
                        503,
                        "Kafka did not take all events; send the whole request again, that does no harm",
                        answer);
            } else if (answer.rejected() > 0 && answer.accepted() == 0) {
                Problems.answer(context, 400, "every event was rejected; each says why", answer);
            } else {
                context.status(200).contentType("application/json").result(Json.write(answer));
            }
        }
    }

    private static boolean isPresent(@Nullable String header) {
        return header != null;
    }
}
