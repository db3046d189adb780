package io.cultivar.metricsapi.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import io.cultivar.contract.Term;
import io.cultivar.contract.result.Decision;
import io.cultivar.metricsapi.ApiUnderTest;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The pages as a reader meets them, in a real browser before a real server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageBrowserTest {

    private static final String PROGRAM = "/programs/negotiation";
    private static final int WIDE = 1_400;

    @AutoClose
    private final PageInBrowser page = new PageInBrowser();

    private final Browser browser = page.browser();
    private final ApiUnderTest api = page.api();

    @ParameterizedTest
    @ValueSource(strings = {"/", PROGRAM, "/programs/unproven/one", "/programs/coaching", "/programs/mystery"})
    void shouldLoadWithoutAnyErrorInTheConsole(String path) {
        page.open(path, WIDE, false);

        assertThat(browser.problems()).isEmpty();
    }

    @Test
    void shouldNoticeWhatThePolicyForbids() {
        page.open("/", WIDE, false);

        // when somebody had slipped a style of his own into the page
        browser.run("const own = document.createElement('style'); own.textContent = 'p { color: red }';"
                + " document.head.append(own)");

        assertThat(browser.problems()).hasSize(1).first().asString().contains("Content Security Policy");
    }

    @ParameterizedTest
    @CsvSource({"/, 4", PROGRAM + ", 5"})
    void shouldDrawMarksInEveryChart(String path, int charts) {
        page.open(path, WIDE, false);

        List<WebElement> drawn = browser.all(".chart");
        assertThat(drawn).hasSize(charts).allSatisfy(chart -> {
            String source = Objects.requireNonNull(chart.getDomAttribute("data-source"));
            assertThat(chart.findElements(By.cssSelector(Browser.MARKS)))
                    .as(source)
                    .isNotEmpty();
        });
    }

    @Test
    void shouldDrawEachProgramOnceAndTheZeroLine() {
        page.open("/", WIDE, false);

        assertThat(browser.all("#returns .chart g[aria-label=dot] path")).hasSize(3);
        assertThat(browser.all("#returns .chart g[aria-label=rule] line"))
                .filteredOn(line -> "var(--zero)".equals(stroke(line)))
                .hasSize(1);
        assertThat(browser.texts("#returns .chart text")).contains("withheld: too few people", "not defined yet");
    }

    @ParameterizedTest
    @CsvSource({
        PROGRAM + ", var(--trained), var(--trained), ● benefit",
        "/programs/unproven/one, var(--open), var(--paper), '◇ benefit, not proven yet'"
    })
    void shouldDrawABenefitThatIsNotProvenInGrey(String path, String stroke, String fill, String key) {
        page.open(path, WIDE, false);

        assertThat(browser.all("#costs .chart g[aria-label=dot] path, #costs .chart g[aria-label=dot] circle"))
                .singleElement()
                .satisfies(dot -> assertThat(stroke(dot)).isEqualTo(stroke))
                .satisfies(dot -> assertThat(inherited(dot, "fill")).isEqualTo(fill));
        assertThat(browser.texts("#costs .key span")).first().isEqualTo(key);
        assertThat(browser.all("#costs .chart g[aria-label=rule] line"))
                .filteredOn(line -> stroke.equals(stroke(line)))
                .hasSize(1);
    }

    @Test
    void shouldDrawWhenTrainingBegan() {
        page.open(PROGRAM, WIDE, false);

        // Of the treatment arm in March 2025, of a cohort of the roll-out a year later.
        assertThat(browser.all("#trend-sales .chart g[aria-label=rule] line"))
                .filteredOn(line -> "2,3".equals(dashes(line)))
                .hasSize(2);
        assertThat(browser.texts("#trend-sales")).first().asString().contains("dotted line: training begins");
    }

    private static String dashes(WebElement line) {
        return inherited(line, "stroke-dasharray");
    }

    private static String stroke(WebElement line) {
        return inherited(line, "stroke");
    }

    private static String inherited(WebElement mark, String attribute) {
        String own = mark.getDomAttribute(attribute);
        return own == null ? String.valueOf(mark.findElement(By.xpath("..")).getDomAttribute(attribute)) : own;
    }

    @Test
    void shouldHaveTheApisReturnsInItsTable() throws Exception {
        page.open("/", WIDE, false);
        Map<String, List<String>> rows = new TreeMap<>();
        browser.all("#returns table tbody tr")
                .forEach(row -> rows.put(
                        row.findElement(By.tagName("a")).getDomAttribute("href"),
                        row.findElements(By.tagName("td")).stream()
                                .map(cell -> String.valueOf(cell.getDomProperty("textContent")))
                                .toList()));

        JsonNode programs = data("/v1/roi");

        assertThat(programs).hasSameSizeAs(rows.keySet());
        for (JsonNode program : programs) {
            List<String> row = Objects.requireNonNull(
                    rows.get(ProgramPage.path(program.get("program").textValue())), program.toString());
            assertThat(row.get(1)).isEqualTo(percent(program.at("/roi/value")));
            assertThat(row.get(2)).startsWith(interval(program));
            assertThat(row.get(4)).isEqualTo(decision(program));
        }
    }

    private static String percent(JsonNode ratio) {
        return ratio.isMissingNode() ? "" : Math.round(ratio.doubleValue() * 100) + " %";
    }

    private static String interval(JsonNode program) {
        JsonNode roi = program.path("roi");
        JsonNode ends = roi.has("alwaysValid") ? roi.get("alwaysValid") : roi;
        return roi.isMissingNode() ? "" : percent(ends.path("lower")) + " to " + percent(ends.path("upper"));
    }

    private static String decision(JsonNode program) {
        if (!program.has("roi")) {
            return "";
        }
        return PageWords.decision(
                Term.find(Decision.class, program.get("decision").textValue()).orElseThrow());
    }

    private JsonNode data(String path) throws Exception {
        return Json.tree(api.get(path).body().getBytes(StandardCharsets.UTF_8)).get("data");
    }

    @Test
    void shouldHaveTheApisMonthsInTheTrendsTable() throws Exception {
        page.open(PROGRAM, WIDE, false);

        JsonNode months = data("/v1/trends?program=negotiation&metric=sales");

        List<String> rows = browser.texts("#trend-sales table tbody tr");
        assertThat(rows).hasSize(24).hasSameSizeAs(months);
        months.forEach(month -> assertThat(rows)
                .as(month.toString())
                .anyMatch(row -> row.startsWith(month.get("month").asText()
                                + (month.get("arm").asText().equals("treatment") ? "Trained" : "Control"))
                        && row.contains(
                                month.has("withheld")
                                        ? "Withheld"
                                        : PageWords.number(month.get("mean").doubleValue()))));
    }

    @ParameterizedTest
    @CsvSource({"/, 400", "/, 1400", PROGRAM + ", 400", PROGRAM + ", 1400", "/programs/coaching, 400"})
    void shouldNeverBeWiderThanTheScreen(String path, int width) {
        page.open(path, width, false);
        browser.run("document.querySelectorAll('details').forEach(table => { table.open = true; })");

        assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo((long) width);
    }

    @Test
    void shouldBeWalkedByKeyboard() {
        page.open(PROGRAM, WIDE, false);
        long stops = browser.all("a[href], .chart, summary, input, button").size();
        Set<String> met = new HashSet<>();

        for (long i = 0; i < stops; i++) {
            browser.type(Keys.TAB);
            WebElement at = browser.focused();
            assertThat(browser.run("return document.activeElement.matches(':focus-visible')"))
                    .isEqualTo(true);
            met.add(at.getTagName() + String.valueOf(at.getDomAttribute("class")));
        }

        assertThat(met).contains("anull", "divchart", "summarynull", "inputnull", "buttonnull");
    }

    @Test
    void shouldReadOutMarkAfterMarkByArrowKeys() {
        page.open("/", WIDE, false);
        browser.run("document.querySelector('#returns .chart').focus()");

        browser.type(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        assertThat(browser.texts("#returns .readout").get(0))
                .startsWith("2 of 5: ")
                .contains("25 %", "Not proven yet");

        browser.type(Keys.END);
        assertThat(browser.texts("#returns .readout").get(0))
                .startsWith("5 of 5: ")
                .contains("not defined yet");
    }

    @Test
    void shouldOpenAllTablesOnPaperAndCloseThemAfterwards() {
        page.open("/", WIDE, false);

        browser.run("dispatchEvent(new Event('beforeprint'))");
        assertThat(browser.all("details:not([open])")).isEmpty();

        browser.run("dispatchEvent(new Event('afterprint'))");
        assertThat(browser.all("details:not([open])")).isNotEmpty();
    }
}
