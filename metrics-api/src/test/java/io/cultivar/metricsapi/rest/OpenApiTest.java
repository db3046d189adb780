package io.cultivar.metricsapi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.cultivar.contract.Json;
import io.cultivar.metricsapi.ApiUnderTest;
import io.cultivar.metricsapi.access.SampleAccess;
import io.cultivar.metricsapi.exposition.Exposition;
import io.cultivar.metricsapi.published.SamplePrograms;
import io.cultivar.metricsapi.published.SampleSources;
import io.cultivar.metricsapi.tables.Dataset;
import io.cultivar.metricsapi.tables.Filter;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the document against the running server, both ways: nothing in it that is not so, nothing there that it lacks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {

    private static final ObjectNode DOCUMENT = Json.read(OpenApi.document(Exposition.BUILD), ObjectNode.class);

    /** Each operation as {@code GET /path}. */
    private static final List<String> OPERATIONS = operations();

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private ApiUnderTest api;
    private ApiUnderTest empty;
    private ApiUnderTest starting;
    private ApiUnderTest guarded;
    private ApiUnderTest guessedAt;
    private SampleAccess access;
    private String session;

    /** Those that are answered in JSON. */
    static Stream<String> operationsInJson() {
        return OPERATIONS.stream()
                .filter(name -> operation(name).at("/responses/200/content").has("application/json"));
    }

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        access = new SampleAccess(directory);
        guarded = new ApiUnderTest(SampleSources.source(SamplePrograms.snapshot()), 0, access.config());
        // Its minute never ends, however slow the machine is.
        Clock stopped = Clock.fixed(Instant.parse("2026-07-01T00:00:00Z"), ZoneOffset.UTC);
        guessedAt = new ApiUnderTest(SampleSources.source(SamplePrograms.snapshot()), 0, access.config(), stopped);
        for (int time = 0; time < 11; time++) {
            guessedAt.get("/v1/roi", "Authorization", "Bearer guess");
        }
        session = guarded.post(
                        "/sign-in", "key=" + access.key("admin"), "Content-Type", "application/x-www-form-urlencoded")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split(";", 2)[0];
        api = new ApiUnderTest(SampleSources.source(SamplePrograms.snapshot()));
        empty = new ApiUnderTest(SampleSources.source(SamplePrograms.snapshot(List.of(), null, null)));
        starting = new ApiUnderTest(SampleSources.notReady());
    }

    @AfterAll
    void stop() {
        api.close();
        empty.close();
        starting.close();
        guarded.close();
        guessedAt.close();
    }

    @Test
    void shouldServeTheDocumentBeforeAnythingIsRead() throws Exception {
        HttpResponse<String> response = starting.get("/v1/openapi.json");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(tree(response.body())).isEqualTo(DOCUMENT);
        String tag = response.headers().firstValue("ETag").orElseThrow();
        assertThat(api.get("/v1/openapi.json", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    @Test
    void shouldHaveWhatEveryOpenApiDocumentHas() {
        assertThat(DOCUMENT.get("openapi").textValue()).isEqualTo("3.1.0");
        assertThat(DOCUMENT.at("/info/title").textValue()).isNotBlank();
        assertThat(DOCUMENT.at("/info/version").textValue()).isEqualTo(Exposition.BUILD.version());
        assertThat(OPERATIONS.stream().map(operation -> operation(operation).get("operationId")))
                .doesNotHaveDuplicates()
                .doesNotContainNull();
        for (String name : OPERATIONS) {
            JsonNode operation = operation(name);
            assertThat(operation.get("summary").textValue()).as(name).endsWith(".");
            assertThat(operation.get("responses").properties())
                    .as(name)
                    .allMatch(response -> response.getKey().matches("[2-5][0-9][0-9]")
                            && resolved(response.getValue()).hasNonNull("description"));
            for (JsonNode reference : operation.path("parameters")) {
                JsonNode parameter = resolved(reference);
                assertThat(parameter.get("in").textValue()).as(name).isIn("query", "path", "header");
                assertThat(parameter.get("schema").get("type").textValue())
                        .isIn("string", "array", "integer", "number", "boolean");
                assertThat(parameter.get("description").textValue()).isNotBlank();
            }
            assertThat(parameters(name, "path")
                            .map(parameter -> '{' + parameter.get("name").textValue() + '}'))
                    .as(name)
                    .containsExactlyElementsOf(
                            name.contains("{")
                                    ? List.of(name.substring(name.indexOf('{'), name.indexOf('}') + 1))
                                    : List.of());
        }
    }

    @Test
    void shouldReferToWhatThereIsAndHaveNothingThatNobodyRefersTo() {
        Set<String> referred = new TreeSet<>(DOCUMENT.findValuesAsText("$ref"));
        Set<String> there = new TreeSet<>();
        DOCUMENT.get("components").properties().stream()
                // Those are named, not referred to.
                .filter(kind -> !kind.getKey().equals("securitySchemes"))
                .forEach(kind -> kind.getValue()
                        .fieldNames()
                        .forEachRemaining(name -> there.add("#/components/" + kind.getKey() + '/' + name)));

        assertThat(referred).isEqualTo(there);
    }

    @Test
    void shouldHaveEveryRouteAndNoOther() {
        Set<String> routes = new TreeSet<>();
        api.routes().stream()
                .filter(route -> route.contains(" /v1/"))
                .map(OpenApi::path)
                .forEach(routes::add);
        Set<String> expected = new TreeSet<>(OPERATIONS);
        OPERATIONS.stream()
                .filter(operation -> operation.startsWith("GET"))
                .map(operation -> operation.replace("GET", "HEAD"))
                .forEach(expected::add);

        assertThat(routes).isEqualTo(expected);
    }

    @ParameterizedTest
    @FieldSource("OPERATIONS")
    void shouldAnswerAsDeclared(String name) throws Exception {
        for (ApiUnderTest server : List.of(api, empty)) {
            HttpResponse<String> response = ask(server, name, "");
            if (server == empty && name.contains("{program}")) {
                assertProblem(name, response, 404);
                continue;
            }

            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            JsonNode declared = operation(name).at("/responses/200");
            declared.path("headers").fieldNames().forEachRemaining(header -> {
                // There is another page only where somebody asks for a short one.
                if (!header.equals("Link")) {
                    assertThat(response.headers().firstValue(header)).as(header).isPresent();
                }
            });
            String type =
                    response.headers().firstValue("Content-Type").orElseThrow().split(";", 2)[0];
            JsonNode content = declared.get("content").get(type);
            assertThat(content).as(type).isNotNull();
            if (type.equals("application/json")) {
                assertThat(errors(content.get("schema"), response.body())).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldAnswerEachFormatAsDeclared(Dataset dataset) throws Exception {
        JsonNode content = operation("GET " + dataset.path()).at("/responses/200/content");
        String row = dataset.row().getSimpleName();

        assertThat(content).hasSize(Format.values().length);
        for (Format format : Format.values()) {
            HttpResponse<String> response = api.get(dataset.path(), "Accept", format.mediaType());
            assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(format.mediaType());
            assertThat(content.has(format.mediaType())).isTrue();
        }
        assertThat(resolved(content.at("/text~1csv/schema")).get("description").textValue())
                .endsWith("Columns: "
                        + api.get(dataset.path() + ".csv")
                                .body()
                                .lines()
                                .findFirst()
                                .orElseThrow());
        for (String line : api.get(dataset.path() + ".ndjson").body().lines().toList()) {
            assertThat(errors(DOCUMENT.at("/components/schemas/" + row), line)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("operationsInJson")
    void shouldGiveAnExampleThatIsPartOfWhatTheSampleCompanyIsAnswered(String name) throws Exception {
        JsonNode content = operation(name).at("/responses/200/content/application~1json");
        ObjectNode example = content.get("example").deepCopy();
        HttpResponse<String> response = name.endsWith(".{format}")
                ? api.get(name.substring(4).replace("{format}", "json"))
                : ask(api, name, "");

        assertThat(errors(content.get("schema"), example.toString())).isEmpty();
        if (example.has("data")) {
            assertThat(example.get("rows").intValue())
                    .isEqualTo(example.get("data").size())
                    .isEqualTo(1);
            // The example has one row of those that the answer has.
            example.remove(List.of("rows", "suppressed"));
        }
        assertThat(isPart(example, tree(response.body())))
                .as(example::toPrettyString)
                .isTrue();
    }

    @ParameterizedTest
    @FieldSource("OPERATIONS")
    void shouldRefuseEveryParameterAsDeclared(String name) throws Exception {
        List<String> declared = parameters(name, "query")
                .map(parameter -> parameter.get("name").textValue())
                .toList();

        assertThat(words(assertProblem(name, ask(api, name, "?programme=x"), 400)))
                .isEqualTo(declared);
        for (JsonNode parameter : parameters(name, "query").toList()) {
            String query = '?' + parameter.get("name").textValue() + '=';
            String example = example(name, parameter, SamplePrograms.snapshot().version());
            assertThat(ask(api, name, query + example).statusCode()).isEqualTo(200);
            assertProblem(name, ask(api, name, query + example + '&' + query.substring(1) + example), 400);
            HttpResponse<String> other = ask(api, name, query + "no-such-thing");
            List<JsonNode> words = parameter.get("schema").findValues("enum");
            if (parameter.at("/schema/items/type").asText().equals("string") && words.isEmpty()) {
                assertThat(other.statusCode()).isEqualTo(200);
                assertProblem(name, ask(api, name, query + example + ","), 400);
            } else {
                List<String> allowed = words(assertProblem(name, other, 400));
                assertThat(allowed).isNotEmpty();
                words.forEach(word -> assertThat(allowed)
                        .isEqualTo(word.valueStream().map(JsonNode::textValue).toList())
                        .contains(example.split(",", -1)));
            }
        }
    }

    @ParameterizedTest
    @FieldSource("OPERATIONS")
    void shouldAnswerEveryDeclaredStatusAndNoOther(String name) throws Exception {
        Set<String> seen = new TreeSet<>();
        see(seen, name, ask(api, name, ""));
        see(seen, name, ask(api, name, "?programme=x"));
        see(seen, name, ask(api, name, "", "Accept", "image/png"));
        see(seen, name, ask(api, name, "", "If-None-Match", "*"));
        see(seen, name, ask(starting, name, ""));
        if (name.contains("{")) {
            see(seen, name, api.get(name.substring(4).replaceAll("\\{.*}", "nothing")));
        }
        if (parameters(name, "query").findAny().isPresent()) {
            see(seen, name, ask(api, name, "?cursor=" + cursor(name, "fedcba9876543210")));
        }
        if (name.startsWith("POST")) {
            see(seen, name, api.post(name.substring(5), " ".repeat(2 * ScenarioRequest.MAX_BYTES)));
        }

        see(seen, name, ask(guarded, name, ""));
        see(seen, name, ask(guarded, name, "", "Authorization", access.bearer("scrape")));
        see(seen, name, ask(guessedAt, name, "", "Authorization", "Bearer guess"));
        see(seen, name, ask(guarded, name, "", "Cookie", session));

        Set<String> declared = new TreeSet<>();
        operation(name).get("responses").fieldNames().forEachRemaining(declared::add);
        assertThat(seen).isEqualTo(declared);
    }

    @ParameterizedTest
    @FieldSource("OPERATIONS")
    void shouldNeedTheRoleThatIsDeclaredInEachWayOfSayingIt(String name) throws Exception {
        List<String> roles = List.of("scrape", "leader", "analyst", "admin");
        JsonNode security = operation(name).get("security");
        String least = security.at("/0/key/0").textValue();

        assertThat(security).isEqualTo(tree("[{\"key\":[\"" + least + "\"]},{\"session\":[\"" + least + "\"]},{}]"));
        assertThat(DOCUMENT.at("/components/securitySchemes").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("key", "session");
        // The example of a file is CSV.
        String needed = name.endsWith(".{format}") && least.equals("leader") ? "analyst" : least;
        for (String role : roles) {
            assertThat(ask(guarded, name, "", "Authorization", access.bearer(role))
                            .statusCode())
                    .as(role)
                    .isEqualTo(roles.indexOf(role) < roles.indexOf(needed) ? 403 : 200);
        }
        if (!name.startsWith("POST")) {
            assertThat(ask(guarded, name, "", "Cookie", session).statusCode()).isEqualTo(200);
        }
    }

    private static void see(Set<String> seen, String name, HttpResponse<String> response) throws Exception {
        seen.add(Integer.toString(response.statusCode()));
        if (response.statusCode() >= 400) {
            assertProblem(name, response, response.statusCode());
        }
    }

    @Test
    void shouldGiveExamplesOfProblemsThatAreProblems() {
        JsonNode responses = DOCUMENT.at("/components/responses");

        for (JsonNode response : responses) {
            JsonNode content = response.at("/content/application~1problem+json");
            if (!content.isMissingNode()) {
                assertThat(errors(content.get("schema"), content.get("example").toString()))
                        .isEmpty();
            }
        }
        assertThat(responses).hasSizeGreaterThan(4);
    }

    @Test
    void shouldNoticeWhatIsNotAsDeclared() throws Exception {
        // given answers that lack something, and have something that nobody declared
        JsonNode schema = operation("GET /v1/roi").at("/responses/200/content/application~1json/schema");
        ObjectNode missing = (ObjectNode) tree(api.get("/v1/roi").body());
        ((ObjectNode) missing.at("/data/0")).remove("program");
        ObjectNode unknown = (ObjectNode) tree(api.get("/v1/roi").body());
        ((ObjectNode) unknown.at("/data/0")).put("employee", "anna");

        assertThat(errors(schema, missing.toString())).hasSize(1);
        assertThat(errors(schema, unknown.toString())).hasSize(1);
    }

    private static HttpResponse<String> ask(ApiUnderTest server, String name, String query, String... headers)
            throws Exception {
        String path = name.substring(name.indexOf(' ') + 1);
        for (JsonNode parameter : parameters(name, "path").toList()) {
            path = path.replace(
                    '{' + parameter.get("name").textValue() + '}',
                    URLEncoder.encode(parameter.get("example").textValue(), StandardCharsets.UTF_8));
        }
        if (name.startsWith("POST")) {
            String body = operation(name)
                    .at("/requestBody/content/application~1json/example")
                    .toString();
            assertThat(errors(operation(name).at("/requestBody/content/application~1json/schema"), body))
                    .isEmpty();
            return server.post(path + query, body, headers);
        }
        return server.get(path + query, headers);
    }

    /** What the parameter may be, as it stands in a query. */
    private static String example(String name, JsonNode parameter, String publication) {
        if (parameter.get("name").textValue().equals("cursor")) {
            return cursor(name, publication);
        }
        JsonNode example = parameter.get("example");
        return example.isArray()
                ? String.join(",", example.valueStream().map(JsonNode::asText).toList())
                : example.asText();
    }

    /** The beginning of the table, in some publication. */
    private static String cursor(String name, String publication) {
        String path = name.substring(name.indexOf(' ') + 1).replace(".{format}", "");
        Dataset dataset = Stream.of(Dataset.values())
                .filter(table -> table.path().equals(path))
                .findFirst()
                .orElseThrow();
        return new Cursor(publication, Cursor.question(dataset, Filter.ALL), 0).text();
    }

    /** The body, which is a problem as declared for this status. */
    private static JsonNode assertProblem(String name, HttpResponse<String> response, int status) throws Exception {
        assertThat(response.statusCode()).as(name).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode declared = resolved(operation(name).get("responses").path(Integer.toString(status)));
        JsonNode schema = declared.at("/content/application~1problem+json/schema");
        assertThat(schema.isMissingNode())
                .as(name + " may be answered with " + status)
                .isFalse();
        assertThat(errors(schema, response.body())).isEmpty();
        return tree(response.body());
    }

    private static List<String> words(JsonNode problem) {
        return problem.get("allowed").valueStream().map(JsonNode::textValue).toList();
    }

    private static Stream<JsonNode> parameters(String name, String place) {
        return StreamSupport.stream(operation(name).path("parameters").spliterator(), false)
                .map(OpenApiTest::resolved)
                .filter(parameter -> parameter.get("in").textValue().equals(place));
    }

    private static JsonNode operation(String name) {
        String[] parts = name.split(" ", 2);
        return DOCUMENT.get("paths").get(parts[1]).get(parts[0].toLowerCase(Locale.ROOT));
    }

    private static List<String> operations() {
        List<String> names = new ArrayList<>();
        DOCUMENT.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> names.add(method.toUpperCase(Locale.ROOT) + ' ' + path.getKey())));
        return names;
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? DOCUMENT.at(node.get("$ref").textValue().substring(1)) : node;
    }

    private static List<Error> errors(JsonNode schema, String instance) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", DOCUMENT.get("components"));
        return REGISTRY.getSchema(whole.toString(), InputFormat.JSON).validate(instance, InputFormat.JSON);
    }

    /** Whether everything in it is in the whole: of an object some fields, of a list some elements. */
    private static boolean isPart(JsonNode part, JsonNode whole) {
        if (part.isObject()) {
            return whole.isObject()
                    && part.properties().stream()
                            .allMatch(field -> isPart(field.getValue(), whole.path(field.getKey())));
        }
        if (part.isArray()) {
            return whole.isArray()
                    && part.valueStream()
                            .allMatch(element -> whole.valueStream().anyMatch(other -> isPart(element, other)));
        }
        return part.equals(whole);
    }

    private static JsonNode tree(String json) throws Exception {
        return Json.tree(json.getBytes(StandardCharsets.UTF_8));
    }
}
