package io.cultivar.metricsapi.tables;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import io.cultivar.contract.Term;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One column of a table in CSV.
 *
 * @param name the path of the value in the JSON of a row, with dots: {@code roi.value}
 * @param path the same, to find it
 */
public record Column(String name, JsonPointer path) {

    /** What makes a spreadsheet take a text for a formula where it stands first. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    /**
     * The columns of a table of such records: one for each simple value down to the last record in it, and for each word
     * that can be the key of a map; one for a list, and for a map with other keys. They follow from the type alone, so
     * that every answer has the same.
     */
    static List<Column> of(Class<? extends Record> type) {
        List<Column> columns = new ArrayList<>();
        add(columns, "", JsonPointer.empty(), type);
        return List.copyOf(columns);
    }

    private static void add(List<Column> columns, String name, JsonPointer path, Type type) {
        if (type instanceof Class<?> raw && raw.isRecord()) {
            Property.of(raw).forEach(part -> addPart(columns, name, path, part.name(), part.type()));
        } else if (type instanceof ParameterizedType generic
                && generic.getRawType() == Map.class
                && generic.getActualTypeArguments()[0] instanceof Class<?> key
                && key.isEnum()) {
            Arrays.stream(Objects.requireNonNull(key.getEnumConstants()))
                    .forEach(word ->
                            addPart(columns, name, path, ((Term) word).id(), generic.getActualTypeArguments()[1]));
        } else {
            columns.add(new Column(name, path));
        }
    }

    private static void addPart(List<Column> columns, String name, JsonPointer path, String part, Type type) {
        add(columns, name.isEmpty() ? part : name + '.' + part, path.appendProperty(part), type);
    }

    /**
     * What stands in this column of a row; empty where the row has no such value. Numbers have the digits that they have
     * in JSON, lists are JSON. A text that a spreadsheet would run as a formula has an apostrophe before it.
     */
    String cell(JsonNode row) {
        JsonNode value = row.at(path);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isTextual()) {
            return new String(Json.write(value), StandardCharsets.UTF_8);
        }
        String text = value.textValue();
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
