package io.cultivar.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code evaluate} says to input and options that it cannot use. */
@Execution(ExecutionMode.CONCURRENT)
class EvaluateCommandTest {

    private static final String GOOD = """
            {"specversion":"1.0","id":"%s","source":"s","type":"outcome.measured",\
            "time":"2025-05-01T00:00:00Z","subject":"E1","data":{"metric":"m","value":%s}}""";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "missing.ndjson | there is no such file",
                "events.xlsx    | unknown kind of file",
            })
    void shouldExitWith2AndName_whatItCannotRead(String name, String problem) throws IOException {
        if (name.endsWith(".xlsx")) {
            Files.writeString(directory.resolve(name), "x");
        }
        var console = new ByteArrayOutputStream();

        int code = Evaluate.run(
                console, List.of("evaluate", "--events", directory.resolve(name).toString()));

        assertThat(code).isEqualTo(2);
        assertThat(console.toString(StandardCharsets.UTF_8))
                .contains(name, problem)
                .doesNotContain("Exception");
    }

    @Test
    void shouldExitWith2_whenAsOfIsNoDate() throws IOException {
        Path file = Files.writeString(directory.resolve("events.ndjson"), GOOD.formatted("1", "1"));
        var console = new ByteArrayOutputStream();

        int code = Evaluate.run(console, List.of("evaluate", "--events", file.toString(), "--as-of", "next tuesday"));

        assertThat(code).isEqualTo(2);
        assertThat(console.toString(StandardCharsets.UTF_8)).contains("next tuesday", "2026-03-31");
    }

    @Test
    void shouldReportBadEventsByFileAndLine_andEvaluateTheirNeighbours() throws IOException {
        List<String> lines = List.of(
                GOOD.formatted("1", "1"),
                GOOD.formatted("2", "1e400"),
                GOOD.formatted("3", "NaN"),
                "rubbish",
                GOOD.formatted("4", "2").replace("outcome.measured", "outcome.guessed"),
                GOOD.formatted("5", "2").replace("2025-05", "9999-05"),
                GOOD.formatted("6", "2").replace("\"subject\":\"E1\",", ""),
                GOOD.formatted("7", "7"));

        JsonNode answer = Json.tree(Evaluate.answer(directory, lines));

        assertThat(answer.findValuesAsText("line")).containsExactly("2", "3", "4", "5", "6", "7");
        assertThat(answer.get("rejected").findValuesAsText("reason"))
                .containsExactly(
                        "out-of-range",
                        "malformed-json",
                        "malformed-json",
                        "unknown-type",
                        "out-of-range",
                        "missing-field");
        assertThat(answer.get("rejected").findValuesAsText("pointer"))
                .containsExactly("/data/value", "", "", "/type", "/time", "/subject");
    }

    @Test
    void shouldEvaluateNothing_asNothing() throws IOException {
        JsonNode answer = Json.tree(Evaluate.answer(directory, List.of()));

        assertThat(answer.get("programs")).isEmpty();
        assertThat(answer.get("rejected")).isEmpty();
    }

    @Test
    void shouldRefuseAnotherNumberOfPartitions_onKeptData() throws IOException {
        String data = directory.resolve("data").toString();
        Evaluate.answer(directory, List.of(GOOD.formatted("1", "1")), "--data-dir", data, "--partitions", "2");
        var console = new ByteArrayOutputStream();

        int code = Evaluate.run(
                console,
                List.of(
                        "evaluate",
                        "--events",
                        directory.resolve("events.ndjson").toString(),
                        "--data-dir",
                        data,
                        "--partitions",
                        "3"));

        assertThat(code).isEqualTo(1);
        assertThat(console.toString(StandardCharsets.UTF_8)).contains("has 2 partitions, but 3 are configured");
    }
}
