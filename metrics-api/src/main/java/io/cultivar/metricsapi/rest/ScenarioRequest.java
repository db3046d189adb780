package io.cultivar.metricsapi.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.evaluation.program.ScenarioAssumptions;
import io.cultivar.metricsapi.published.Snapshot;
import io.cultivar.metricsapi.tables.Problem;
import io.cultivar.metricsapi.tables.RoiRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked: returns under other assumptions.
 *
 * @param scenarios each with what it assumes; at most {@link #MOST_SCENARIOS}
 */
public record ScenarioRequest(List<Scenario> scenarios) {

    /**
     * One set of assumptions.
     *
     * @param program the program; null for all
     * @param assumed what to assume otherwise
     */
    record Scenario(@Nullable String program, ScenarioAssumptions assumed) {}

    /** The most sets of assumptions in one request. */
    static final int MOST_SCENARIOS = 10;

    /** Longest request that is read, in bytes. */
    public static final int MAX_BYTES = 4_096;

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

    public ScenarioRequest {
        scenarios = List.copyOf(scenarios);
    }

    /**
     * Reads a request, one object or several in an array; a field that is absent or null leaves everything as declared.
     *
     * @throws Problem.Found where one is no object of the known fields, or one of them cannot be that
     */
    static ScenarioRequest read(byte[] body) {
        if (body.length > MAX_BYTES) {
            throw Problem.invalidBody("The body is longer than " + MAX_BYTES + " bytes.");
        }
        JsonNode tree = tree(body);
        if (!tree.isArray()) {
            return new ScenarioRequest(List.of(scenario(tree)));
        }
        if (tree.isEmpty() || tree.size() > MOST_SCENARIOS) {
            throw Problem.invalidBody("The body must have 1 to " + MOST_SCENARIOS + " scenarios.");
        }
        return new ScenarioRequest(
                tree.valueStream().map(ScenarioRequest::scenario).toList());
    }

    private static Scenario scenario(JsonNode fields) {
        if (!fields.isObject()) {
            throw Problem.invalidBody("The body must be a JSON object, or an array of them.");
        }
        fields.fieldNames().forEachRemaining(name -> {
            if (!ALLOWED.contains(name)) {
                throw Problem.unknownParameter(name, ALLOWED);
            }
        });
        try {
            return new Scenario(
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
            return Json.tree(body);
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
        List<ScenarioRow> rows = new ArrayList<>();
        for (int i = 0; i < scenarios.size(); i++) {
            Scenario scenario = scenarios.get(i);
            for (ProgramResult result : snapshot.programs()) {
                if (scenario.program() == null || scenario.program().equals(result.program())) {
                    rows.add(new ScenarioRow(i, scenario.assumed(), RoiRow.assuming(result, scenario.assumed())));
                }
            }
        }
        return Envelope.of(snapshot, rows);
    }
}
