package io.cultivar.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cultivar.contract.Json;
import io.cultivar.contract.event.Decoded.Accepted;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {

    /** Values of which every field takes at least one. */
    private static final List<String> OTHER_VALUES = List.of(
            "\"other\"",
            "\"USD\"",
            "\"P2D\"",
            "\"PT1H\"",
            "\"2026-05-01\"",
            "\"2026-05-01T00:00:00Z\"",
            "100",
            "1",
            "0.25",
            "false",
            "true",
            "[]",
            "[\"other\"]",
            "\"control\"",
            "\"waitlist\"",
            "\"failed\"",
            "\"pre\"",
            "\"learner\"",
            "\"in-house\"",
            "\"external\"",
            "\"e-learning\"",
            "\"performance\"",
            "\"lower\"",
            "\"design\"",
            "\"program.enrolled\"");

    /** No content: the version is fixed, the subject is the key's, and raw decides where scaled stands beside it. */
    private static final Set<String> NO_CONTENT = Set.of("/specversion", "/type", "/subject", "/data/score/scaled");

    static Stream<String> fixtures() {
        return Fixtures.names();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void shouldReadBackWhatItWrote(String name) {
        Event event = Fixtures.event(name);

        Decoded again = EventReader.read(event.toJson());

        assertThat(again).isEqualTo(new Accepted(event));
        assertThat(event).hasToString(new String(event.toJson(), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "12.50, 12.50",
        "\"12.50\", 12.50",
        "12.5, 12.5",
        "0.00, 0.00",
        "-0.000000000000000001, -0.000000000000000001",
        "999999999999999.999999999999999999, 999999999999999.999999999999999999",
        "1e3, 1000",
        "\"1.50E+2\", 150",
        "1.5e-3, 0.0015"
    })
    void shouldKeepDecimalsAsWritten(String written, String kept) {
        Event event = Fixtures.accepted(Fixtures.with(Fixtures.text("outcome.measured"), "/data/value", written));

        assertThat(event.data()).isEqualTo(new OutcomeMeasured("deals-closed", new BigDecimal(kept)));
        assertThat(event.toString()).contains("\"value\":" + kept + "}");
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void shouldHashTheContentWhateverItsForm(String name) {
        String json = Fixtures.text(name);
        String hash = Fixtures.event(name).contentHash();

        assertThat(hash).matches("[0-9a-f]{64}");
        assertThat(Fixtures.accepted(reversed(Fixtures.tree(json)).toString()).contentHash())
                .isEqualTo(hash);
        assertThat(Fixtures.accepted(Fixtures.with(json, "/time", "\"2026-03-31T10:00:00.000+01:00\""))
                        .contentHash())
                .isEqualTo(hash);
        String extended = Fixtures.with(Fixtures.with(json, "/traceparent", "\"00-1\""), "/data/unknown", "{\"a\":1}");
        assertThat(Fixtures.accepted(extended).contentHash()).isEqualTo(hash);
    }

    @Test
    void shouldHashAnotherSubjectAlike() {
        Event event = Fixtures.event("outcome.measured");

        assertThat(event.withSubject("somebody else").contentHash()).isEqualTo(event.contentHash());
        assertThat(event.withSubject("somebody else")).isNotEqualTo(event);
    }

    @Test
    void shouldHashDecimalsAsWritten() {
        String json = Fixtures.text("outcome.measured");

        assertThat(Fixtures.accepted(Fixtures.with(json, "/data/value", "12.5")).contentHash())
                .isNotEqualTo(Fixtures.accepted(json).contentHash());
        assertThat(Fixtures.accepted(Fixtures.with(json, "/data/value", "\"12.50\""))
                        .contentHash())
                .isEqualTo(Fixtures.accepted(json).contentHash());
    }

    @ParameterizedTest
    @EnumSource
    void shouldHashEveryChangedFieldDifferently(EventType type) {
        String full = Fixtures.text(type.id());
        Event event = Fixtures.event(type.id());

        for (String pointer : Fixtures.pointers(full)) {
            JsonNode value = Fixtures.tree(full).at(pointer);
            if (value.isObject() || NO_CONTENT.contains(pointer)) {
                continue;
            }
            List<Event> changed = OTHER_VALUES.stream()
                    .filter(other -> !other.equals(value.toString()))
                    .flatMap(other -> Fixtures.read(Fixtures.with(full, pointer, other)) instanceof Accepted accepted
                            ? Stream.of(accepted.event())
                            : Stream.empty())
                    .toList();
            assertThat(changed).as(pointer).isNotEmpty();
            assertThat(changed)
                    .as(pointer)
                    .allSatisfy(other -> assertThat(other.contentHash()).isNotEqualTo(event.contentHash()));
        }
    }

    private static JsonNode reversed(JsonNode node) {
        if (node instanceof ObjectNode object) {
            List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(object.properties());
            ObjectNode result = Json.shared().createObjectNode();
            for (int i = fields.size() - 1; i >= 0; i--) {
                result.set(fields.get(i).getKey(), reversed(fields.get(i).getValue()));
            }
            return result;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode result = Json.shared().createArrayNode();
            array.forEach(member -> result.add(reversed(member)));
            return result;
        }
        return node;
    }
}
