package io.cultivar.metricsapi.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import io.cultivar.contract.Term;
import io.cultivar.contract.result.Decision;
import io.cultivar.metricsapi.explained.Plain;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The sliders of a program's page as a reader moves them, in a real browser before a real server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenarioBrowserTest {

    private static final List<String> PUBLISHED =
            List.of("140 %", "65 % to 215 %", "EUR 33,600", "EUR 15,600 to EUR 51,600", "Expand");
    private static final List<String> NO_ANSWER = List.of("", "", "", "", "no answer");

    @AutoClose
    private final PageInBrowser page = new PageInBrowser();

    private final Browser browser = page.browser();

    @BeforeEach
    void open() {
        page.open("/programs/negotiation", 1_400, false);
    }

    @Test
    void shouldAskForAnotherReturnWhenASliderIsMoved() throws Exception {
        assertThat(browser.texts("#what-if-answer")).containsExactly("");
        assertThat(numbers("#what-if-row")).isEqualTo(PUBLISHED);

        // when the cost is moved from 100 % to 105 % by keyboard
        moveTheCost("What if: ROI");

        // then the answer is the server's, and the chart and its table show both
        JsonNode told = told("{\"program\":\"negotiation\",\"costFactor\":1.05}");
        String roi = percent(told.at("/roi/value"));
        assertThat(browser.texts("#what-if-answer").get(0)).contains("ROI " + roi);
        assertThat(browser.texts("output[for=costFactor]")).containsExactly("105 % of what was posted");
        assertThat(browser.texts("#what-if .chart text")).contains("As published", "What if");
        assertThat(browser.all("#what-if .chart g[aria-label=dot] path")).hasSize(2);
        assertThat(numbers("tbody tr:first-child")).isEqualTo(PUBLISHED);
        JsonNode net = told.at("/netBenefit/alwaysValid");
        assertThat(numbers("#what-if-row"))
                .containsExactly(
                        roi,
                        percent(told.at("/roi/alwaysValid/lower")) + " to "
                                + percent(told.at("/roi/alwaysValid/upper")),
                        euros(told.at("/netBenefit/value")),
                        euros(net.path("lower")) + " to " + euros(net.path("upper")),
                        PageWords.decision(
                                Term.find(Decision.class, told.get("decision").textValue())
                                        .orElseThrow()));
        assertThat(browser.problems()).isEmpty();

        // and goes when everything is as published again
        reset();
        assertThat(browser.find(By.id("costFactor")).getDomProperty("value")).isEqualTo("100");
    }

    @Test
    void shouldShowNoOldAnswerWhereTheServerRefusesANewOne() {
        moveTheCost("What if: ROI");

        // when the slider asks for more than anybody may assume
        browser.run("document.getElementById('costFactor').dataset.scale = '1e-9'");
        moveTheCost("That cannot be computed: costFactor must lie between 0 and 1000000000.");

        shouldShowThePublishedAlone();
        reset();
    }

    @Test
    void shouldShowNoOldAnswerWhereTheServerIsNotReached() {
        moveTheCost("What if: ROI");

        browser.offline(true);
        moveTheCost("The server cannot be reached: ");
        browser.offline(false);

        shouldShowThePublishedAlone();
        moveTheCost("What if: ROI");
        assertThat(browser.all("#what-if .chart g[aria-label=dot] path")).hasSize(2);
        reset();
    }

    @Test
    void shouldNameItsSigns() {
        assertThat(browser.texts("#what-if .key span"))
                .contains("● Expand", "◇ Not proven yet", "dashed: interval for one look only");
    }

    private void shouldShowThePublishedAlone() {
        assertThat(browser.all("#what-if .chart g[aria-label=dot] path")).hasSize(1);
        assertThat(browser.texts("#what-if .chart text")).contains("What if", "no answer");
        assertThat(numbers("tbody tr:first-child")).isEqualTo(PUBLISHED);
        assertThat(numbers("#what-if-row")).isEqualTo(NO_ANSWER);
    }

    private void moveTheCost(String answer) {
        browser.find(By.id("costFactor")).sendKeys(Keys.ARROW_RIGHT);
        browser.until("return document.getElementById('what-if-answer').textContent.startsWith('" + answer + "')");
    }

    private void reset() {
        browser.find(By.cssSelector("#what-if-form button")).click();
        browser.until("return document.getElementById('what-if-answer').textContent === ''");
        assertThat(numbers("#what-if-row")).isEqualTo(PUBLISHED);
        assertThat(browser.all("#what-if .chart g[aria-label=dot] path")).hasSize(2);
    }

    /** Of a row, without its name. */
    private List<String> numbers(String row) {
        return browser.texts("#what-if " + row + " td:not(:first-child)");
    }

    private JsonNode told(String asked) throws Exception {
        String body = page.api().post("/v1/roi/scenarios", asked).body();
        return Json.tree(body.getBytes(StandardCharsets.UTF_8)).at("/data/0");
    }

    private static String percent(JsonNode ratio) {
        return Plain.percent(ratio.doubleValue());
    }

    private static String euros(JsonNode amount) {
        return Plain.money("EUR", amount.doubleValue());
    }
}
