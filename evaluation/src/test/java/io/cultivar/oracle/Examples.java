package io.cultivar.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import io.cultivar.evaluation.sums.Sums;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Short ways to write down the small examples that the oracle is trusted for: about ann, program p and metric calls. */
final class Examples {

    /** After everything that the examples tell. */
    static final Instant END = Instant.parse("2026-12-31T00:00:00Z");

    static final Cell.DataQuality QUALITY = new Cell.DataQuality();

    private Examples() {}

    /** An event of source {@code s}; a time may be a date, and data is JSON with single quotes. */
    static Draft event(String id, String type, String subject, String time, String data) {
        return new Draft(id, "s", type, instant(time), subject, null, json(data));
    }

    static Draft measured(String id, String time, String value) {
        return event(id, "outcome.measured", "ann", time, "{'metric':'calls','value':" + value + "}");
    }

    static Draft assigned(String id, String time, String arm) {
        return event(id, "program.assigned", "ann", time, "{'program':'p','arm':'" + arm + "','design':'randomized'}");
    }

    static Draft enrolled(String id, String time) {
        return event(id, "program.enrolled", "ann", time, "{'program':'p','course':'c'}");
    }

    static Draft erased(String id) {
        return event(id, "employee.erased", "ann", "2026-05-05", "{}");
    }

    static Draft retracted(String id, Draft original) {
        ObjectNode data = json("{}")
                .put("type", original.type())
                .put("source", original.source())
                .put("id", original.id());
        return new Draft(id, "s", "event.retracted", instant("2026-09-09"), original.subject(), null, data);
    }

    /** Program p with windows before/lag/after, and its outcomes. */
    static Draft program(String id, String before, String lag, String after, String outcomes) {
        return event(
                id,
                "program.defined",
                "p",
                "2026-01-01",
                "{'title':'P','sourcing':'external','windows':{'before':'" + before + "','lag':'" + lag + "','after':'"
                        + after + "'},'outcomes':[" + outcomes + "]}");
    }

    static Draft metric(String id, String name, String per, String better) {
        return event(
                id,
                "metric.defined",
                name,
                "2026-01-01",
                "{'title':'M','category':'productivity','unit':'piece','per':'" + per + "','better':'" + better + "'}");
    }

    static Map<Cell, Sums> sums(Draft... events) {
        return sums(END, events);
    }

    static Map<Cell, Sums> sums(Instant asOf, Draft... events) {
        return Oracle.sums(lines(events), asOf);
    }

    static List<String> lines(Draft... events) {
        return Arrays.stream(events).map(Draft::line).toList();
    }

    /** Places as they would be written. */
    static Sums places(String... written) {
        return new Sums(Arrays.stream(written).map(BigDecimal::new).toList());
    }

    static Cell change(Cohort cohort) {
        return new Cell.Change("p", "calls", cohort);
    }

    static Instant instant(String time) {
        return Instant.parse(time.length() == 10 ? time + "T00:00:00Z" : time);
    }

    static ObjectNode json(String singleQuoted) {
        try {
            return (ObjectNode) Draft.MAPPER.readTree(singleQuoted.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("an example is wrong: " + singleQuoted, e);
        }
    }
}
