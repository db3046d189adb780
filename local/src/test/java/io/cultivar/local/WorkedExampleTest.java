package io.cultivar.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked example of docs/METHODS.md is what {@code evaluate} answers to docs/worked-example.ndjson. */
class WorkedExampleTest {

    private static final Path DOCS = Path.of("..", "docs");
    /** A JSON pointer into the program's result, and the value there. */
    private static final Pattern FIGURE = Pattern.compile("(?m)^(/\\S+) = (\\S+)$");

    @TempDir
    private Path directory;

    @Test
    void shouldAnswerTheFiguresOfTheMethods() throws IOException {
        // given
        List<MatchResult> figures = FIGURE.matcher(Files.readString(DOCS.resolve("METHODS.md")))
                .results()
                .toList();
        List<String> events = Files.readAllLines(DOCS.resolve("worked-example.ndjson"));

        // when
        byte[] answer = Evaluate.answer(directory, events, "--as-of", "2026-12-31");

        // then
        assertThat(figures).hasSizeGreaterThan(50);
        JsonNode program = Json.read(answer, JsonNode.class).at("/programs/0");
        assertThat(figures).allSatisfy(figure -> {
            JsonNode found = program.at(figure.group(1));
            if (found.isNumber()) {
                double expected = Double.parseDouble(figure.group(2));
                assertThat(found.doubleValue())
                        .as(figure.group(1))
                        .isCloseTo(expected, within(1e-13 * Math.max(1, Math.abs(expected))));
            } else {
                assertThat(found.asText()).as(figure.group(1)).isEqualTo(figure.group(2));
            }
        });
    }
}
