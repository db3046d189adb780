package io.cultivar.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cultivar.ingest.Outcome.Failed;
import io.cultivar.ingest.Outcome.Published;
import io.cultivar.ingest.Outcome.Refused;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sender is told about the events of one request.
 *
 * @param accepted how many are durably written
 * @param rejected how many are refused for good
 * @param failed how many are to be sent again; left out where there is none
 * @param events each of them, in the order of the request
 */
record EventsAnswer(
        int accepted,
        int rejected,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int failed,
        List<OneEvent> events) {

    EventsAnswer {
        events = List.copyOf(events);
    }

    /**
     * One event of the request.
     *
     * @param index its place in the request, from 0; blank lines do not count
     * @param id its id, where it is accepted
     * @param status {@code accepted}, {@code rejected} or {@code failed}
     * @param reason why it is rejected, as a closed set
     * @param pointer where in the event, as a JSON pointer
     * @param message why, for people
     */
    record OneEvent(
            int index,
            @Nullable String id,
            String status,
            @Nullable String reason,
            @Nullable String pointer,
            @Nullable String message) {

        private static OneEvent of(int index, Outcome outcome) {
            if (outcome instanceof Published published) {
                return new OneEvent(index, published.id(), "accepted", null, null, null);
            }
            if (outcome instanceof Refused refused) {
                var why = refused.rejection();
                return new OneEvent(index, null, "rejected", why.reason().id(), why.pointer(), why.message());
            }
            return new OneEvent(index, null, "failed", null, null, ((Failed) outcome).reason());
        }
    }

    static EventsAnswer of(List<Outcome> outcomes) {
        List<OneEvent> events = new ArrayList<>(outcomes.size());
        for (Outcome outcome : outcomes) {
            events.add(OneEvent.of(events.size(), outcome));
        }
        return new EventsAnswer(
                (int) outcomes.stream().filter(Published.class::isInstance).count(),
                (int) outcomes.stream().filter(Refused.class::isInstance).count(),
                (int) outcomes.stream().filter(Failed.class::isInstance).count(),
                events);
    }
}
