package io.cultivar.metricsapi.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cultivar.contract.Json;
import io.cultivar.contract.Term;
import io.cultivar.metricsapi.about.BuildInfo;
import io.cultivar.metricsapi.tables.Dataset;
import io.cultivar.metricsapi.tables.Parameter;
import io.cultivar.metricsapi.tables.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What can be asked and how it is answered, as an OpenAPI 3.1 document: made from the tables, the types of their rows and
 * the parameters that the server itself goes by, so that it cannot say anything else.
 */
public final class OpenApi {

    /** Where the document is. */
    public static final String PATH = "/v1/openapi.json";

    private final RecordSchemas schemas = new RecordSchemas();
    private final ObjectNode document = JsonNodeFactory.instance.objectNode();

    private OpenApi(BuildInfo build) {
        document.put("openapi", "3.1.0");
        document.put("jsonSchemaDialect", "https://json-schema.org/draft/2020-12/schema");
        describe(document.putObject("info"), build);
        document.putArray("servers").addObject().put("url", "/");
        OpenApiOperations operations = new OpenApiOperations(document.putObject("paths"), schemas);
        for (Dataset dataset : Dataset.values()) {
            operations.addTable(dataset);
            operations.addFile(dataset);
        }
        operations.addProgram();
        operations.addScenarios();
        operations.addExport();
        operations.addArchive();
        operations.addItself();
        operations.addAudit();
        addComponents();
        OpenApiAccess.addTo(document, schemas);
    }

    /** The whole document; it changes only with the build. */
    static byte[] document(BuildInfo build) {
        return Json.write(new OpenApi(build).document);
    }

    private static void describe(ObjectNode info, BuildInfo build) {
        info.put("title", "Cultivar: what training returns");
        info.put(
                "description",
                "Published results, read only. Nothing about groups too small to be shown is in them: what is withheld"
                        + " says so in its place. A list stands between commas; a comma in a value has a backslash before"
                        + " it. HEAD is answered wherever GET is. Each operation names the least role that it needs; CSV,"
                        + " NDJSON and asOf need analyst. A server that is open to its own machine alone answers with 421"
                        + " where it is called by another name, and one that cannot record who asks, with 503.");
        info.put("version", build.version());
        info.putObject("license").put("name", "Apache License 2.0").put("identifier", "Apache-2.0");
    }

    private void addComponents() {
        ObjectNode components = document.putObject("components");
        ObjectNode headers = components.putObject("headers");
        addHeader(headers, "ETag", "Which state this is, in this format; for If-None-Match.");
        addHeader(headers, "Link", "With rel next: where the rows after these are; absent where there are none.");
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
        addProblems(components.putObject("responses"));
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

    private void addProblems(ObjectNode responses) {
        responses.putObject("NotModified").put("description", "What is already known is still so.");
        List<String> allowed = List.of(Parameter.PROGRAM.id(), Parameter.METRIC.id());
        addProblem(
                responses,
                "BadRequest",
                Problem.unknownParameter("programme", allowed).problem());
        addProblem(
                responses,
                "NotFound",
                Problem.unknownFormat("xml", Term.ids(Format.class)).problem());
        addProblem(
                responses,
                "Gone",
                Problem.publicationGone("0123456789abcdef", "fedcba9876543210").problem());
        addProblem(responses, "TooLong", Problem.of(413, "Content Too Large"));
        addProblem(
                responses,
                "NotAcceptable",
                Problem.notAcceptable(Arrays.stream(Format.values())
                                .map(Format::mediaType)
                                .toList())
                        .problem());
        addProblem(responses, "NotReady", Problem.notReady().problem());
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
}
