package io.cultivar.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cultivar.contract.event.Decoded;
import io.cultivar.contract.event.Event;
import io.cultivar.contract.event.EventReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One line of a set of events, as its own JSON says it.
 *
 * @param key the record key, kind/subject
 * @param event the same line as the product reads it; the oracle takes only its content hash, and hands it out
 */
record Fact(
        String key,
        String type,
        String source,
        String id,
        Instant time,
        Instant recorded,
        String hash,
        JsonNode data,
        Event event) {

    /** Rule 5: the greatest of these wins a register. */
    static final Comparator<Fact> RANK = Comparator.comparing(Fact::recorded)
            .thenComparing(Fact::source)
            .thenComparing(Fact::id)
            .thenComparing(Fact::hash);

    /** The order in which things happened, for facts that may share a time. */
    static final Comparator<Fact> HAPPENED = Comparator.comparing(Fact::time).thenComparing(RANK);

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static Fact of(String line) {
        JsonNode json = parse(line);
        Event event = accepted(line);
        String type = json.get("type").textValue();
        JsonNode data = json.get("data");
        Instant time = instant(json.get("time"));
        Instant recorded = json.hasNonNull("recordedtime") ? instant(json.get("recordedtime")) : time;
        // A retraction meets what it retracts: its subject is of the kind that the original's subject is of.
        String kind = kind(type.equals("event.retracted") ? data.get("type").textValue() : type);
        String key = json.hasNonNull("subject")
                ? kind + "/" + json.get("subject").textValue()
                : "program/" + data.get("program").textValue();
        return new Fact(
                key,
                type,
                json.get("source").textValue(),
                json.get("id").textValue(),
                time,
                recorded,
                event.contentHash(),
                data,
                event);
    }

    private static JsonNode parse(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("the oracle is only for valid events: " + line, e);
        }
    }

    private static Event accepted(String line) {
        Decoded decoded = EventReader.read(line.getBytes(StandardCharsets.UTF_8));
        if (decoded instanceof Decoded.Accepted accepted) {
            return accepted.event();
        }
        throw new IllegalArgumentException("the oracle is only for valid events: " + decoded + " " + line);
    }

    private static Instant instant(JsonNode text) {
        return OffsetDateTime.parse(text.textValue()).toInstant();
    }

    private static String kind(String type) {
        return switch (type) {
            case "program.defined", "cost.incurred" -> "program";
            case "metric.defined" -> "metric";
            case "provider.measured" -> "provider";
            case "skill.required" -> "group";
            case "sourcing.scored" -> "skill-area";
            default -> "employee";
        };
    }

    boolean is(String otherType) {
        return type.equals(otherType);
    }

    /** Rule 2: identity is (source, id). */
    List<String> identity() {
        return List.of(source, id);
    }

    /** Rule 5: facts with the same natural key are candidates for one register. */
    List<String> register() {
        return switch (type) {
            case "outcome.measured" -> List.of(type, text("metric"), time.toString());
            case "assessment.scored" ->
                List.of(type, text("program"), text("assessment"), text("phase"), time.toString());
            case "program.assigned" -> List.of(type, text("program"), time.toString());
            case "employment.started", "employment.changed", "employment.ended" -> List.of(type, time.toString());
            case "program.defined", "metric.defined" -> List.of(type);
            case "skill.required" -> List.of(type, text("skill"));
            case "provider.measured" -> List.of(type, text("kpi"), time.toString());
            default -> List.of("identity", source, id);
        };
    }

    boolean has(String field) {
        return data.hasNonNull(field);
    }

    String text(String field) {
        return find(field).orElseThrow(() -> new IllegalArgumentException("no " + field + " in " + event));
    }

    Optional<String> find(String field) {
        return has(field) ? Optional.of(data.get(field).textValue()) : Optional.empty();
    }

    BigDecimal number(String field) {
        return number(data.get(field));
    }

    /** A decimal, written as a JSON number or as a text. */
    static BigDecimal number(JsonNode value) {
        return value.isTextual() ? new BigDecimal(value.textValue()) : value.decimalValue();
    }
}
