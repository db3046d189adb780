package io.cultivar.contract.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cultivar.contract.Json;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultRoundTripTest {

    private static final List<Class<? extends Record>> RESULTS = List.of(
            ProgramResult.class, CompanyResult.class, PortfolioResult.class, PipelineResult.class, Publication.class);

    static List<Class<? extends Record>> results() {
        return RESULTS;
    }

    @ParameterizedTest
    @MethodSource("results")
    void shouldReadBackAFullResult(Class<? extends Record> type) {
        Record full = FilledRecords.full(type);

        assertThat(readBack(full)).isEqualTo(full);
        assertThat(Json.write(readBack(full))).isEqualTo(Json.write(full));
    }

    @ParameterizedTest
    @MethodSource("results")
    void shouldReadBackAResultOfWhichLittleIsKnown(Class<? extends Record> type) {
        Record sparse = FilledRecords.sparse(type);

        assertThat(readBack(sparse)).isEqualTo(sparse);
        assertThat(new String(Json.write(sparse), StandardCharsets.UTF_8)).doesNotContain("null");
    }

    @Test
    void shouldFillComponentsThatCanBeToldApart() {
        // The filler would prove nothing if it gave equal values.
        SkillGap gap = FilledRecords.full(SkillGap.class);

        assertThat(gap.employees()).isNotEqualTo(gap.assessed());
        assertThat(gap.meanLevel()).isNotEqualTo(gap.meanGap());
    }

    static Stream<Arguments> doubles() {
        List<Arguments> found = new ArrayList<>();
        RESULTS.stream()
                .flatMap(type -> FilledRecords.within(type).stream())
                .distinct()
                .forEach(type -> {
                    for (RecordComponent component : type.getRecordComponents()) {
                        if (component.getType() == double.class || component.getType() == Double.class) {
                            found.add(Arguments.of(type, component.getName()));
                        }
                    }
                });
        return found.stream();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("doubles")
    void shouldTakeNoNumberThatIsNotFinite(Class<? extends Record> type, String name) {
        Record full = FilledRecords.full(type);

        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatIllegalArgumentException().isThrownBy(() -> FilledRecords.with(full, name, value));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void shouldTakeNoConcentrationThatIsNotFinite(double value) {
        PortfolioResult full = FilledRecords.full(PortfolioResult.class);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> FilledRecords.with(full, "concentration", Map.of("EUR", value)));
    }

    private static Record readBack(Record result) {
        return Json.read(Json.write(result), result.getClass());
    }
}
