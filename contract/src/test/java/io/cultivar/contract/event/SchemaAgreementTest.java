package io.cultivar.contract.event;

import static io.cultivar.contract.event.RejectionReason.INVALID_VALUE;
import static io.cultivar.contract.event.RejectionReason.MISSING_FIELD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.cultivar.contract.Term;
import io.cultivar.contract.event.Decoded.Accepted;
import io.cultivar.contract.event.Decoded.Rejected;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schemas and {@link EventReader} take and refuse the same events. */
class SchemaAgreementTest {

    private static final String BASE = "https://example.org/schemas";

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaIdResolvers(resolvers -> resolvers.mapPrefix(BASE, "classpath:schemas")));

    /** Required only because of something else that a full fixture holds. */
    private static final Set<String> REQUIRED_BESIDE = Set.of(
            "/data/score/max",
            "/data/outcomes/0/metric",
            "/data/outcomes/0/currency",
            "/data/outcomes/0/isolation/factor",
            "/data/outcomes/0/isolation/confidence",
            "/data/currency",
            "/data/exchangeRates/GBP",
            "/data/cap/min",
            "/data/cap/max");

    static Stream<String> schemas() {
        return Stream.concat(Stream.of("common"), Term.ids(EventType.class).stream());
    }

    static Stream<String> fixtures() {
        return Fixtures.names();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void shouldBeASchemaItself(String name) {
        assertThat(SCHEMAS.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()))
                        .validate(Fixtures.resource("/schemas/" + name + "/1.json"), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void shouldTakeEveryFixture(String name) {
        String json = Fixtures.text(name);

        assertThat(errors(typeOf(name), json)).isEmpty();
        assertThat(Fixtures.read(json)).isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @EnumSource
    void shouldRequireEverythingInTheMinimalFixture(EventType type) {
        String minimal = Fixtures.text(Fixtures.minimal(type));

        for (String pointer : Fixtures.pointers(minimal)) {
            for (String json : List.of(Fixtures.without(minimal, pointer), Fixtures.with(minimal, pointer, "null"))) {
                assertThat(errors(type.id(), json)).as("schema on %s", json).isNotEmpty();
                assertMissing(json, pointer);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldAgreeOnEveryAbsentFieldOfTheFullFixture(EventType type) {
        String full = Fixtures.text(type.id());
        Set<String> required = new HashSet<>(REQUIRED_BESIDE);
        required.addAll(Fixtures.pointers(Fixtures.text(Fixtures.minimal(type))));

        for (String pointer : Fixtures.pointers(full)) {
            for (String json : List.of(Fixtures.without(full, pointer), Fixtures.with(full, pointer, "null"))) {
                boolean accepted = assertAgreement(type, json);
                if (accepted) {
                    continue;
                }
                assertThat(required).contains(pointer);
                assertMissing(json, pointer);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldAgreeOnValuesOfAnotherType(EventType type) {
        String full = Fixtures.text(type.id());

        for (String pointer : Fixtures.pointers(full)) {
            for (String value : List.of("[]", "{}", "[[]]", "true", "\"\"", "\" \"", "\"a\\u0001b\"", "\"1e\"")) {
                assertAgreement(type, Fixtures.with(full, pointer, value));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldAgreeOnTheWordsOfEveryVocabulary(EventType type) {
        String full = Fixtures.text(type.id());

        for (RecordComponent component : dataClass(type).getRecordComponents()) {
            if (!component.getType().isEnum()) {
                continue;
            }
            String field = fieldOf(component);
            assertThat(wordsInSchema(type, field)).containsExactlyElementsOf(words(type, component));
            String wrong = Fixtures.with(full, "/data/" + field, "\"elsewhere\"");
            assertThat(errors(type.id(), wrong)).isNotEmpty();
            assertThat(Fixtures.rejected(wrong))
                    .extracting(Rejected::reason, Rejected::pointer)
                    .containsExactly(INVALID_VALUE, "/data/" + field);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldAgreeOnTheBoundsOfEveryNumber(EventType type) {
        String full = Fixtures.text(type.id());
        BigDecimal step = new BigDecimal("0.000001");

        schema(type).at("/properties/data/properties").properties().forEach(field -> {
            String pointer = "/data/" + field.getKey();
            if (field.getValue().has("minimum")) {
                BigDecimal least = field.getValue().get("minimum").decimalValue();
                BigDecimal most = field.getValue().get("maximum").decimalValue();
                for (BigDecimal value : List.of(least, most)) {
                    assertThat(assertAgreement(type, Fixtures.with(full, pointer, value.toPlainString())))
                            .as("%s at %s", value, pointer)
                            .isTrue();
                }
                for (BigDecimal value : List.of(least.subtract(step), most.add(step))) {
                    assertThat(assertAgreement(type, Fixtures.with(full, pointer, value.toPlainString())))
                            .as("%s at %s", value, pointer)
                            .isFalse();
                }
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void shouldDescribeEveryFieldOfTheRecord(EventType type) {
        assertDescribed(dataClass(type), schema(type).at("/properties/data"));
    }

    private static void assertDescribed(Class<?> record, JsonNode schema) {
        assertThat(schema.path("properties").propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(record.getRecordComponents())
                        .map(SchemaAgreementTest::fieldOf)
                        .toList());
        for (RecordComponent component : record.getRecordComponents()) {
            JsonNode property = schema.path("properties").path(fieldOf(component));
            assertThat(property.path("description").asText())
                    .as("description of %s", component)
                    .isNotBlank();
            if (component.getType().isRecord()) {
                assertDescribed(component.getType(), property);
            } else if (component.getGenericType() instanceof ParameterizedType list
                    && list.getActualTypeArguments()[0] instanceof Class<?> member
                    && member.isRecord()) {
                assertDescribed(member, property.path("items"));
            }
        }
    }

    private static boolean assertAgreement(EventType type, String json) {
        boolean accepted = Fixtures.read(json) instanceof Accepted;
        assertThat(errors(type.id(), json).isEmpty())
                .as("schema takes %s; the reader says %s", json, Fixtures.read(json))
                .isEqualTo(accepted);
        return accepted;
    }

    private static void assertMissing(String json, String pointer) {
        assertThat(Fixtures.rejected(json))
                .as("without %s: %s", pointer, json)
                .extracting(Rejected::reason, Rejected::pointer)
                .containsExactly(MISSING_FIELD, pointer);
    }

    private static List<com.networknt.schema.Error> errors(String type, String json) {
        return SCHEMAS.getSchema(SchemaLocation.of(BASE + "/" + type + "/1.json"))
                .validate(json, InputFormat.JSON);
    }

    private static String typeOf(String fixture) {
        return fixture.replace(".minimal", "");
    }

    private static JsonNode schema(EventType type) {
        return Fixtures.tree(Fixtures.resource("/schemas/" + type.id() + "/1.json"));
    }

    private static Class<?> dataClass(EventType type) {
        return Fixtures.event(type.id()).data().getClass();
    }

    private static String fieldOf(RecordComponent component) {
        return component.getName().equals("retractedType") ? "type" : component.getName();
    }

    private static List<String> wordsInSchema(EventType type, String field) {
        JsonNode words = schema(type).at("/properties/data/properties/" + field + "/enum");
        return words.valueStream()
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .toList();
    }

    private static List<String> words(EventType type, RecordComponent component) {
        return Arrays.stream(component.getType().getEnumConstants())
                .map(word -> ((Term) word).id())
                .filter(word -> type != EventType.EVENT_RETRACTED || !isFinal(word))
                .toList();
    }

    private static boolean isFinal(String word) {
        return word.equals(EventType.EVENT_RETRACTED.id()) || word.equals(EventType.EMPLOYEE_ERASED.id());
    }
}
