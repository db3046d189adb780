package io.cultivar.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.cultivar.oracle.EventSets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code evaluate} on the real experiment (src/test/resources/nsw/README.md). When a number is meant to change, copy the
 * answer that the failing test shows over src/test/resources/nsw/answer.json and say in CHANGELOG.md why it changed.
 */
class NswAnswerTest {

    @TempDir
    private Path directory;

    @Test
    void shouldGiveTheGoldenAnswer_whichFitsItsSchema() throws IOException {
        String answer = text(Evaluate.answer(directory, NswExperiment.lines()));

        assertThat(answer).isEqualTo(resource("/nsw/answer.json"));
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(resource("/schemas/evaluate/1.json"), InputFormat.JSON);
        assertThat(schema.validate(answer, InputFormat.JSON)).isEmpty();
    }

    @Test
    void shouldGiveTheSameBytes_shuffledDoubledAndDivided() throws IOException {
        List<String> events = NswExperiment.lines();
        List<String> otherwise = EventSets.shuffled(EventSets.doubled(events, 7), 11);

        byte[] answer = Evaluate.answer(directory, otherwise, "--partitions", "3");

        assertThat(text(answer)).isEqualTo(resource("/nsw/answer.json"));
    }

    @Test
    void shouldGiveWhatTheOracleFinds() throws IOException {
        Instant latest = Instant.parse("1978-12-31T00:00:00Z");

        assertThat(text(Expected.answer(NswExperiment.lines(), latest))).isEqualTo(resource("/nsw/answer.json"));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = NswAnswerTest.class.getResourceAsStream(name)) {
            return text(Objects.requireNonNull(stream, name).readAllBytes());
        }
    }
}
