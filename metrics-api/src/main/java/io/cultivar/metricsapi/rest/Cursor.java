package io.cultivar.metricsapi.rest;

import io.cultivar.contract.Json;
import io.cultivar.metricsapi.tables.Dataset;
import io.cultivar.metricsapi.tables.Filter;
import io.cultivar.metricsapi.tables.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where to go on in a table. It holds for one publication and one question: another could have other rows in front of it.
 *
 * @param publication what the rows before it were from
 * @param question digest of the path and what was asked
 * @param offset how many rows were before it
 */
record Cursor(String publication, String question, int offset) {

    private static final String BETWEEN = "~";
    private static final int PARTS = 3;

    /** The digest of a question in whatever format and page: the table, and what is wanted of it. */
    static String question(Dataset dataset, Filter filter) {
        Map<String, Object> asked = new TreeMap<>();
        filter.wanted().forEach((parameter, values) -> {
            if (parameter != Parameter.CURSOR && parameter != Parameter.LIMIT) {
                asked.put(parameter.id(), values);
            }
        });
        return Integer.toHexString((dataset.name() + new String(Json.write(asked), StandardCharsets.UTF_8)).hashCode());
    }

    /** Reads what {@link #text} wrote; empty where it is nothing like it. */
    static Optional<Cursor> read(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(BETWEEN, -1);
            return parts.length == PARTS && parts[2].matches("[0-9]{1,9}")
                    ? Optional.of(new Cursor(parts[0], parts[1], Integer.parseInt(parts[2])))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            // No Base64 is no cursor, which the caller says.
            return Optional.empty();
        }
    }

    /** As a parameter. */
    String text() {
        String parts = String.join(BETWEEN, publication, question, Integer.toString(offset));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(parts.getBytes(StandardCharsets.UTF_8));
    }
}
