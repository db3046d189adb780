package io.cultivar.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.cultivar.contract.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The committed schema is that of the records, says something of everything, and lets through nothing else. */
class AnswerSchemaTest {

    @BeforeAll
    static void shouldBeTheSchemaOfTheRecords() {
        Golden.check(AnswerSchema.FILE, AnswerSchema.text());
    }

    private static JsonNode schema() throws IOException {
        return Json.tree(Files.readAllBytes(AnswerSchema.FILE));
    }

    @Test
    void shouldSayWhatEverythingMeans() throws IOException {
        List<String> silent = new ArrayList<>();
        schema().get("$defs").properties().forEach(definition -> {
            if (!definition.getValue().has("description")) {
                silent.add(definition.getKey());
            }
        });

        assertThat(silent).isEmpty();
        assertThat(schema().at("/$defs/estimate/properties/standardError/description")
                        .asText())
                .isEqualTo("its standard error, above 0");
        assertThat(schema().at("/$defs/decision/enum")).hasSize(3);
    }

    @Test
    void shouldRefuse_whatIsMissingOrUnknown() {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(AnswerSchema.text(), InputFormat.JSON);
        byte[] good = Expected.answer(List.of(), Instant.EPOCH);
        ObjectNode unknown = Json.read(good, ObjectNode.class);
        unknown.put("secret", 1);
        ObjectNode missing = Json.read(good, ObjectNode.class);
        missing.remove("portfolio");
        ObjectNode wrong = Json.read(good, ObjectNode.class);
        ((ObjectNode) wrong.get("company")).put("erasedEmployees", "some");

        assertThat(schema.validate(new String(good, StandardCharsets.UTF_8), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate(unknown.toString(), InputFormat.JSON)).hasSize(1);
        assertThat(schema.validate(missing.toString(), InputFormat.JSON)).hasSize(1);
        assertThat(schema.validate(wrong.toString(), InputFormat.JSON)).hasSize(1);
    }
}
