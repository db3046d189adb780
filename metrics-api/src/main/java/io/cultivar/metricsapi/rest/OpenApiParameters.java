package io.cultivar.metricsapi.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cultivar.metricsapi.tables.Parameter;
import java.util.List;

/** The parameters of an operation in the OpenAPI document. */
final class OpenApiParameters {

    private final ArrayNode parameters;

    OpenApiParameters(ObjectNode operation) {
        this.parameters = operation.putArray("parameters");
    }

    /** A part of the path, of a closed vocabulary where there are words. */
    OpenApiParameters addPath(String name, String description, String example, List<String> words) {
        ObjectNode parameter = add(name, "path", description);
        ObjectNode schema = parameter.putObject("schema").put("type", "string");
        addWords(schema, words);
        parameter.put("example", example);
        return this;
    }

    /** Parameters of a query. */
    OpenApiParameters addQuery(List<Parameter> all) {
        all.forEach(this::addQuery);
        return this;
    }

    private void addQuery(Parameter parameter) {
        ObjectNode node = add(parameter.id(), "query", parameter.description());
        ObjectNode schema = node.putObject("schema");
        if (parameter.isList()) {
            // Values between commas.
            node.put("style", "form").put("explode", false);
            describeItems(
                    schema.put("type", "array").put("minItems", 1).putObject("items"),
                    node.putArray("example"),
                    parameter);
        } else {
            describe(schema, node, parameter);
        }
    }

    private static void describeItems(ObjectNode item, ArrayNode example, Parameter parameter) {
        boolean areNumbers = parameter.kind() == Parameter.Kind.COUNTS;
        if (areNumbers) {
            item.put("type", "integer").put("minimum", 1);
        } else {
            addWords(item.put("type", "string"), parameter.words());
        }
        for (String value : parameter.example().split(",", -1)) {
            if (areNumbers) {
                example.add(Integer.parseInt(value));
            } else {
                example.add(value);
            }
        }
    }

    private static void describe(ObjectNode schema, ObjectNode node, Parameter parameter) {
        String example = parameter.example();
        switch (parameter.kind()) {
            case COUNT -> {
                schema.put("type", "integer").put("minimum", 1).put("maximum", Parameter.MOST_ROWS);
                schema.put("default", Parameter.MOST_ROWS);
                node.put("example", Integer.parseInt(example));
            }
            case NUMBER -> {
                schema.put("type", "number");
                node.put("example", Double.parseDouble(example));
            }
            case FLAG -> {
                schema.put("type", "boolean");
                node.put("example", Boolean.parseBoolean(example));
            }
            case DATE -> {
                schema.put("type", "string").put("format", "date");
                node.put("example", example);
            }
            case INSTANT -> {
                // A day, or an instant: OpenAPI's formats have no word for either.
                schema.put("type", "string").put("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T.+Z)?$");
                node.put("example", example);
            }
            case CURSOR -> schema.put("type", "string").put("minLength", 1);
            case LIST, WORDS, WORD, COUNTS -> {
                addWords(schema.put("type", "string"), parameter.words());
                node.put("example", example);
            }
        }
    }

    /** The header by which nothing is sent that is known already. */
    OpenApiParameters addIfNoneMatch() {
        parameters.addObject().put("$ref", "#/components/parameters/IfNoneMatch");
        return this;
    }

    private ObjectNode add(String name, String place, String description) {
        return parameters
                .addObject()
                .put("name", name)
                .put("in", place)
                .put("description", description)
                .put("required", place.equals("path"));
    }

    private static void addWords(ObjectNode schema, List<String> words) {
        if (!words.isEmpty()) {
            ArrayNode allowed = schema.putArray("enum");
            words.forEach(allowed::add);
        }
    }
}
