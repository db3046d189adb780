package io.cultivar.metricsapi.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cultivar.contract.Json;
import io.cultivar.contract.Term;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.evaluation.program.ScenarioAssumptions;
import io.cultivar.metricsapi.access.Access;
import io.cultivar.metricsapi.tables.Column;
import io.cultivar.metricsapi.tables.Dataset;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The operations in the OpenAPI document: how each path is asked, and every way in which it is answered. */
final class OpenApiOperations {

    private static final String EXAMPLES = "openapi-examples.json";

    /** The headers of every answer that can be known already. */
    private static final List<String> TAGGED = List.of("ETag", RestEndpoints.PUBLICATION, RestEndpoints.AS_OF);

    private final ObjectNode paths;
    private final RecordSchemas schemas;
    private final JsonNode examples = examples();

    OpenApiOperations(ObjectNode paths, RecordSchemas schemas) {
        this.paths = paths;
        this.schemas = schemas;
    }

    private static JsonNode examples() {
        try (InputStream in = OpenApi.class.getResourceAsStream(EXAMPLES)) {
            if (in == null) {
                throw new IllegalStateException(EXAMPLES + " is missing from the jar");
            }
            return Json.tree(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + EXAMPLES, e);
        }
    }

    private ObjectNode operation(String path, String method, String id, String summary) {
        ObjectNode operation = paths.withObject("/" + path.replace("/", "~1")).putObject(method);
        operation.put("operationId", id);
        operation.put("summary", summary);
        return operation;
    }

    void addTable(Dataset dataset) {
        ObjectNode operation = operation(dataset.path(), "get", id(dataset), dataset.title() + '.');
        new OpenApiParameters(operation)
                .addQuery(RestEndpoints.parameters(dataset))
                .addIfNoneMatch();
        addTableResponses(operation, dataset, "NotAcceptable", 406);
    }

    void addFile(Dataset dataset) {
        ObjectNode operation = operation(
                dataset.path() + RestEndpoints.FILE_SUFFIX,
                "get",
                id(dataset) + "File",
                dataset.title() + ", as a file in the format that the path ends in.");
        new OpenApiParameters(operation)
                .addPath("format", "The format.", Format.CSV.id(), Term.ids(Format.class))
                .addQuery(RestEndpoints.parameters(dataset))
                .addIfNoneMatch();
        addTableResponses(operation, dataset, "NotFound", 404);
    }

    private void addTableResponses(ObjectNode operation, Dataset dataset, String refusal, int status) {
        ObjectNode responses = operation.putObject("responses");
        ObjectNode content = addAnswer(responses, dataset.title() + '.', TAGGED);
        responses.withObject("/200/headers").set("Link", component("headers", "Link"));
        for (Format format : Format.values()) {
            content.putObject(format.mediaType()).set("schema", schema(dataset, format));
        }
        content.withObject("/application~1json").set("example", example(dataset.path()));
        addRefusals(responses, true, status, refusal);
        addProblem(responses, 410, "Gone");
    }

    private ObjectNode schema(Dataset dataset, Format format) {
        String row = dataset.row().getSimpleName();
        return switch (format) {
            case JSON -> schemas.answer(dataset.row());
            case CSV ->
                schemas.define(
                        row + "Csv",
                        text(
                                "One header line, then one line a row (RFC 4180); an empty cell is an absent value. Columns: "
                                        + String.join(
                                                ",",
                                                dataset.columns().stream()
                                                        .map(Column::name)
                                                        .toList())));
            case NDJSON -> schemas.define(row + "Lines", text("One " + row + " a line."));
        };
    }

    void addProgram() {
        String path = OpenApi.path(RestEndpoints.PROGRAM_PATH);
        ObjectNode operation = operation(path, "get", "program", "Everything about one program, as it was published.");
        new OpenApiParameters(operation)
                .addPath("program", "The id of the program; a slash in it stays one.", "negotiation", List.of())
                .addIfNoneMatch();
        ObjectNode responses = operation.putObject("responses");
        addJson(addAnswer(responses, "The program.", TAGGED), schemas.reference(ProgramResult.class), example(path));
        addRefusals(responses, true, 404, "NotFound");
        addProblem(responses, 406, "NotAcceptable");
    }

    void addScenarios() {
        String path = RestEndpoints.SCENARIOS_PATH;
        ObjectNode operation = operation(path, "post", "scenarios", "What would have been returned otherwise.");
        ObjectNode body = operation.putObject("requestBody").put("required", true);
        addJson(body.putObject("content"), scenarios(), examples.path("POST " + path));
        ObjectNode responses = operation.putObject("responses");
        addJson(
                addAnswer(responses, "The returns under these assumptions.", List.of()),
                schemas.answer(ScenarioRow.class),
                example(path));
        addRefusals(responses, false, 406, "NotAcceptable");
        addProblem(responses, 413, "TooLong");
    }

    /** One set of assumptions, or several. */
    private ObjectNode scenarios() {
        ObjectNode either = JsonNodeFactory.instance.objectNode();
        ArrayNode forms = either.putArray("oneOf");
        forms.add(scenario());
        forms.addObject()
                .put("type", "array")
                .put("minItems", 1)
                .put("maxItems", ScenarioRequest.MOST_SCENARIOS)
                .set("items", scenario());
        return either;
    }

    /** The assumptions with the program beside them, as they stand in a request. */
    private ObjectNode scenario() {
        schemas.reference(ScenarioAssumptions.class);
        ObjectNode assumptions = schemas.definitions().get(ScenarioAssumptions.class.getSimpleName());
        if (assumptions == null) {
            throw new IllegalStateException("what is referred to is defined");
        }
        ObjectNode scenario = assumptions.deepCopy();
        scenario.withObject("/properties").set("program", text("Only this program; all where it is absent."));
        return schemas.define("Scenario", scenario);
    }

    void addExport() {
        ObjectNode operation = operation(
                Exports.PATH, "get", "export", "A whole table without pages, for notebooks; as CSV or a row a line.");
        new OpenApiParameters(operation)
                .addPath(
                        "dataset",
                        "The path of the table, with hyphens; trends are in the periods that they are published in.",
                        Dataset.EFFECTS.fileName(),
                        Exports.names())
                .addIfNoneMatch();
        ObjectNode responses = operation.putObject("responses");
        ObjectNode content = addAnswer(responses, "The table.", TAGGED);
        for (Format format : Exports.FORMATS) {
            content.putObject(format.mediaType())
                    .set("schema", text("As the table itself has it in this format, whatever its number of rows."));
        }
        addRefusals(responses, true, 404, "NotFound");
        addProblem(responses, 406, "NotAcceptable");
    }

    void addArchive() {
        ObjectNode operation = operation(
                Exports.ALL_PATH,
                "get",
                "exportAll",
                "All tables as CSV in one archive, with what is said about all of them in " + Exports.ENVELOPE + '.');
        new OpenApiParameters(operation).addIfNoneMatch();
        ObjectNode responses = operation.putObject("responses");
        addAnswer(responses, "The archive.", TAGGED)
                .putObject(Exports.ZIP)
                .putObject("schema")
                .put("contentMediaType", Exports.ZIP);
        addRefusals(responses, true, 503, "NotReady");
    }

    void addItself() {
        ObjectNode operation = operation(OpenApi.PATH, "get", "openapi", "This document.");
        new OpenApiParameters(operation).addIfNoneMatch();
        ObjectNode responses = operation.putObject("responses");
        ObjectNode itself = JsonNodeFactory.instance.objectNode().put("type", "object");
        itself.putArray("required").add("openapi").add("paths");
        addJson(addAnswer(responses, "An OpenAPI 3.1 document.", List.of("ETag")), itself, example(OpenApi.PATH));
        responses.set("304", component("responses", "NotModified"));
        addProblem(responses, 400, "BadRequest");
    }

    void addAudit() {
        ObjectNode operation = operation(
                Access.AUDIT_PATH,
                "get",
                "audit",
                "The newest lines of this process's audit log: who asked for what, and whether it was answered.");
        ObjectNode responses = operation.putObject("responses");
        addAnswer(responses, "One object a line, oldest first.", List.of())
                .putObject(Format.NDJSON.mediaType())
                .set("schema", text("One request a line; which fields it has, OPERATING says."));
        addProblem(responses, 400, "BadRequest");
    }

    private JsonNode example(String path) {
        JsonNode example = examples.path(path);
        if (example.isMissingNode()) {
            throw new IllegalStateException("there is no example of " + path);
        }
        return example;
    }

    private static void addJson(ObjectNode content, ObjectNode schema, JsonNode example) {
        ObjectNode json = content.putObject(Format.JSON.mediaType());
        json.set("schema", schema);
        json.set("example", example);
    }

    /** The answer where all is well; the place for its content. */
    private static ObjectNode addAnswer(ObjectNode responses, String description, List<String> headers) {
        ObjectNode answer = responses.putObject("200").put("description", description);
        headers.forEach(name -> answer.withObject("/headers").set(name, component("headers", name)));
        return answer.putObject("content");
    }

    /** What every question about results may be answered by, and one more. */
    private static void addRefusals(ObjectNode responses, boolean tagged, int status, String name) {
        if (tagged) {
            responses.set("304", component("responses", "NotModified"));
        }
        addProblem(responses, 400, "BadRequest");
        addProblem(responses, status, name);
        addProblem(responses, 503, "NotReady");
    }

    private static void addProblem(ObjectNode responses, int status, String name) {
        responses.set(Integer.toString(status), component("responses", name));
    }

    private static ObjectNode component(String kind, String name) {
        return JsonNodeFactory.instance.objectNode().put("$ref", "#/components/" + kind + '/' + name);
    }

    private static ObjectNode text(String description) {
        return JsonNodeFactory.instance.objectNode().put("type", "string").put("description", description);
    }

    private static String id(Dataset dataset) {
        String[] words = dataset.name().toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder id = new StringBuilder(words[0]);
        Arrays.stream(words)
                .skip(1)
                .forEach(word ->
                        id.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1)));
        return id.toString();
    }
}
