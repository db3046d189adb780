package io.cultivar.contract.event;

import static io.cultivar.contract.event.RejectionReason.INVALID_VALUE;
import static io.cultivar.contract.event.RejectionReason.MALFORMED_JSON;
import static io.cultivar.contract.event.RejectionReason.MISSING_FIELD;
import static io.cultivar.contract.event.RejectionReason.TOO_LARGE;
import static io.cultivar.contract.event.RejectionReason.UNKNOWN_TYPE;
import static io.cultivar.contract.event.RejectionReason.WRONG_TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.Json;
import io.cultivar.contract.Term;
import io.cultivar.contract.event.Decoded.Accepted;
import io.cultivar.contract.event.Decoded.Rejected;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is common to all events: the JSON, the envelope, the limits; {@link EventRulesTest} has the rules of each type. */
class EventReaderTest {

    private static final String OUTCOME = Fixtures.text("outcome.measured");

    @Test
    void shouldNameAllKnownTypesWhereItMeetsAnUnknownOne() {
        Rejected rejected = Fixtures.rejected(Fixtures.with(OUTCOME, "/type", "\"coffee.drunk\""));

        assertRejected(rejected, UNKNOWN_TYPE, "/type");
        assertThat(rejected.message()).contains(Term.ids(EventType.class)).doesNotContain("coffee");
    }

    @Test
    void shouldTolerateUnknownFields() {
        String extended =
                Fixtures.with(Fixtures.with(OUTCOME, "/traceparent", "\"00-1\""), "/data/note", "[{\"deep\":[1,2]}]");

        assertThat(Fixtures.accepted(extended)).isEqualTo(Fixtures.accepted(OUTCOME));
    }

    @Test
    void shouldTakeNullForAbsent() {
        String withNull = Fixtures.with(Fixtures.text("training.completed"), "/data/provider", "null");
        String without = Fixtures.without(Fixtures.text("training.completed"), "/data/provider");

        assertThat(Fixtures.accepted(withNull)).isEqualTo(Fixtures.accepted(without));
        assertRejected(Fixtures.with(OUTCOME, "/data/value", "null"), MISSING_FIELD, "/data/value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"id\":\"a\",}",
                "{'id':'a'}",
                "{\"id\":\"a\"} {}",
                "{\"id\":\"a\"} x",
                "{\"id\":\"a\",\"id\":\"a\"}",
                "{\"data\":{\"value\":1,\"value\":2}}",
                "{\"data\":{\"value\":NaN}}",
                "{\"data\":{\"value\":-Infinity}}",
                "{\"data\":{\"value\":+1}}",
                "{\"data\":{\"value\":.5}}",
                "{\"data\":{\"value\":0x10}}",
                "{\"data\":{\"value\":1}} // comment",
                "\u0000"
            })
    void shouldRefuseWhatIsNoJson(String json) {
        assertRejected(json, MALFORMED_JSON, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n"})
    void shouldRefuseNothing(String json) {
        assertRejected(json, WRONG_TYPE, "");
    }

    @Test
    void shouldRefuseBytesThatAreNoUtf8() {
        byte[] bytes = OUTCOME.replace("deals-closed", "deals-\u00e9").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(EventReader.read(bytes))
                .isInstanceOfSatisfying(Rejected.class, rejected -> assertRejected(rejected, MALFORMED_JSON, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void shouldRefuseADepthBomb(String opening) {
        assertRejected(opening.repeat(10_000), MALFORMED_JSON, "");
    }

    @Test
    void shouldTakeUnknownFieldsNoDeeperThanTheLimit() {
        String deepest = "[".repeat(Json.MAX_DEPTH - 2) + "]".repeat(Json.MAX_DEPTH - 2);

        Fixtures.accepted(Fixtures.with(OUTCOME, "/data/note", deepest));
        assertRejected(Fixtures.with(OUTCOME, "/data/note", "[" + deepest + "]"), MALFORMED_JSON, "");
    }

    @Test
    void shouldRefuseANumberOfEndlessLength() {
        assertRejected(Fixtures.with(OUTCOME, "/data/note", "1".repeat(1_001)), MALFORMED_JSON, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"text\"", "null", "true"})
    void shouldRefuseWhatIsNoObject(String json) {
        assertRejected(json, WRONG_TYPE, "");
    }

    @Test
    void shouldRefuseAnEventThatIsTooLong() {
        String atLimit = OUTCOME + " ".repeat(EventReader.MAX_BYTES - OUTCOME.length());

        assertThat(Fixtures.accepted(atLimit)).isEqualTo(Fixtures.accepted(OUTCOME));
        assertRejected(atLimit + " ", TOO_LARGE, "");
    }

    @ParameterizedTest
    @EnumSource
    void shouldAskForTheSubject(EventType type) {
        String minimal = Fixtures.text(Fixtures.minimal(type));

        if (type == EventType.FEEDBACK_GIVEN) {
            assertThat(Fixtures.accepted(minimal).subject()).isNull();
        } else {
            assertRejected(Fixtures.without(minimal, "/subject"), MISSING_FIELD, "/subject");
        }
        assertRejected(Fixtures.with(minimal, "/subject", "\" \""), INVALID_VALUE, "/subject");
        assertRejected(Fixtures.with(minimal, "/subject", "7"), WRONG_TYPE, "/subject");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/id", "/source", "/subject", "/data/metric"})
    void shouldRefuseControlCharactersInNames(String pointer) {
        for (String character : List.of("\\u0000", "\\n", "\\r", "\\t", "\\u001b", "\\u007f", "\\u0085")) {
            assertRejected(Fixtures.with(OUTCOME, pointer, "\"a" + character + "b\""), INVALID_VALUE, pointer);
            assertRejected(Fixtures.with(OUTCOME, pointer, "\"a" + character + "\""), INVALID_VALUE, pointer);
        }
    }

    @Test
    void shouldLimitNamesTextsAndLists() {
        String feedback = Fixtures.text("feedback.given");

        assertLongest(OUTCOME, "/source", 200);
        assertLongest(OUTCOME, "/subject", 200);
        assertLongest(OUTCOME, "/data/metric", 200);
        assertLongest(OUTCOME, "/id", 4_096);
        assertLongest(feedback, "/data/comment", 10_000);
        Fixtures.accepted(Fixtures.with(feedback, "/data/themes", list(100)));
        assertRejected(Fixtures.with(feedback, "/data/themes", list(101)), TOO_LARGE, "/data/themes");
        assertRejected(
                Fixtures.with(feedback, "/data/themes/1", "\"" + "x".repeat(201) + "\""), TOO_LARGE, "/data/themes/1");
        assertRejected(Fixtures.with(feedback, "/data/themes/1", "7"), WRONG_TYPE, "/data/themes/1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\" \"", "\"a\\nb\"", "\"\""})
    void shouldHoldTheMembersOfAListToTheRulesOfNames(String theme) {
        assertRejected(
                Fixtures.with(Fixtures.text("feedback.given"), "/data/themes/1", theme),
                INVALID_VALUE,
                "/data/themes/1");
    }

    @ParameterizedTest
    @EnumSource
    void shouldNeverSayWhoItIsAbout(EventType type) {
        String person = "Erika Mustermann";
        String full = Fixtures.with(Fixtures.text(type.id()), "/subject", "\"" + person + "\"");
        String quoted = "\"" + person + "\"";
        List<String> values = List.of(
                quoted,
                "[" + quoted + "]",
                "[{\"metric\":[" + quoted + "]}]",
                "{" + quoted + ":1}",
                "\"" + person + "\\n\"",
                "\"" + (person + " ").repeat(20) + "\"",
                quoted + quoted,
                "7",
                "null");

        List<Rejected> rejected = Fixtures.pointers(full).stream()
                .flatMap(pointer -> values.stream().map(value -> Fixtures.with(full, pointer, value)))
                .map(json -> Fixtures.read(json) instanceof Rejected refusal ? refusal : null)
                .filter(Objects::nonNull)
                .toList();

        assertThat(rejected).hasSizeGreaterThan(30).allSatisfy(refusal -> {
            assertThat(refusal.message()).doesNotContain("Erika").isNotBlank();
            assertThat(refusal.pointer()).doesNotContain("Erika");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/id", "/source", "/subject", "/data/comment", "/data/themes/0"})
    void shouldRefuseHalfACharacter(String pointer) {
        String feedback = Fixtures.text("feedback.given");

        for (String half : List.of("\\ud83d", "a\\ude00b", "\\ude00\\ud83d")) {
            assertRejected(Fixtures.with(feedback, pointer, '"' + half + '"'), INVALID_VALUE, pointer);
        }
        Event whole = Fixtures.accepted(Fixtures.with(feedback, pointer, "\"\\ud83d\\ude00\""));
        assertThat(EventReader.read(whole.toJson())).isEqualTo(new Accepted(whole));
    }

    @ParameterizedTest
    @EnumSource
    void shouldAnswerWhateverTheBytesAre(EventType type) {
        long seed = 4_711L;
        Random random = new Random(seed);
        byte[] original = Fixtures.text(type.id()).getBytes(StandardCharsets.UTF_8);
        byte[] alphabet = "{}[]\",:0123456789eE+-.\\unTZP \u0000\u00e9".getBytes(StandardCharsets.UTF_8);

        for (int i = 0; i < 1_000; i++) {
            byte[] bytes = original.clone();
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                bytes[random.nextInt(bytes.length)] = alphabet[random.nextInt(alphabet.length)];
            }
            if (EventReader.read(bytes) instanceof Accepted accepted) {
                assertThat(EventReader.read(accepted.event().toJson()))
                        .as("change %s of seed %s", i, seed)
                        .isEqualTo(accepted);
            }
        }
    }

    @Test
    void shouldReadTheSameFromATree() {
        assertThat(EventReader.read(Fixtures.tree(OUTCOME))).isEqualTo(Fixtures.read(OUTCOME));
    }

    private static String list(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> "\"theme " + i + "\"")
                .toList()
                .toString();
    }

    private static void assertLongest(String json, String pointer, int limit) {
        Fixtures.accepted(Fixtures.with(json, pointer, "\"" + "x".repeat(limit) + "\""));
        Rejected rejected = Fixtures.rejected(Fixtures.with(json, pointer, "\"" + "x".repeat(limit + 1) + "\""));
        assertRejected(rejected, TOO_LARGE, pointer);
        assertThat(rejected.message()).contains(Integer.toString(limit + 1), Integer.toString(limit));
    }

    private static void assertRejected(String json, RejectionReason reason, String pointer) {
        assertRejected(Fixtures.rejected(json), reason, pointer);
    }

    private static void assertRejected(Rejected rejected, RejectionReason reason, String pointer) {
        assertThat(Stream.of(rejected.reason(), rejected.pointer()))
                .as(rejected.message())
                .containsExactly(reason, pointer);
    }
}
