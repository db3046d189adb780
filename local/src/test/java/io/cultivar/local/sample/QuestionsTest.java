package io.cultivar.local.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import io.cultivar.contract.event.SubjectKind;
import io.cultivar.contract.result.ChangeCause;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Publication;
import io.cultivar.evaluation.publication.Publications;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every request of docs/QUESTIONS.md has a true answer about the sample company, with the columns that it names. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuestionsTest {

    /** A request of the document, and the columns that it promises. */
    private record Question(String title, String method, String path, String body, List<String> columns) {
        @Override
        public String toString() {
            return title;
        }
    }

    private static final String RESTATED = "complaint-clinic";
    private static final Instant AS_OF = Instant.parse("2026-06-30T23:59:59Z");
    private static final List<String> EVENTS = SampleCompany.lines(SampleCompany.SEED);
    private static final Pattern TIME = Pattern.compile("\"time\":\"([^\"]+Z)\"");
    private static final Pattern QUESTION = Pattern.compile(
            "^## (\\d+\\. .*)\\n```http\\n(GET|POST) (\\S+)\\n([^`]*)```\\n(?:Columns: (.*)\\n)?", Pattern.MULTILINE);
    private static final List<Question> QUESTIONS = questions();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private ServedSample sample;

    private static List<Question> questions() {
        try {
            String document = Files.readString(Path.of("..", "docs", "QUESTIONS.md"));
            List<Question> all = new ArrayList<>();
            Matcher found = QUESTION.matcher(document);
            while (found.find()) {
                List<String> columns = found.group(5) == null
                        ? List.of()
                        : Arrays.stream(found.group(5).split(", ", -1))
                                .map(column -> column.replace("`", ""))
                                .toList();
                all.add(new Question(found.group(1), found.group(2), found.group(3), found.group(4), columns));
            }
            return all;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeAll
    void start(@TempDir Path directory) {
        Instant latest = EVENTS.stream()
                .map(TIME::matcher)
                .filter(Matcher::find)
                .map(time -> Instant.parse(time.group(1)))
                .filter(time -> !time.isAfter(AS_OF))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        PublishedSample now = PublishedSample.of(EVENTS, AS_OF);
        sample = ServedSample.start(directory, now, history(now), AS_OF, latest);
        await().atMost(Duration.ofMinutes(1)).until(sample::ready);
    }

    /** In March one bill of a program had not come yet; in May it had. */
    private static List<Map.Entry<String, Publication>> history(PublishedSample now) {
        String late = EVENTS.stream()
                .filter(line -> line.contains("\"cost.incurred\"") && line.contains("\"" + RESTATED + "\""))
                .findFirst()
                .orElseThrow();
        PublishedSample before = PublishedSample.of(
                EVENTS.stream().filter(line -> !line.equals(late)).toList(), AS_OF);
        ProgramResult first = before.program(RESTATED);
        Publication march = Publications.of(null, first, List.of(), Instant.parse("2026-03-31T08:00:00Z"))
                .orElseThrow();
        Publication may = Publications.of(
                        first,
                        now.program(RESTATED),
                        List.of(ChangeCause.LATE_EVENT),
                        Instant.parse("2026-05-04T08:00:00Z"))
                .orElseThrow();
        String key = SubjectKind.PROGRAM.key(RESTATED);
        return List.of(Map.entry(key, march), Map.entry(key, may));
    }

    @AfterAll
    void stop() {
        sample.close();
    }

    @Test
    void shouldAskEveryQuestionOfTheDocument() throws IOException {
        long headings = Files.readString(Path.of("..", "docs", "QUESTIONS.md"))
                .lines()
                .filter(line -> line.startsWith("## "))
                .count();

        assertThat(QUESTIONS).hasSize((int) headings).hasSize(17);
    }

    @ParameterizedTest
    @FieldSource("QUESTIONS")
    void shouldBeAnswered(Question question) throws Exception {
        // when
        HttpResponse<byte[]> response = ask(question);

        // then
        assertThat(response.statusCode()).as(question.path()).isEqualTo(200);
        String type = response.headers().firstValue("Content-Type").orElseThrow();
        if (type.startsWith("application/json")) {
            JsonNode answer = Json.tree(response.body());
            assertThat(answer.get("data")).isNotEmpty();
            assertThat(answer.get("rows").intValue())
                    .isEqualTo(answer.get("data").size());
            assertThat(answer.hasNonNull("window") && answer.hasNonNull("watermark"))
                    .isTrue();
            assertThat(answer.has("next")).isFalse();
            for (String column : question.columns()) {
                assertThat(values(answer.get("data"), column)).as(column).isNotEmpty();
            }
        } else if (type.startsWith("text/csv")) {
            List<String> lines =
                    new String(response.body(), StandardCharsets.UTF_8).lines().toList();
            assertThat(lines).hasSizeGreaterThan(2);
            assertThat(lines.get(0).split(",", -1)).containsAll(question.columns());
        } else {
            assertThat(type).isEqualTo("application/zip");
            assertThat(unzip(response.body()))
                    .hasSizeGreaterThan(15)
                    .allSatisfy((name, content) ->
                            assertThat(content).as(name).contains(name.endsWith(".csv") ? "\n" : "publication"));
        }
    }

    @Test
    void shouldShowBothArmsInEveryWeekOfTheYear() throws Exception {
        // when
        JsonNode rows = data("/v1/trends?program=support-simulation&metric=tickets-resolved&bucket=week"
                + "&from=2025-01-01&to=2026-01-01");

        // then: the first Monday is the 6th; after the 28th of December nothing was measured on a Friday
        for (String arm : List.of("treatment", "control")) {
            List<JsonNode> weeks = rows.valueStream()
                    .filter(row -> row.get("arm").textValue().equals(arm))
                    .toList();
            assertThat(weeks).hasSize(51);
            assertThat(weeks.get(0).get("from").textValue()).isEqualTo("2025-01-06");
            assertThat(weeks.get(50).get("to").textValue()).isEqualTo("2025-12-29");
            assertThat(weeks).allMatch(week -> week.hasNonNull("mean") || week.hasNonNull("withheld"));
        }
    }

    @Test
    void shouldPutLongerPeriodsTogetherFromThePublishedOnes() throws Exception {
        // given
        String question = "/v1/trends?program=support-simulation&metric=tickets-resolved&arm=treatment&bucket=";
        JsonNode weeks = data(question + "week&from=2025-03-31&to=2025-06-30");

        // when
        JsonNode quarter =
                data(question + "quarter&from=2025-04-01&to=2025-07-01").get(0);

        // then: the weeks whose Thursday is in it
        assertThat(quarter.get("periods").intValue()).isEqualTo(weeks.size()).isEqualTo(13);
        long values = weeks.valueStream()
                .mapToLong(week -> week.get("measured").longValue())
                .sum();
        double mean = weeks.valueStream()
                        .mapToDouble(week -> week.get("measured").longValue()
                                * week.get("mean").doubleValue())
                        .sum()
                / values;
        assertThat(quarter.has("measured")).as("they may be the same people").isFalse();
        assertThat(quarter.get("values").longValue()).isEqualTo(values);
        assertThat(quarter.get("mean").doubleValue()).isCloseTo(mean, within(1e-9));
    }

    @Test
    void shouldFindTheProvenPrograms() throws Exception {
        assertThat(values(data("/v1/roi?grade=A,B&lowerAbove=0"), "program"))
                .extracting(JsonNode::textValue)
                .containsExactly("career-pathways", "complaint-clinic", "crm-mastery", "support-simulation");
        assertThat(values(data("/v1/roi?grade=A,B&lowerAbove=0&decision=expand"), "program"))
                .extracting(JsonNode::textValue)
                .containsExactly("complaint-clinic", "crm-mastery", "support-simulation");
    }

    @Test
    void shouldReportWhatWasReportedThen() throws Exception {
        // when
        JsonNode change = data("/v1/restatements?program=complaint-clinic&figure=roi&since=2026-04-02")
                .get(0);

        // then
        assertThat(data("/v1/roi?program=complaint-clinic&asOf=2026-04-01").at("/0/roi/value"))
                .isEqualTo(change.at("/before/value"))
                .isNotEqualTo(change.at("/now/value"));
        assertThat(data("/v1/roi?program=complaint-clinic").at("/0/roi/value")).isEqualTo(change.at("/now/value"));
        assertThat(change.at("/causes/0").textValue()).isEqualTo("late-event");
    }

    @Test
    void shouldShowTheLargestGapsFirst() throws Exception {
        List<Double> gaps = values(data("/v1/skills/gaps?sort=-meanGap"), "meanGap").stream()
                .map(JsonNode::doubleValue)
                .toList();

        assertThat(gaps).isSortedAccordingTo(Comparator.reverseOrder()).hasSizeGreaterThan(3);
    }

    @Test
    void shouldAddUpTheSameCostsHoweverTheyAreGrouped() throws Exception {
        String some = "/v1/costs/groups?program=crm-mastery,support-simulation";

        assertThat(sum(data(some + "&groupBy=quarter,category")))
                .isPositive()
                .isEqualTo(sum(data(some + "&groupBy=provider")))
                .isEqualTo(sum(data(some)))
                .isEqualTo(data("/v1/costs?program=crm-mastery,support-simulation").findValues("total").stream()
                        .mapToDouble(JsonNode::doubleValue)
                        .sum());
    }

    private static double sum(JsonNode groups) {
        return values(groups, "amount").stream()
                .map(JsonNode::decimalValue)
                .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add)
                .doubleValue();
    }

    private JsonNode data(String path) throws Exception {
        HttpResponse<byte[]> response = ask(new Question(path, "GET", path, "", List.of()));
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return Json.tree(response.body()).get("data");
    }

    private HttpResponse<byte[]> ask(Question question) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sample.url() + question.path()))
                .method(question.method(), HttpRequest.BodyPublishers.ofString(question.body()))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    /** What stands under a column in any row, lists looked into. */
    private static List<JsonNode> values(JsonNode rows, String column) {
        Stream<JsonNode> found = rows.valueStream();
        for (String name : column.split("\\.", -1)) {
            found = found.flatMap(node -> node.isArray() ? node.valueStream() : Stream.of(node))
                    .map(node -> node.path(name))
                    .filter(node -> !node.isMissingNode() && !node.isNull());
        }
        return found.toList();
    }

    private static Map<String, String> unzip(byte[] archive) throws IOException {
        Map<String, String> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
