package io.cultivar.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cultivar.contract.Json;
import io.cultivar.contract.result.FilledRecords;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.threeten.extra.PeriodDuration;

/**
 * The JSON Schema of the answer of {@code evaluate}, made from the records that are written: nothing may be there that they
 * do not have, and nothing that may not be absent is. What it says in words is their Javadoc.
 */
final class AnswerSchema {

    static final Path FILE = Path.of("src", "main", "resources", "schemas", "evaluate", "1.json");

    private static final Map<Class<?>, String> SIMPLE = Map.ofEntries(
            Map.entry(String.class, "{\"type\":\"string\"}"),
            Map.entry(boolean.class, "{\"type\":\"boolean\"}"),
            Map.entry(double.class, "{\"type\":\"number\"}"),
            Map.entry(Double.class, "{\"type\":\"number\"}"),
            Map.entry(BigDecimal.class, "{\"type\":\"number\"}"),
            Map.entry(int.class, "{\"type\":\"integer\"}"),
            Map.entry(Integer.class, "{\"type\":\"integer\"}"),
            Map.entry(long.class, "{\"type\":\"integer\"}"),
            Map.entry(Long.class, "{\"type\":\"integer\"}"),
            Map.entry(Instant.class, "{\"type\":\"string\",\"format\":\"date-time\"}"),
            Map.entry(LocalDate.class, "{\"type\":\"string\",\"format\":\"date\"}"),
            Map.entry(YearMonth.class, "{\"type\":\"string\",\"pattern\":\"^[0-9]{4}-[0-9]{2}$\"}"),
            Map.entry(PeriodDuration.class, "{\"type\":\"string\",\"pattern\":\"^P\"}"));

    /** What holds of every number of this name. */
    private static final Map<String, String> BOUNDS = Map.of(
            "p", "{\"minimum\":0,\"maximum\":1}",
            "adjusted", "{\"minimum\":0,\"maximum\":1}",
            "probabilityPositive", "{\"minimum\":0,\"maximum\":1}",
            "survival", "{\"minimum\":0,\"maximum\":1}",
            "rate", "{\"minimum\":0,\"maximum\":1}",
            "standardError", "{\"exclusiveMinimum\":0}",
            "degreesOfFreedom", "{\"exclusiveMinimum\":0}",
            "level", "{\"const\":0.95}",
            "minimumGroup", "{\"const\":5}",
            "line", "{\"minimum\":1}");

    private final Map<String, ObjectNode> definitions = new TreeMap<>();

    private AnswerSchema() {}

    static String text() {
        var made = new AnswerSchema();
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "https://cultivar.io/schemas/evaluate/1.json");
        schema.put("title", "The answer of evaluate");
        schema.setAll(made.object(EvaluationAnswer.class));
        schema.putObject("$defs").setAll(made.definitions);
        return Json.writePretty(schema) + "\n";
    }

    private ObjectNode object(Class<?> type) {
        var javadoc = Javadoc.of(type);
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        describe(schema, javadoc.summary());
        schema.put("type", "object");
        ArrayNode required = schema.putArray("required");
        ObjectNode properties = schema.putObject("properties");
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName();
            if (!FilledRecords.isNullable(component)) {
                required.add(name);
            }
            ObjectNode property = of(component.getGenericType());
            if (BOUNDS.containsKey(name) && property.has("type")) {
                property.setAll(parse(BOUNDS.get(name)));
            }
            describe(property, javadoc.component(name));
            properties.set(name, property);
        }
        return schema.put("additionalProperties", false);
    }

    private static void describe(ObjectNode schema, String words) {
        if (!words.isEmpty()) {
            schema.put("description", words);
        }
    }

    private ObjectNode of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class ? array(arguments[0]) : map(arguments[0], arguments[1]);
        }
        Class<?> raw = (Class<?>) type;
        String simple = SIMPLE.get(raw);
        return simple == null ? reference(raw) : parse(simple);
    }

    private ObjectNode array(Type item) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "array");
        schema.set("items", of(item));
        return schema;
    }

    private ObjectNode map(Type key, Type value) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        schema.set("propertyNames", of(key));
        schema.set("additionalProperties", of(value));
        return schema;
    }

    private ObjectNode reference(Class<?> type) {
        String name = type.getSimpleName().substring(0, 1).toLowerCase(Locale.ROOT)
                + type.getSimpleName().substring(1);
        if (!definitions.containsKey(name)) {
            definitions.put(name, JsonNodeFactory.instance.objectNode());
            definitions.put(name, type.isEnum() ? words(type) : object(type));
        }
        return JsonNodeFactory.instance.objectNode().put("$ref", "#/$defs/" + name);
    }

    private static ObjectNode words(Class<?> type) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        describe(schema, Javadoc.of(type).summary());
        ArrayNode words = schema.putArray("enum");
        for (Object constant : Objects.requireNonNull(type.getEnumConstants())) {
            words.add(Json.shared().<JsonNode>valueToTree(constant));
        }
        return schema;
    }

    private static ObjectNode parse(String json) {
        return Json.read(json.getBytes(StandardCharsets.UTF_8), ObjectNode.class);
    }
}
