package io.cultivar.metricsapi.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cultivar.contract.Term;
import io.cultivar.metricsapi.tables.Property;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.threeten.extra.PeriodDuration;

/**
 * JSON Schemas (2020-12) of records, made from the types that are written: nothing may be there that they do not have,
 * and nothing that may not be absent is. Records and vocabularies are each defined once, by their simple name.
 */
final class RecordSchemas {

    /** Where the definitions are in the document. */
    static final String PREFIX = "#/components/schemas/";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Map<Class<?>, String> SIMPLE = Map.ofEntries(
            Map.entry(String.class, "string"),
            Map.entry(boolean.class, "boolean"),
            Map.entry(Boolean.class, "boolean"),
            Map.entry(double.class, "number"),
            Map.entry(Double.class, "number"),
            Map.entry(BigDecimal.class, "number"),
            Map.entry(int.class, "integer"),
            Map.entry(Integer.class, "integer"),
            Map.entry(long.class, "integer"),
            Map.entry(Long.class, "integer"));
    private static final Map<Class<?>, String> FORMATS = Map.of(Instant.class, "date-time", LocalDate.class, "date");
    private static final Map<Class<?>, String> PATTERNS =
            Map.of(YearMonth.class, "^[0-9]{4}-[0-9]{2}$", PeriodDuration.class, "^P");

    private final Map<String, ObjectNode> definitions = new TreeMap<>();
    private final Map<String, Class<?>> owners = new HashMap<>();

    /** Every definition so far, by name. */
    Map<String, ObjectNode> definitions() {
        return Map.copyOf(definitions);
    }

    /** A reference to the definition of a record or vocabulary. */
    ObjectNode reference(Class<?> type) {
        String name = type.getSimpleName();
        Class<?> owner = owners.putIfAbsent(name, type);
        if (owner == null) {
            define(name, type.isEnum() ? words(type) : object(type));
        } else if (owner != type) {
            throw new IllegalStateException("two types are called " + name + ": " + owner + " and " + type);
        }
        return reference(name);
    }

    /** A reference to the definition of an answer with rows of this type. */
    ObjectNode answer(Class<? extends Record> row) {
        ObjectNode schema = object(Envelope.class);
        schema.withObject("/properties/data").set("items", reference(row));
        return define(row.getSimpleName() + "Answer", schema);
    }

    /** Defines something by name, and refers to it. */
    ObjectNode define(String name, ObjectNode schema) {
        definitions.put(name, schema);
        return reference(name);
    }

    private static ObjectNode reference(String name) {
        return NODES.objectNode().put("$ref", PREFIX + name);
    }

    private ObjectNode object(Class<?> type) {
        ObjectNode schema = NODES.objectNode().put("type", "object");
        ArrayNode required = schema.putArray("required");
        ObjectNode properties = schema.putObject("properties");
        for (Property property : Property.of(type)) {
            if (!property.nullable()) {
                required.add(property.name());
            }
            properties.set(property.name(), of(property.type()));
        }
        return schema.put("additionalProperties", false);
    }

    private ObjectNode of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class ? array(arguments[0]) : map(arguments[0], arguments[1]);
        }
        Class<?> raw = (Class<?>) type;
        if (SIMPLE.containsKey(raw)) {
            return NODES.objectNode().put("type", SIMPLE.get(raw));
        }
        if (FORMATS.containsKey(raw)) {
            return NODES.objectNode().put("type", "string").put("format", FORMATS.get(raw));
        }
        if (PATTERNS.containsKey(raw)) {
            return NODES.objectNode().put("type", "string").put("pattern", PATTERNS.get(raw));
        }
        // Of an answer only this is known before its rows are.
        return raw == Record.class ? NODES.objectNode().put("type", "object") : reference(raw);
    }

    private ObjectNode array(Type item) {
        ObjectNode schema = NODES.objectNode().put("type", "array");
        schema.set("items", of(item));
        return schema;
    }

    private ObjectNode map(Type key, Type value) {
        ObjectNode schema = NODES.objectNode().put("type", "object");
        schema.set("propertyNames", of(key));
        schema.set("additionalProperties", of(value));
        return schema;
    }

    private static ObjectNode words(Class<?> vocabulary) {
        ObjectNode schema = NODES.objectNode().put("type", "string");
        ArrayNode words = schema.putArray("enum");
        Arrays.stream(Objects.requireNonNull(vocabulary.getEnumConstants()))
                .map(word -> word instanceof Term term ? term.id() : word.toString())
                .forEach(words::add);
        return schema;
    }
}
