package io.cultivar.metricsapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import io.cultivar.metricsapi.access.AccessConfig;
import io.cultivar.metricsapi.access.LocalIssuer;
import io.cultivar.metricsapi.access.SampleAccess;
import io.cultivar.metricsapi.published.SamplePrograms;
import io.cultivar.metricsapi.published.SampleSources;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in where, and what is written down about it, before a real server. */
class AccessTest {

    private static final List<String> ROLES = List.of("scrape", "leader", "analyst", "admin");
    private static final String FORM = "application/x-www-form-urlencoded";

    @TempDir
    private Path directory;

    private Path audit;
    private SampleAccess access;
    private ApiUnderTest api;

    @BeforeEach
    void start() throws IOException {
        audit = directory.resolve("audit.jsonl");
        access = new SampleAccess(directory);
        api = served(access);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private static ApiUnderTest served(SampleAccess access) {
        return new ApiUnderTest(SampleSources.source(SamplePrograms.snapshot()), 0, access.config());
    }

    private List<JsonNode> audited() throws IOException {
        return Files.readAllLines(audit).stream()
                .map(line -> Json.read(line.getBytes(StandardCharsets.UTF_8), JsonNode.class))
                .toList();
    }

    @Test
    void shouldHaveALeastRoleForEveryRouteAndForNoOther() {
        List<String> paths = api.routes().stream()
                .map(route -> route.substring(route.indexOf(' ') + 1))
                // Not a route: what stands before or after each.
                .filter(path -> !path.equals("*"))
                .toList();

        assertThat(paths).hasSizeGreaterThan(40).allMatch(SampleAccess::hasRole);
        assertThat(SampleAccess.routes())
                .isSubsetOf(paths.stream()
                        .map(path -> path.replace('<', '{').replace('>', '}'))
                        .toList());
        assertThat(SampleAccess.hasRole("/v1/secrets")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/metrics, scrape, ",
        "/, leader, ",
        "/programs/negotiation, leader, ",
        "/v1/openapi.json, leader, ",
        "/v1/effects, leader, ",
        "/v1/effects.json, leader, ",
        "/v1/roi?program=negotiation, leader, ",
        "/v1/programs/negotiation, leader, ",
        "/v1/data-quality, leader, 'application/json, text/csv;q=0.5'",
        "/v1/effects.csv, analyst, ",
        "/v1/effects.ndjson, analyst, ",
        "/v1/effects, analyst, text/csv",
        "/v1/effects, analyst, application/x-ndjson",
        "/v1/restatements, analyst, ",
        "/v1/restatements.json, analyst, ",
        "/v1/exports/effects, analyst, ",
        "/v1/exports/all.zip, analyst, ",
        "/v1/audit, admin, "
    })
    void shouldLetInTheLeastRoleAndThoseAboveIt(String path, String least, String accept) throws Exception {
        String accepted = accept == null ? "*/*" : accept;

        assertProblem(api.get(path, "Accept", accepted), 401, "not-signed-in");
        for (String role : ROLES) {
            HttpResponse<String> response = api.get(path, "Accept", accepted, "Authorization", access.bearer(role));
            if (ROLES.indexOf(role) >= ROLES.indexOf(least)) {
                assertThat(response.statusCode()).as(role).isEqualTo(200);
            } else {
                JsonNode problem = assertProblem(response, 403, "role-needed");
                assertThat(problem.get("detail").textValue())
                        .matches("This needs the role [a-z]+; the-" + role + " has the role " + role + "\\.");
                if (ROLES.indexOf(role) == ROLES.indexOf(least) - 1) {
                    assertThat(problem.get("detail").textValue()).startsWith("This needs the role " + least + ';');
                    assertThat(problem.get("allowed").get(0).textValue()).isEqualTo(least);
                }
            }
        }
    }

    @Test
    void shouldLetOnlyAnalystsAskForEarlierPublications() throws Exception {
        // given a day of which nothing is remembered: whoever may ask is told so
        String path = "/v1/roi?asOf=2026-01-01";

        assertProblem(api.get(path, "Authorization", access.bearer("leader")), 403, "role-needed");
        assertProblem(api.get(path, "Authorization", access.bearer("analyst")), 400, "before-history");
    }

    @Test
    void shouldLetLeadersMoveTheSliders() throws Exception {
        String scenario = "{\"program\":\"negotiation\"}";

        assertThat(api.post("/v1/roi/scenarios", scenario, "Authorization", access.bearer("leader"))
                        .statusCode())
                .isEqualTo(200);
        assertProblem(
                api.post("/v1/roi/scenarios", scenario, "Authorization", access.bearer("scrape")), 403, "role-needed");
        assertProblem(api.post("/v1/roi/scenarios", scenario), 401, "not-signed-in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready", "/health/history", "/page/page.css", "/sign-in"})
    void shouldAskNobodyWhereThereIsNoResult(String path) throws Exception {
        assertThat(api.get(path).statusCode()).isEqualTo(200);
        assertThat(api.get(path, "Authorization", "Bearer nonsense").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer nonsense", "Bearer", "Basic YTpi", "Bearer ey.a.b", ""})
    void shouldRefuseAKeyThatThereIsNot(String authorization) throws Exception {
        HttpResponse<String> response = api.get("/v1/roi", "Authorization", authorization);

        assertProblem(response, 401, "not-accepted");
        assertThat(response.headers().firstValue("WWW-Authenticate"))
                .contains("Bearer realm=\"cultivar\", error=\"invalid_token\"");
        assertThat(api.get("/v1/roi").headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"cultivar\"");
    }

    @Test
    void shouldSlowDownWhoGuessesButNobodyWithAKey() throws Exception {
        for (int time = 0; time < 10; time++) {
            assertProblem(api.get("/v1/roi", "Authorization", "Bearer guess"), 401, "not-accepted");
        }
        for (int time = 0; time < 5; time++) {
            HttpResponse<String> refused = api.get("/v1/roi", "Authorization", "Bearer guess");
            assertProblem(refused, 429, "too-many-attempts");
            assertThat(refused.headers().firstValue("Retry-After")).contains("60");
        }

        assertThat(api.get("/v1/roi", "Authorization", access.bearer("leader")).statusCode())
                .isEqualTo(200);
        // A flood does not fill the disk: what follows the first 429 is not written down.
        assertThat(audited()).hasSize(12);
    }

    @Test
    void shouldTakeTokensBesideKeys() throws Exception {
        try (LocalIssuer issuer = new LocalIssuer()) {
            issuer.environment().forEach(access::with);
            try (ApiUnderTest both = served(access)) {
                assertThat(both.get("/v1/effects.csv", "Authorization", "Bearer " + issuer.token("cultivar-analyst"))
                                .statusCode())
                        .isEqualTo(200);
                assertProblem(
                        both.get("/v1/effects.csv", "Authorization", "Bearer " + issuer.token("cultivar-leader")),
                        403,
                        "role-needed");
                assertProblem(
                        both.get("/v1/roi", "Authorization", "Bearer " + issuer.token("nothing")), 403, "role-needed");
                assertThat(both.get("/v1/roi", "Authorization", access.bearer("leader"))
                                .statusCode())
                        .isEqualTo(200);
            }
        }
        assertThat(audited().get(0).get("who").textValue()).isEqualTo("anna@example.com");
        assertThat(audited().get(0).get("known").textValue()).isEqualTo("token");
    }

    @Test
    void shouldWriteDownWhoReadWhatAndNoResult() throws Exception {
        api.get("/v1/effects?program=negotiation&limit=2", "Authorization", access.bearer("leader"));
        api.get("/v1/effects.csv?program=negotiation", "Authorization", access.bearer("leader"));
        api.get("/v1/exports/roi", "Authorization", access.bearer("analyst"));
        api.get("/programs/negotiation", "Authorization", access.bearer("leader"));
        api.get("/v1/programs/negotiation");
        api.get("/metrics", "Authorization", access.bearer("scrape"));
        api.get("/metrics", "Authorization", access.bearer("admin"));
        api.get("/health/ready");
        api.get("/page/page.css");

        List<JsonNode> lines = audited();
        assertThat(lines).hasSize(6);
        assertThat(without(lines.get(0), "time")).isEqualTo("""
                {"action":"read","who":"the-leader","known":"key","role":"leader","address":"127.0.0.1","method":"GET",\
                "path":"/v1/effects","about":{"program":"negotiation"},"parameters":["limit","program"],\
                "format":"application/json","status":200,"publication":"0123456789abcdef","rows":1}""");
        assertThat(without(lines.get(1), "time")).isEqualTo("""
                {"action":"read","who":"the-leader","known":"key","role":"leader","address":"127.0.0.1","method":"GET",\
                "path":"/v1/effects.{format}","about":{"format":"csv","program":"negotiation"},\
                "parameters":["program"],"format":"application/problem+json","status":403}""");
        assertThat(without(lines.get(2), "time")).isEqualTo("""
                {"action":"export","who":"the-analyst","known":"key","role":"analyst","address":"127.0.0.1",\
                "method":"GET","path":"/v1/exports/{dataset}","about":{"dataset":"roi"},"parameters":[],\
                "format":"text/csv","status":200,"publication":"0123456789abcdef","rows":3}""");
        assertThat(without(lines.get(3), "time")).contains("\"about\":{\"program\":\"negotiation\"}", "text/html");
        assertThat(without(lines.get(4), "time")).isEqualTo("""
                {"action":"read","address":"127.0.0.1","method":"GET","path":"/v1/programs/<program>",\
                "about":{"program":"negotiation"},"parameters":[],"format":"application/problem+json","status":401}""");
        assertThat(lines.get(5).get("who").textValue()).isEqualTo("the-admin");
        assertThat(Files.readString(audit)).doesNotContain(access.key("leader"), access.key("analyst"), "1.4");

        HttpResponse<String> served = api.get("/v1/audit", "Authorization", access.bearer("admin"));
        assertThat(served.body().lines().toList())
                .hasSize(6)
                .isEqualTo(Files.readAllLines(audit).subList(0, 6));
    }

    private static String without(JsonNode line, String field) {
        assertThat(line.get(field).textValue()).matches("20[0-9-]+T[0-9:.]+Z");
        return ((com.fasterxml.jackson.databind.node.ObjectNode) line.deepCopy())
                .without(field)
                .toString();
    }

    @Test
    void shouldNotRepeatWhatIsNoNameOfAParameter() throws Exception {
        api.get("/v1/roi?cultivar_secret%20key=1&x=2", "Authorization", access.bearer("leader"));

        assertThat(audited().get(0).get("parameters").toString()).isEqualTo("[\"?\",\"x\"]");
    }

    @Test
    void shouldAnswerNothingWhileNothingCanBeWrittenDown() throws Exception {
        Files.createDirectory(audit.resolveSibling("moved"));
        Files.delete(audit);
        Files.createDirectory(audit);

        HttpResponse<String> refused = api.get("/v1/effects.csv", "Authorization", access.bearer("analyst"));

        assertProblem(refused, 503, "audit-log-broken");
        assertThat(refused.headers().firstValue("Content-Disposition")).isEmpty();
        assertThat(refused.headers().firstValue("ETag")).isEmpty();
        assertThat(api.get("/health/ready").statusCode()).isEqualTo(200);

        // when whoever rotates has put it right
        Files.delete(audit);
        assertThat(api.get("/v1/effects.csv", "Authorization", access.bearer("analyst"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(audited()).hasSize(1);
    }

    @Test
    void shouldSignInAtOneReplicaAndBeKnownAtTheOther() throws Exception {
        HttpResponse<String> entered = api.post(
                "/sign-in", "key=" + access.key("leader") + "&next=%2Fprograms%2Fnegotiation", "Content-Type", FORM);

        assertThat(entered.statusCode()).isEqualTo(303);
        assertThat(entered.headers().firstValue("Location")).contains("/programs/negotiation");
        String cookie = entered.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie)
                .startsWith("cultivar_session=")
                .endsWith("; Path=/; Max-Age=36000; HttpOnly; SameSite=Strict")
                .doesNotContain(access.key("leader"));
        String session = cookie.substring(0, cookie.indexOf(';'));
        try (ApiUnderTest other = served(access)) {
            assertThat(other.get("/v1/roi", "Cookie", session).statusCode()).isEqualTo(200);
            assertThat(other.get("/", "Cookie", session).body())
                    .contains("<a href=\"/sign-in\">the-leader (leader): sign out</a>");
            assertThat(other.get("/sign-in", "Cookie", session).body()).contains("You are the-leader (leader).");
            assertProblem(other.get("/v1/exports/roi", "Cookie", session), 403, "role-needed");
            assertProblem(other.get("/v1/roi", "Cookie", session + "x"), 401, "not-signed-in");
            // A form of another site can send a cookie that is older than SameSite, but no JSON.
            assertProblem(
                    other.post("/v1/roi/scenarios", "{}", "Cookie", session, "Content-Type", "text/plain"),
                    415,
                    "no-json");
            assertThat(other.post("/v1/roi/scenarios", "{}", "Cookie", session, "Content-Type", "application/json")
                            .statusCode())
                    .isEqualTo(200);
            HttpResponse<String> left = other.post("/sign-out", "", "Cookie", session);
            assertThat(left.statusCode()).isEqualTo(303);
            assertThat(left.headers().firstValue("Set-Cookie").orElse(""))
                    .startsWith("cultivar_session=; Path=/; Max-Age=0");
        }
        assertThat(audited().stream().map(line -> line.get("action").textValue()))
                .startsWith("sign-in")
                .endsWith("sign-out");
        assertThat(audited().get(0).get("who").textValue()).isEqualTo("the-leader");
    }

    @Test
    void shouldKeepTheCookieToHttpsWhereThatIsUsed() throws Exception {
        String form = "key=" + access.key("leader");

        assertThat(api.post("/sign-in", form, "Content-Type", FORM, "X-Forwarded-Proto", "https")
                        .headers()
                        .firstValue("Set-Cookie")
                        .orElse(""))
                .endsWith("; SameSite=Strict; Secure");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//example.com",
                "https://example.com",
                "/\\example.com",
                "",
                "/a b",
                "/a%0d%0aX: y",
                "javascript:1"
            })
    void shouldLeadNowhereElseAfterSigningIn(String next) throws Exception {
        HttpResponse<String> entered = api.post(
                "/sign-in", "key=" + access.key("leader") + "&next=" + next.replace(" ", "+"), "Content-Type", FORM);

        assertThat(entered.headers().firstValue("Location")).contains("/");
    }

    @Test
    void shouldShowBrowsersAFormWhereTheyAreNotKnown() throws Exception {
        HttpResponse<String> form = api.get("/programs/negotiation?a=%22b", "Accept", "text/html,*/*;q=0.8");

        assertThat(form.statusCode()).isEqualTo(401);
        assertThat(form.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(form.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "form-action 'self'")
                .doesNotContain("script-src");
        assertThat(form.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(form.body())
                .contains("<label for=\"key\">Key</label>", "value=\"/programs/negotiation?a=%22b\"")
                .doesNotContain("<script", "Negotiation");

        HttpResponse<String> wrong = api.post("/sign-in", "key=guess&next=%2Fx", "Content-Type", FORM);
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body())
                .contains("role=\"alert\"", "This is not one of the keys.", "value=\"/x\"", "aria-invalid=\"true\"")
                .doesNotContain("guess");
        assertThat(api.post("/sign-in", "key=" + access.key("scrape"), "Content-Type", FORM)
                        .body())
                .contains("This key is for Prometheus alone.");
        assertThat(api.get("/v1/exports/roi", "Accept", "text/html", "Authorization", access.bearer("leader"))
                        .body())
                .contains("This needs the role analyst; the-leader has the role leader.");
    }

    @Test
    void shouldTakeNoFormOfAnotherSite() throws Exception {
        String form = "key=" + access.key("leader");

        HttpResponse<String> refused = api.post("/sign-in", form, "Content-Type", FORM, "Sec-Fetch-Site", "cross-site");

        assertProblem(refused, 403, "cross-site");
        assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
        assertProblem(api.post("/sign-out", "", "Sec-Fetch-Site", "same-site"), 403, "cross-site");
        assertThat(api.post("/sign-in", form, "Content-Type", FORM, "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, 200",
        "localhost:8080, 200",
        "127.0.0.1, 200",
        "[::1]:8080, 200",
        "evil.example.com, 421",
        "evil.example.com:8080, 421"
    })
    void shouldAnswerOnlyToTheNameOfThisMachineWhereItIsOpen(String host, int status) throws Exception {
        try (ApiUnderTest open = new ApiUnderTest(SampleSources.source(SamplePrograms.snapshot()))) {
            assertThat(statusOf(open, "/v1/roi", host)).isEqualTo(status);
            assertThat(statusOf(open, "/", host)).isEqualTo(status);
            assertThat(statusOf(open, "/health/ready", host)).isEqualTo(200);
        }
        AccessConfig everybody = AccessConfig.read(Map.of("CULTIVAR_ACCESS", "open")::getOrDefault);
        try (ApiUnderTest open = new ApiUnderTest(SampleSources.source(SamplePrograms.snapshot()), 0, everybody)) {
            assertThat(statusOf(open, "/v1/roi", host)).isEqualTo(200);
        }
    }

    /** As a browser asks that was told that a name means this machine; Java's client sends no other name. */
    private static int statusOf(ApiUnderTest server, String path, String host) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(server.url("/")).getPort())) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }

    @Test
    void shouldAskNobodyAndRecordOnlyIntoAFileWhereItIsOpen() throws Exception {
        try (ApiUnderTest open = new ApiUnderTest(SampleSources.source(SamplePrograms.snapshot()))) {
            assertThat(open.get("/v1/effects.csv").statusCode()).isEqualTo(200);
            assertThat(open.get("/v1/audit").body()).isEmpty();
        }
        AccessConfig recorded = AccessConfig.read(Map.of("CULTIVAR_AUDIT_FILE", audit.toString())::getOrDefault);
        try (ApiUnderTest open = new ApiUnderTest(SampleSources.source(SamplePrograms.snapshot()), 0, recorded)) {
            assertThat(open.get("/v1/effects.csv").statusCode()).isEqualTo(200);
        }
        assertThat(audited()).hasSize(1);
        assertThat(audited().get(0).get("known").textValue()).isEqualTo("open");
    }

    @Test
    void shouldSayWhichMethodsTheFormsTake() throws Exception {
        assertThat(api.send("PUT", "/sign-in").headers().firstValue("Allow")).contains("GET, HEAD, POST");
        assertThat(api.get("/sign-out").headers().firstValue("Allow")).contains("POST");
    }

    private static JsonNode assertProblem(HttpResponse<String> response, int status, String kind) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = Json.read(response.body().getBytes(StandardCharsets.UTF_8), JsonNode.class);
        assertThat(problem.get("type").textValue()).isEqualTo("urn:cultivar:problem:" + kind);
        return problem;
    }
}
