package io.cultivar.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.cultivar.oracle.EventSets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code evaluate} on the real experiment (src/test/resources/nsw/README.md). When a number is meant to change, write the
 * answer anew ({@link Golden}) and say in CHANGELOG.md why it changed.
 */
class NswAnswerTest {

    private static final Path ANSWER = Path.of("src", "test", "resources", "nsw", "answer.json");

    @TempDir
    private Path directory;

    @Test
    void shouldGiveTheGoldenAnswer_whichFitsItsSchema() throws IOException {
        String answer = text(Evaluate.answer(directory, NswExperiment.lines()));

        Golden.check(ANSWER, answer);
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(AnswerSchema.text(), InputFormat.JSON);
        assertThat(schema.validate(answer, InputFormat.JSON)).isEmpty();
    }

    @Test
    void shouldGiveTheSameBytes_shuffledDoubledAndDivided() throws IOException {
        List<String> events = NswExperiment.lines();
        List<String> otherwise = EventSets.shuffled(EventSets.doubled(events, 7), 11);

        byte[] answer = Evaluate.answer(directory, otherwise, "--partitions", "3");

        Golden.check(ANSWER, text(answer));
    }

    @Test
    void shouldGiveWhatTheOracleFinds() throws IOException {
        Instant latest = Instant.parse("1978-12-31T00:00:00Z");

        Golden.check(ANSWER, text(Expected.answer(NswExperiment.lines(), latest)));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
