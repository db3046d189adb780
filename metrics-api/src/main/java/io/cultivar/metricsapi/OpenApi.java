package io.cultivar.metricsapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cultivar.contract.Json;
import io.cultivar.contract.Term;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.evaluation.program.ScenarioAssumptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What can be asked and how it is answered, as an OpenAPI 3.1 document: made from the tables, the types of their rows and
 * the parameters that the server itself goes by, so that it cannot say anything else.
 */
final class OpenApi {

    static final String PATH = "/v1/openapi.json";

    private static final String EXAMPLES = "openapi-examples.json";

    /** What a parameter is, and a value for it. */
    private record Described(String description, String example) {}

    private static final Map<String, Described> PARAMETERS = Map.of(
            Filter.PROGRAM, new Described("Only rows of the program with this id.", "negotiation"),
            Filter.METRIC, new Described("Only rows about this metric.", "sales"),
            Filter.ARM, new Described("Only rows of this arm.", "treatment"),
            Filter.KIND, new Described("Only effects of this kind.", "simple"),
            Filter.SKILL, new Described("Only rows about this skill.", "haggling"),
            Filter.SKILL_AREA, new Described("Only rows about this skill area.", "sales"),
            Filter.PROVIDER, new Described("Only rows about this provider.", "acme"));

    private final RecordSchemas schemas = new RecordSchemas();
    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private final ObjectNode paths;
    private final JsonNode examples;

    private OpenApi(BuildInfo build) {
        examples = examples();
        document.put("openapi", "3.1.0");
        document.put("jsonSchemaDialect", "https://json-schema.org/draft/2020-12/schema");
        describe(document.putObject("info"), build);
        document.putArray("servers").addObject().put("url", "/");
        document.putArray("security");
        paths = document.putObject("paths");
        for (Dataset dataset : Dataset.values()) {
            addTable(dataset);
            addFile(dataset);
        }
        addProgram();
        addScenarios();
        addItself();
        addComponents();
    }

    /** The whole document; it changes only with the build. */
    static byte[] document(BuildInfo build) {
        return Json.write(new OpenApi(build).document);
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

    private static void describe(ObjectNode info, BuildInfo build) {
        info.put("title", "Cultivar: what training returns");
        info.put(
                "description",
                "Published results, read only. Nothing about groups too small to be shown is in them: what is withheld"
                        + " says so in its place. HEAD is answered wherever GET is.");
        info.put("version", build.version());
        info.putObject("license").put("name", "Apache License 2.0").put("identifier", "Apache-2.0");
    }

    private ObjectNode operation(String path, String method, String id, String summary) {
        ObjectNode operation = paths.withObject("/" + path.replace("/", "~1")).putObject(method);
        operation.put("operationId", id);
        operation.put("summary", summary);
        return operation;
    }

    private void addTable(Dataset dataset) {
        ObjectNode operation = operation(dataset.path(), "get", id(dataset), dataset.title() + '.');
        ArrayNode parameters = operation.putArray("parameters");
        addFilter(parameters, dataset);
        addTableResponses(operation, dataset, "NotAcceptable", 406);
    }

    private void addFile(Dataset dataset) {
        ObjectNode operation = operation(
                dataset.path() + RestEndpoints.FILE_SUFFIX,
                "get",
                id(dataset) + "File",
                dataset.title() + ", as a file in the format that the path ends in.");
        ArrayNode parameters = operation.putArray("parameters");
        ObjectNode format = addParameter(parameters, "format", "path", "The format.", Format.CSV.id());
        addWords(format, Term.ids(Format.class));
        addFilter(parameters, dataset);
        addTableResponses(operation, dataset, "NotFound", 404);
    }

    private void addTableResponses(ObjectNode operation, Dataset dataset, String refusal, int status) {
        ObjectNode responses = operation.putObject("responses");
        ObjectNode content = addAnswer(responses, dataset.title() + '.', true);
        for (Format format : Format.values()) {
            content.putObject(format.mediaType()).set("schema", schema(dataset, format));
        }
        content.withObject("/application~1json").set("example", example(dataset.path()));
        addNotModified(responses);
        addProblem(responses, 400, "BadRequest");
        addProblem(responses, status, refusal);
        addProblem(responses, 503, "NotReady");
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

    private static ObjectNode text(String description) {
        return JsonNodeFactory.instance.objectNode().put("type", "string").put("description", description);
    }

    private void addProgram() {
        String path = path(RestEndpoints.PROGRAM_PATH);
        ObjectNode operation = operation(path, "get", "program", "Everything about one program, as it was published.");
        ArrayNode parameters = operation.putArray("parameters");
        addParameter(parameters, "program", "path", "The id of the program; a slash in it stays one.", "negotiation");
        addIfNoneMatch(parameters);
        ObjectNode responses = operation.putObject("responses");
        addJson(addAnswer(responses, "The program.", true), schemas.reference(ProgramResult.class), example(path));
        addNotModified(responses);
        addProblem(responses, 400, "BadRequest");
        addProblem(responses, 404, "NotFound");
        addProblem(responses, 406, "NotAcceptable");
        addProblem(responses, 503, "NotReady");
    }

    private void addScenarios() {
        String path = RestEndpoints.SCENARIOS_PATH;
        ObjectNode operation = operation(path, "post", "scenarios", "What would have been returned otherwise.");
        ObjectNode body = operation.putObject("requestBody").put("required", true);
        addJson(body.putObject("content"), assumptions(), examples.path("POST " + path));
        ObjectNode responses = operation.putObject("responses");
        addJson(
                addAnswer(responses, "The returns under these assumptions.", false),
                schemas.answer(RoiRow.class),
                example(path));
        addProblem(responses, 400, "BadRequest");
        addProblem(responses, 406, "NotAcceptable");
        addProblem(responses, 413, "TooLong");
        addProblem(responses, 503, "NotReady");
    }

    /** The assumptions with the program beside them, as they stand in a request. */
    private ObjectNode assumptions() {
        ObjectNode reference = schemas.reference(ScenarioAssumptions.class);
        ObjectNode schema = schemas.definitions().get(ScenarioAssumptions.class.getSimpleName());
        if (schema == null) {
            throw new IllegalStateException("what is referred to is defined");
        }
        schema.withObject("/properties").set("program", text("Only this program; all where it is absent."));
        return reference;
    }

    private void addItself() {
        ObjectNode operation = operation(PATH, "get", "openapi", "This document.");
        addIfNoneMatch(operation.putArray("parameters"));
        ObjectNode responses = operation.putObject("responses");
        ObjectNode answer = responses.putObject("200").put("description", "An OpenAPI 3.1 document.");
        answer.putObject("headers").set("ETag", component("headers", "ETag"));
        ObjectNode itself = JsonNodeFactory.instance.objectNode().put("type", "object");
        itself.putArray("required").add("openapi").add("paths");
        addJson(answer.putObject("content"), itself, example(PATH));
        addNotModified(responses);
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

    private void addFilter(ArrayNode parameters, Dataset dataset) {
        for (String name : dataset.parameters()) {
            Described described = PARAMETERS.get(name);
            if (described == null) {
                throw new IllegalStateException("nothing is said about the parameter " + name);
            }
            addWords(
                    addParameter(parameters, name, "query", described.description(), described.example()),
                    Filter.words(name));
        }
        addIfNoneMatch(parameters);
    }

    private static void addIfNoneMatch(ArrayNode parameters) {
        parameters.add(component("parameters", "IfNoneMatch"));
    }

    private static ObjectNode addParameter(
            ArrayNode parameters, String name, String place, String description, String example) {
        ObjectNode parameter = parameters.addObject().put("name", name).put("in", place);
        parameter.put("description", description).put("required", place.equals("path"));
        parameter.putObject("schema").put("type", "string");
        return parameter.put("example", example);
    }

    private static void addWords(ObjectNode parameter, List<String> words) {
        if (!words.isEmpty()) {
            ArrayNode allowed = parameter.withObject("/schema").putArray("enum");
            words.forEach(allowed::add);
        }
    }

    /** The answer where all is well; the place for its content. */
    private static ObjectNode addAnswer(ObjectNode responses, String description, boolean tagged) {
        ObjectNode answer = responses.putObject("200").put("description", description);
        if (tagged) {
            ObjectNode headers = answer.putObject("headers");
            for (String name : List.of("ETag", RestEndpoints.PUBLICATION, RestEndpoints.AS_OF)) {
                headers.set(name, component("headers", name));
            }
        }
        return answer.putObject("content");
    }

    private static void addNotModified(ObjectNode responses) {
        responses.set("304", component("responses", "NotModified"));
    }

    private static void addProblem(ObjectNode responses, int status, String name) {
        responses.set(Integer.toString(status), component("responses", name));
    }

    private static ObjectNode component(String kind, String name) {
        return JsonNodeFactory.instance.objectNode().put("$ref", "#/components/" + kind + '/' + name);
    }

    private void addComponents() {
        ObjectNode components = document.putObject("components");
        ObjectNode headers = components.putObject("headers");
        addHeader(headers, "ETag", "Which state this is, in this format; for If-None-Match.");
        addHeader(headers, RestEndpoints.PUBLICATION, "Which state of all results this is from.");
        addHeader(
                headers,
                RestEndpoints.AS_OF,
                "Facts dated after this do not count; absent where there is no such date.");
        ObjectNode known = components
                .putObject("parameters")
                .putObject("IfNoneMatch")
                .put("name", "If-None-Match")
                .put("in", "header");
        known.put("description", "The ETag of an answer that is already known.").put("required", false);
        known.putObject("schema").put("type", "string");
        ObjectNode responses = components.putObject("responses");
        responses.putObject("NotModified").put("description", "What is already known is still so.");
        List<String> allowed = List.of(Filter.PROGRAM, Filter.METRIC);
        addProblem(
                responses,
                "BadRequest",
                Problem.unknownParameter("programme", allowed).problem());
        addProblem(
                responses,
                "NotFound",
                Problem.unknownFormat("xml", Term.ids(Format.class)).problem());
        addProblem(responses, "TooLong", Problem.of(413, "Content Too Large"));
        addProblem(
                responses,
                "NotAcceptable",
                Problem.notAcceptable(Arrays.stream(Format.values())
                                .map(Format::mediaType)
                                .toList())
                        .problem());
        addProblem(responses, "NotReady", Problem.notReady().problem());
        ObjectNode all = components.putObject("schemas");
        schemas.definitions().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(definition -> all.set(definition.getKey(), definition.getValue()));
    }

    private static void addHeader(ObjectNode headers, String name, String description) {
        headers.putObject(name)
                .put("description", description)
                .putObject("schema")
                .put("type", "string");
    }

    private void addProblem(ObjectNode responses, String name, Problem problem) {
        ObjectNode content = responses
                .putObject(name)
                .put("description", problem.title() + ", or the like (RFC 9457).")
                .putObject("content")
                .putObject(Problem.CONTENT_TYPE);
        content.set("schema", schemas.reference(Problem.class));
        content.set("example", Json.shared().valueToTree(problem));
    }

    /** A path of the server as it is written here. */
    static String path(String route) {
        return route.replace('<', '{').replace('>', '}');
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
