package io.cultivar.streams;

import com.fasterxml.jackson.databind.type.TypeFactory;
import io.cultivar.contract.Json;
import io.cultivar.evaluation.publication.ScopeChanges;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** What changed a result, by part of the pipeline, travels beside it in a header: never in it, so that it stays exact. */
final class ChangesHeader {

    private static final String NAME = "changes";

    private ChangesHeader() {}

    static Headers of(Map<String, ScopeChanges> changes) {
        return new RecordHeaders().add(NAME, Json.write(changes));
    }

    static Map<String, ScopeChanges> read(Headers headers) {
        Header header = headers.lastHeader(NAME);
        if (header == null) {
            return Map.of();
        }
        var type = TypeFactory.defaultInstance().constructMapType(Map.class, String.class, ScopeChanges.class);
        try {
            return Json.shared().readValue(header.value(), type);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what changed a result", e);
        }
    }
}
