package io.cultivar.local.sample;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Answers of a real server about the published sample company, one bill of which came late. */
final class SampleAnswers implements AutoCloseable {

    static final List<String> EVENTS = SampleCompany.lines(SampleCompany.SEED);

    private static final String RESTATED = "complaint-clinic";
    private static final Instant AS_OF = Instant.parse("2026-06-30T23:59:59Z");
    private static final Pattern TIME = Pattern.compile("\"time\":\"([^\"]+Z)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final ServedSample served;

    private SampleAnswers(ServedSample served) {
        this.served = served;
    }

    static SampleAnswers start(Path directory) {
        Instant latest = EVENTS.stream()
                .map(TIME::matcher)
                .filter(Matcher::find)
                .map(time -> Instant.parse(time.group(1)))
                .filter(time -> !time.isAfter(AS_OF))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        PublishedSample now = PublishedSample.of(EVENTS, AS_OF);
        ServedSample served = ServedSample.start(directory, now, history(now), AS_OF, latest);
        await().atMost(Duration.ofMinutes(1)).until(served::ready);
        return new SampleAnswers(served);
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

    String url(String path) {
        return served.url() + path;
    }

    HttpResponse<byte[]> ask(Question question) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url(question.path())))
                .method(question.method(), HttpRequest.BodyPublishers.ofString(question.body()))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    byte[] get(String path) throws Exception {
        HttpResponse<byte[]> response = ask(new Question(path, "GET", path, "", List.of()));
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }

    String text(String path) throws Exception {
        return new String(get(path), StandardCharsets.UTF_8);
    }

    /** The rows of an answer. */
    JsonNode data(String path) throws Exception {
        return Json.tree(get(path)).get("data");
    }

    /** The ids of all programs. */
    List<String> programs() throws Exception {
        return values(data("/v1/programs"), "program").stream()
                .map(JsonNode::textValue)
                .toList();
    }

    /** What stands under a column in any row, lists looked into. */
    static List<JsonNode> values(JsonNode rows, String column) {
        Stream<JsonNode> found = rows.valueStream();
        for (String name : column.split("\\.", -1)) {
            found = found.flatMap(node -> node.isArray() ? node.valueStream() : Stream.of(node))
                    .map(node -> node.path(name))
                    .filter(node -> !node.isMissingNode() && !node.isNull());
        }
        return found.toList();
    }

    static Map<String, String> unzip(byte[] archive) throws IOException {
        Map<String, String> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Override
    public void close() {
        served.close();
    }
}
