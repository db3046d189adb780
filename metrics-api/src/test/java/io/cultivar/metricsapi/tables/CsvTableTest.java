package io.cultivar.metricsapi.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.event.CostCategory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

    private record Row(
            @Nullable String text,
            @Nullable BigDecimal number,
            @Nullable Part part,
            List<String> list) {}

    private record Part(double value, Map<CostCategory, Integer> words, Map<String, Integer> free) {}

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)"})
    void shouldTakeTheFormulaOutOfAText(String text) {
        assertThat(line(new Row(text, null, null, List.of()))).startsWith("'" + text + ',');
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t=1", "\r=1", "\n=1"})
    void shouldTakeTheFormulaOutOfATextBehindWhiteSpace(String text) {
        assertThat(text(new Row(text, null, null, List.of()))).contains("'" + text);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {"a-b, a-b", "|a,b|, |\"a,b\"|", "say \"a\", |\"say \"\"a\"\"\"|", "2 = 1 + 1, 2 = 1 + 1"})
    void shouldQuoteOnlyWhatNeedsIt(String text, String cell) {
        assertThat(line(new Row(text, null, null, List.of()))).startsWith(cell + ',');
    }

    @Test
    void shouldLeaveNumbersNumbers() {
        assertThat(line(new Row(null, new BigDecimal("-1.50"), new Part(-0.1, Map.of(), Map.of()), List.of())))
                .startsWith("\"\",-1.50,-0.1,")
                .endsWith(",{},[]");
    }

    @Test
    void shouldWriteListsAndFreeMapsAsJson() {
        Part part = new Part(1, Map.of(CostCategory.DESIGN, 7), Map.of("=a", 1));

        assertThat(line(new Row("t", null, part, List.of("=x", "y"))))
                .contains(",7,")
                .endsWith(",\"{\"\"=a\"\":1}\",\"[\"\"=x\"\",\"\"y\"\"]\"");
    }

    @Test
    void shouldEndEveryLineInCrLf() {
        assertThat(text(new Row("a", null, null, List.of()))).matches("[^\r\n]+\r\n[^\r\n]+\r\n");
    }

    private static String line(Row row) {
        return text(row).split("\r\n", -1)[1];
    }

    private static String text(Row row) {
        return new String(CsvTable.write(Column.of(Row.class), List.of(row)), StandardCharsets.UTF_8);
    }
}
