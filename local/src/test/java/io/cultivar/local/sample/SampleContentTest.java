package io.cultivar.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import io.cultivar.metricsapi.page.Browser;
import io.cultivar.metricsapi.tables.Dataset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever looks at the sample company sees something everywhere: no table, file or chart is empty. */
@ExtendWith(SharedSampleAnswers.class)
class SampleContentTest {

    private static final Pattern FIGURE = Pattern.compile(
            "<section class=\"figure\" id=\"([^\"]+)\">(.*?)</section>", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"[^\"]+-data\">(.*?)</script>", Pattern.DOTALL);
    private static final Pattern NUMBER_IN_TABLE = Pattern.compile("<td class=\"number\">[^<]*[0-9]");

    /** Charts without a single mark, as a list of what they are drawn from. */
    private static final String UNMARKED = """
            return [...document.querySelectorAll('.chart')]
                .filter(chart => !chart.querySelector('%s')).map(chart => chart.dataset.source)""".formatted(Browser.MARKS);

    /** A chart of a page: what its script is given, and the table beside it; the scenario's has none. */
    private record Chart(JsonNode data, String html) {

        boolean hasTable() {
            return html.contains("<tbody>");
        }

        boolean hasNumberInTable() {
            return NUMBER_IN_TABLE.matcher(html).find();
        }

        boolean hasMarks() {
            return !numbers(data).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Dataset.class)
    void shouldHaveANumberInEveryTable(Dataset dataset, SampleAnswers sample) throws Exception {
        assertThat(sample.data(dataset.path()))
                .isNotEmpty()
                .anyMatch(row -> !numbers(row).isEmpty());
    }

    @Test
    void shouldExportEveryTableAsItIsAnsweredAndNoneEmpty(SampleAnswers sample) throws Exception {
        // when
        Map<String, String> files = SampleAnswers.unzip(sample.get("/v1/exports/all.zip"));

        // then
        assertThat(files).hasSize(Dataset.values().length + 1);
        for (Dataset dataset : Dataset.values()) {
            String file = Objects.requireNonNull(files.get(dataset.fileName() + ".csv"));
            assertThat(file.lines()).as(dataset.fileName()).hasSizeGreaterThan(1);
            // Trends are exported by their finest periods.
            String request = dataset.path() + ".csv" + (dataset == Dataset.TRENDS ? "?bucket=finest" : "");
            assertThat(file).isEqualTo(sample.text(request));
        }
    }

    @Test
    void shouldDrawWhatTheTablesHave(SampleAnswers sample) throws Exception {
        int drawn = 0;
        for (String page : pages(sample)) {
            for (Map.Entry<String, Chart> figure : charts(sample, page).entrySet()) {
                Chart chart = figure.getValue();
                assertThat(chart.hasMarks())
                        .as(page + ' ' + figure.getKey())
                        .isEqualTo(!chart.hasTable() || chart.hasNumberInTable());
                drawn += chart.hasMarks() ? 1 : 0;
            }
        }
        assertThat(charts(sample, "/"))
                .hasSize(4)
                .allSatisfy((id, chart) -> assertThat(chart.hasMarks()).as(id).isTrue());
        assertThat(drawn).isGreaterThan(4 + 5 * 10);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 1_400})
    void shouldHaveMarksInEveryChartThatABrowserDraws(int width, SampleAnswers sample) throws Exception {
        try (Browser browser = Browser.start()) {
            for (String page : pages(sample)) {
                // given
                List<String> withoutNumbers = charts(sample, page).entrySet().stream()
                        .filter(chart -> !chart.getValue().hasMarks())
                        .map(chart -> chart.getKey() + "-data")
                        .toList();

                // when
                browser.as(width, false).open(sample.url(page));

                // then
                assertThat(browser.problems()).as(page).isEmpty();
                assertThat(browser.run(UNMARKED)).as(page).isEqualTo(withoutNumbers);
            }
        }
    }

    /** The page of the company and that of each program. */
    private static List<String> pages(SampleAnswers sample) throws Exception {
        List<String> pages = sample.programs().stream()
                .map(program -> "/programs/" + program)
                .toList();
        assertThat(pages).hasSize(13);
        return Stream.concat(Stream.of("/"), pages.stream()).toList();
    }

    private static Map<String, Chart> charts(SampleAnswers sample, String page) throws Exception {
        Map<String, Chart> charts = new LinkedHashMap<>();
        Matcher figures = FIGURE.matcher(sample.text(page));
        while (figures.find()) {
            Matcher data = DATA.matcher(figures.group(2));
            assertThat(data.find()).as(page + ' ' + figures.group(1)).isTrue();
            charts.put(
                    figures.group(1),
                    new Chart(Json.tree(data.group(1).getBytes(StandardCharsets.UTF_8)), figures.group(2)));
        }
        return charts;
    }

    /** All numbers in it that are not beside the word that they are withheld. */
    private static List<JsonNode> numbers(JsonNode node) {
        if (node.isNumber()) {
            return List.of(node);
        }
        List<JsonNode> numbers = new ArrayList<>();
        if (!node.path("withheld").isTextual()) {
            node.valueStream().forEach(part -> numbers.addAll(numbers(part)));
        }
        return numbers;
    }
}
