package io.cultivar.metricsapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import io.cultivar.evaluation.program.ScenarioAssumptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked: which program's return, under which other assumptions.
 *
 * @param program the program; null for all
 * @param assumed what to assume otherwise
 */
record ScenarioRequest(@Nullable String program, ScenarioAssumptions assumed) {

    /** Longest request that is read, in bytes. */
    static final int MAX_BYTES = 4_096;

    private static final String PROGRAM = "program";

    private static final List<String> ALLOWED = List.of(
            PROGRAM,
            "unitValueFactor",
            "leaverCostShare",
            "costPerLeaver",
            "costFactor",
            "horizonMonths",
            "discountRate",
            "benefitDecay");

    /**
     * Reads a request; a field that is absent or null leaves everything as declared.
     *
     * @throws Problem.Found where it is no object of the known fields, or one of them cannot be that
     */
    static ScenarioRequest read(byte[] body) {
        if (body.length > MAX_BYTES) {
            throw Problem.invalidBody("The body is longer than " + MAX_BYTES + " bytes.");
        }
        JsonNode fields = tree(body);
        fields.fieldNames().forEachRemaining(name -> {
            if (!ALLOWED.contains(name)) {
                throw Problem.unknownParameter(name, ALLOWED);
            }
        });
        try {
            return new ScenarioRequest(
                    text(fields),
                    new ScenarioAssumptions(
                            number(fields, "unitValueFactor"),
                            number(fields, "leaverCostShare"),
                            number(fields, "costPerLeaver"),
                            number(fields, "costFactor"),
                            number(fields, "horizonMonths"),
                            number(fields, "discountRate"),
                            flag(fields)));
        } catch (IllegalArgumentException e) {
            throw Problem.invalidBody(e.getMessage() + ".");
        }
    }

    private static JsonNode tree(byte[] body) {
        try {
            JsonNode tree = Json.tree(body);
            if (!tree.isObject()) {
                throw Problem.invalidBody("The body must be a JSON object.");
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw Problem.invalidBody("The body is no JSON.");
        }
    }

    private static @Nullable String text(JsonNode fields) {
        JsonNode field = fields.path(PROGRAM);
        if (isAbsent(field)) {
            return null;
        }
        if (!field.isTextual()) {
            throw Problem.invalidBody(PROGRAM + " must be a text.");
        }
        return field.textValue();
    }

    private static @Nullable Double number(JsonNode fields, String name) {
        JsonNode field = fields.path(name);
        if (isAbsent(field)) {
            return null;
        }
        if (!field.isNumber()) {
            throw Problem.invalidBody(name + " must be a number.");
        }
        return field.doubleValue();
    }

    private static @Nullable Boolean flag(JsonNode fields) {
        JsonNode field = fields.path("benefitDecay");
        if (isAbsent(field)) {
            return null;
        }
        if (!field.isBoolean()) {
            throw Problem.invalidBody("benefitDecay must be true or false.");
        }
        return field.booleanValue();
    }

    private static boolean isAbsent(JsonNode field) {
        return field.isMissingNode() || field.isNull();
    }

    /** The rows of all programs that are asked for; withheld and absent returns stay as they are. */
    Envelope answer(Snapshot snapshot) {
        List<Record> rows = snapshot.programs().stream()
                .filter(result -> program == null || program.equals(result.program()))
                .<Record>map(result -> RoiRow.assuming(result, assumed))
                .toList();
        return Envelope.of(snapshot, rows);
    }
}
