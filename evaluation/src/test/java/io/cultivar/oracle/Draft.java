package io.cultivar.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to becoming a line.
 *
 * @param subject null only for anonymous feedback and its retraction
 */
record Draft(
        String id,
        String source,
        String type,
        Instant time,
        @Nullable String subject,
        @Nullable Instant recorded,
        ObjectNode data) {

    /** Keeps decimals digit for digit. */
    static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    Draft at(Instant newTime) {
        return new Draft(id, source, type, newTime, subject, recorded, data);
    }

    Draft identifiedBy(String newSource, String newId) {
        return new Draft(newId, newSource, type, time, subject, recorded, data);
    }

    Draft recordedAt(@Nullable Instant newRecorded) {
        return new Draft(id, source, type, time, subject, newRecorded, data);
    }

    Draft saying(ObjectNode newData) {
        return new Draft(id, source, type, time, subject, recorded, newData);
    }

    Instant recordedOrTime() {
        return recorded == null ? time : recorded;
    }

    String line() {
        return write(envelope(time.toString()));
    }

    /** The same content in other words: another offset, other field order, a field that nobody knows. */
    String otherWords() {
        ObjectNode node = MAPPER.createObjectNode().put("traceparent", "00-1");
        node.setAll(envelope(time.toString().replace("Z", "+00:00")));
        return write(node);
    }

    private ObjectNode envelope(String timeText) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("specversion", "1.0")
                .put("id", id)
                .put("source", source)
                .put("type", type)
                .put("time", timeText);
        if (subject != null) {
            node.put("subject", subject);
        }
        if (recorded != null) {
            node.put("recordedtime", recorded.toString());
        }
        node.set("data", data);
        return node;
    }

    private static String write(ObjectNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a tree can always be written", e);
        }
    }
}
