package io.cultivar.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.event.EventType;
import io.cultivar.contract.result.Grade;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnumTermsTest {

    /** Every vocabulary of the module, found among its classes, so that none is forgotten. */
    static List<Class<?>> vocabularies() throws IOException, URISyntaxException {
        Path classes = Path.of(
                Term.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && name.contains("contract") && !name.contains("-info"))
                    .<Class<?>>map(EnumTermsTest::load)
                    .filter(type -> type.isEnum() && Term.class.isAssignableFrom(type))
                    .toList();
        }
    }

    @Test
    void shouldFindTheVocabularies() throws Exception {
        assertThat(vocabularies()).contains(EventType.class).hasSizeGreaterThanOrEqualTo(16);
    }

    /** Event types have a dot; grades are the letters that people know. */
    private static final Map<Class<?>, String> FORMS = Map.of(EventType.class, "[a-z]+\\.[a-z]+", Grade.class, "[A-E]");

    @ParameterizedTest
    @MethodSource("vocabularies")
    void shouldWriteTermsInKebabCase(Class<?> vocabulary) {
        List<String> ids = Arrays.stream(vocabulary.getEnumConstants())
                .map(term -> ((Term) term).id())
                .toList();
        String form = FORMS.getOrDefault(vocabulary, "[a-z]+(-[a-z]+)*");

        assertThat(ids).isNotEmpty().doesNotHaveDuplicates().allMatch(id -> id.matches(form), "has the form " + form);
    }

    @ParameterizedTest
    @MethodSource("vocabularies")
    void shouldReadBackEveryTermByItsId(Class<?> vocabulary) {
        for (Object term : vocabulary.getEnumConstants()) {
            byte[] json = Json.write(term);

            assertThat(json).asString().isEqualTo('"' + ((Term) term).id() + '"');
            assertThat((Object) Json.read(json, vocabulary)).isSameAs(term);
        }
    }

    @Test
    void shouldFindNoTermByAnythingElse() {
        assertThat(Term.find(EventType.class, "OUTCOME_MEASURED")).isEmpty();
        assertThat(Term.find(EventType.class, "outcome.measured")).contains(EventType.OUTCOME_MEASURED);
    }

    private static Class<?> load(String file) {
        String name = file.substring(0, file.length() - ".class".length()).replaceAll("[/\\\\]", ".");
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
