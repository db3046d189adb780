package io.cultivar.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cultivar.contract.event.AssessmentScored;
import io.cultivar.contract.event.Decoded;
import io.cultivar.contract.event.EventReader;
import io.cultivar.contract.event.FeedbackGiven;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventFilesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"e.ndjson", "e.jsonl", "E.NDJSON"})
    void shouldReadOneEventALine(String name) throws IOException {
        // given
        Path file = write(name, "\uFEFF{\"id\":1}\r\n\n  {\"id\":\"zwölf 🙂\"}\n{broken");

        // when, then
        assertThat(read(file))
                .containsExactly(name + ":1 {\"id\":1}", name + ":3 {\"id\":\"zwölf 🙂\"}", name + ":4 {broken");
    }

    @Test
    void shouldCutAJsonArrayIntoItsElementsAsTheyAreWritten() throws IOException {
        // given
        Path file = write(
                "e.json", " [\n {\"a\":[1,{\"b\":\"],}\\\"\"}]} ,\n{\"v\":1e999999999,\"v\":2}\n, NaN, \"x,]\" ]\n\n");

        // when, then
        assertThat(read(file))
                .containsExactly(
                        "e.json:2 {\"a\":[1,{\"b\":\"],}\\\"\"}]}",
                        "e.json:3 {\"v\":1e999999999,\"v\":2}",
                        "e.json:4 NaN",
                        "e.json:4 \"x,]\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"id":"a}\\\\"}          | e.json:1 {"id":"a}\\\\"}
                    []                       |
                    """)
    void shouldReadASingleJsonEventOrNone(String text, String expected) throws IOException {
        assertThat(read(write("e.json", text))).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    [{"a":1},,2]    | an element of the array is empty
                    [{"a":1},]      | an element of the array is empty
                    [{"a":1}        | the JSON ends before it is complete
                    {"a":"x         | the JSON ends before it is complete
                    {"a":1} {"b":2} | there is text behind the end of the JSON
                    "a"             | this must be a JSON array of events, or one event
                    ''              | this must be a JSON array of events, or one event
                    """)
    void shouldSayWhatIsWrongWithAJsonFile(String text, String problem) throws IOException {
        // given
        Path file = write("e.json", text);

        // when, then
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageStartingWith(file + ", line 1: " + problem);
    }

    @Test
    void shouldReadRowsOfATable() throws IOException {
        // given
        Path file = write("e.csv", """
                id,source,type,time,subject,data.program,data.phase,data.assessment,data.score.raw,data.score.max,\
                data.passed,data.respondent,data.themes,data.comment
                1,lms,assessment.scored,2025-06-01T00:00:00Z,E1,p,pre,t,17.50,20,true,,,

                2,survey,feedback.given,2025-06-01T00:00:00Z,,p,,,,,,learner,pace | trainer,"Two
                lines, ""quoted"" too"
                3,survey,,2025-06-01T00:00:00Z,,p,,,,,,learner,,\
                """);
        List<Decoded> events = new ArrayList<>();
        List<Long> lines = new ArrayList<>();

        // when
        EventFiles.read(file, (name, line, json) -> {
            lines.add(line);
            events.add(EventReader.read(json));
        });

        // then
        assertThat(lines).containsExactly(2L, 4L, 6L);
        assertThat(((Decoded.Accepted) events.get(0)).event().data())
                .isInstanceOfSatisfying(AssessmentScored.class, assessment -> {
                    assertThat(assessment.score().raw()).isEqualTo("17.50");
                    assertThat(assessment.passed()).isTrue();
                });
        assertThat(((Decoded.Accepted) events.get(1)).event().data())
                .isInstanceOfSatisfying(FeedbackGiven.class, feedback -> {
                    assertThat(feedback.themes()).containsExactly("pace", "trainer");
                    assertThat(feedback.comment()).isEqualTo("Two\nlines, \"quoted\" too");
                });
        assertThat(events.get(2))
                .isInstanceOfSatisfying(
                        Decoded.Rejected.class,
                        rejected -> assertThat(rejected.pointer()).isEqualTo("/type"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                          | 1 | there is no header row
                    id,Time                     | 1 | unknown column "Time"
                    id,data.                    | 1 | unknown column "data."
                    id,id                       | 1 | the header row is no good
                    data.score,data.score.raw   | 1 | column "data.score" cannot stand beside
                    id,source;1,a;2             | 3 | the row has 1 cells; the header has 2
                    id,source;1,"a"b            | 2 | malformed CSV
                    id,source;1,"a              | 2 | malformed CSV
                    """)
    void shouldSayWhatIsWrongWithATable(String rows, int line, String problem) throws IOException {
        // given
        Path file = write("e.csv", rows.replace(';', '\n'));

        // when, then
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageStartingWith(file + ", line " + line + ": " + problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"e.ndjson.gz", "e.json.gz"})
    void shouldReadZippedFilesAndSayWhereTheyAreCutOff(String name) throws IOException {
        // given
        byte[] zipped = zip("{\"id\":1}");
        Path whole = Files.write(folder.resolve(name), zipped);
        Path cut = Files.write(folder.resolve("cut." + name), Arrays.copyOf(zipped, zipped.length - 9));
        Path none = write("none." + name, "{\"id\":1}");

        // when, then
        assertThat(read(whole)).containsExactly(name + ":1 {\"id\":1}");
        assertThatThrownBy(() -> read(cut))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageStartingWith(cut + ", line 1: this is no complete gzip file");
        assertThatThrownBy(() -> read(none))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageStartingWith(none + ", line 1: this is no complete gzip file");
    }

    @ParameterizedTest
    @CsvSource({"e.ndjson,2", "e.csv,2", "e.json,1"})
    void shouldRefuseWhatIsNoUtf8Text(String name, int line) throws IOException {
        // given
        String start = name.endsWith("n") && !name.contains("nd") ? "[" : "id\n";
        Path latin = Files.write(folder.resolve(name), (start + "zwölf\n").getBytes(ISO_8859_1));
        Path cut = Files.write(
                folder.resolve("cut." + name), Arrays.copyOf((start + "ö").getBytes(UTF_8), start.length() + 1));

        // when, then
        assertThatThrownBy(() -> read(latin)).hasMessage(latin + ", line " + line + ": this is not UTF-8 text");
        assertThatThrownBy(() -> read(cut)).hasMessage(cut + ", line " + line + ": this is not UTF-8 text");
    }

    @Test
    void shouldRefuseFilesThatAreNotThereOrOfAnUnknownKind() {
        assertThatThrownBy(() -> read(folder.resolve("gone.csv")))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessage(folder.resolve("gone.csv") + ": there is no such file");
        assertThatThrownBy(() -> read(folder.resolve("gone.xlsx")))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageContaining("the name must end in .ndjson");
    }

    @ParameterizedTest
    @ValueSource(strings = {"e.ndjson", "e.json", "e.csv"})
    void shouldBoundWhatOneEventMayTake(String name) throws IOException {
        // given
        String start = name.equals("e.json") ? "[\"" : name.equals("e.csv") ? "id\n\"" : "";
        Path file = write(name, start + "x".repeat(2 * TextStream.MAX_ITEM_BYTES));

        // when, then
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageContaining("one event is longer than 1048576 bytes");
    }

    @Test
    void shouldPassOnWhatTheSinkThrows() throws IOException {
        // given
        Path file = write("e.csv", "id\n1");
        var failure = new IllegalStateException("full");

        // when, then
        assertThatThrownBy(() -> EventFiles.read(file, (name, line, json) -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    private static List<String> read(Path file) {
        List<String> events = new ArrayList<>();
        EventFiles.read(file, (name, line, json) -> events.add(name + ":" + line + " " + new String(json, UTF_8)));
        return events;
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static byte[] zip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
