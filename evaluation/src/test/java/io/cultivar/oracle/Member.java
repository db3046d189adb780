package io.cultivar.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.event.Design;
import io.cultivar.evaluation.sums.Cohort;
import java.time.Instant;

/**
 * Rule 1: how a person belongs to a program.
 *
 * @param index the index date
 * @param until when a control is assigned to treatment after all; for everybody else the end of time
 */
record Member(Cohort cohort, Design design, Instant index, Instant until) {

    static UtcPeriod window(JsonNode definition, String name) {
        return UtcPeriod.parse(definition.get("windows").get(name).textValue());
    }

    /** Rule 2: i + lag + after, or where the control left the comparison, if that is earlier. */
    Instant afterEnd(JsonNode definition) {
        Instant end =
                window(definition, "lag").plus(window(definition, "after")).after(index);
        return end.isBefore(until) ? end : until;
    }
}
