package io.cultivar.metricsapi.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.TreatmentStart;
import io.cultivar.metricsapi.published.SamplePage;
import io.cultivar.metricsapi.published.SamplePrograms;
import io.cultivar.metricsapi.published.SampleReturns;
import io.cultivar.metricsapi.published.Withholding;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramPageTest {

    private final String page = page(SamplePage.winner());

    @Test
    void shouldSayWhatItReturnedAndHowSureThatIs() {
        assertThat(page)
                .contains("Expand: an ROI of 140 % (95 % interval 65 % to 215 %), evidence grade B: A control group")
                .contains("<dt>People compared</dt><dd class=\"value\">48 trained</dd>")
                .contains("External; by acme; skill area sales; classroom; people came into it: ");
    }

    @Test
    void shouldShowWhatItDidToEachMetric() {
        assertThat(page).containsPattern("""
                <tr><td>[^<]* \\(judged by this\\)</td><td class="number">\\+?[0-9.]+</td>\
                <td class="number">[^<]+ to [^<]+</td>""");
    }

    @Test
    void shouldShowMonthsWithTheirIntervalsAndSayWhichAreWithheld() {
        // given a mean of 101 over 40 people with standard deviation 12.5: half the interval is 2.0227 * 12.5 /
        // sqrt(40)
        assertThat(page)
                .contains("""
                <tr><td>2025-01</td><td>Trained</td><td class="number">101</td><td class="number">97 to 105</td>\
                <td class="number">40</td></tr>
                """)
                .contains("""
                <tr><td>2025-12</td><td>Control</td><td colspan="3">%s</td></tr>
                """.formatted(PageWords.WITHHELD))
                .contains("1 period of an arm is withheld: too few people.");
    }

    private static TreatmentStart start(int month, boolean most) {
        return new TreatmentStart(LocalDate.of(2025, month, 1), most, null, null);
    }

    @Test
    void shouldSayWhenTrainingBegan() {
        assertThat(page(SamplePage.winner(List.of(start(3, true)), List.of())))
                .contains("; training began in March 2025 for most;")
                .contains("\"starts\":[\"2025-03-01\"]");
        assertThat(page(SamplePage.winner(List.of(start(3, false)), List.of())))
                .contains("; training began in March 2025 for some;");
        assertThat(page(SamplePage.winner(List.of(start(3, true), start(4, false)), List.of())))
                .contains("; training began in the periods from 2025-03-01, 2025-04-01, for most in March 2025;");
        assertThat(page(SamplePage.winner(List.of(), List.of())))
                .doesNotContain("training began")
                .contains("\"starts\":[]");
    }

    @Test
    void shouldSayWhenTurnsCame_ofCohortsThatArePublished() {
        assertThat(page(SamplePage.winner(List.of(), SamplePrograms.winner().staggered())))
                .contains("; training began in March 2026 for some;");
    }

    @Test
    void shouldShowWhoStayedWithTheNumbersAtRisk() {
        assertThat(page)
                .contains("""
                <tr><td>Control</td><td class="number">30</td><td class="number">97.0 % (92.0 % to 98.5 %)</td>\
                <td class="number">49</td><td class="number">1</td></tr>
                """)
                .contains(
                        "hazard ratio 0.223 (95 % interval 0.0314 to 1.58, for one look; below 1 the trained leave less)");
    }

    @Test
    void shouldShowTheCostUpToTheWhole() {
        assertThat(page).contains("<td>Cost in all</td>").contains("it brought in EUR 57,600 (95 % interval");
    }

    @Test
    void shouldOfferTheAssumptionsThatMatter() {
        assertThat(page)
                .contains("one unit of sales is worth EUR 100", "a leaver costs EUR 12,000")
                .contains("<label for=\"leaverCostShare\">", "value=\"24\" data-scale=\"100\"")
                .contains("<form id=\"what-if-form\" hidden>", "<noscript>");
    }

    @ParameterizedTest
    @CsvSource({"12000, 24, 200", "100000, 200, 200", "155000, 310, 310"})
    void shouldLetASliderReachWhatIsPublished(double costPerLeaver, int share, int most) {
        assertThat(page(SamplePrograms.returning(SampleReturns.leaving(costPerLeaver))))
                .contains("id=\"leaverCostShare\" min=\"0\" max=\"%d\" step=\"1\" value=\"%d\"".formatted(most, share))
                .contains("<output for=\"leaverCostShare\">%d %% of a yearly salary</output>".formatted(share));
    }

    @Test
    void shouldShowThePublishedReturnBelowTheSliders_evenWithoutScripts() {
        assertThat(page).contains("""
                <tr><td>As published</td><td class="number">140 %</td><td class="number">65 % to 215 %</td>\
                <td class="number">EUR 33,600</td><td class="number">EUR 15,600 to EUR 51,600</td>\
                <td class="decision">Expand</td></tr>
                <tr id="what-if-row" hidden>""");
    }

    @Test
    void shouldGiveEachChartATable() {
        assertThat(page.split("<div class=\"chart\"", -1)).hasSize(1 + 5);
        assertThat(page.split("<details", -1)).hasSize(1 + 5);
    }

    @Test
    void shouldShowNoFigureOfWhatIsWithheld() {
        String withheld = page(Withholding.redacted(SamplePage.winner()));
        String marked = page(Withholding.marked(SamplePage.winner()));

        assertThat(List.of(withheld, marked)).noneMatch(text -> text.contains("training began"));
        assertThat(withheld).contains(PageWords.WITHHELD).doesNotContain("140 %", "57,600", "what-if-form");
        assertThat(marked)
                .contains(PageWords.WITHHELD)
                .doesNotContain("140 %", "57,600", "24,0", "97.0 %", "<td class=\"number\">101<", "what-if-form");
    }

    @Test
    void shouldSayOfAProgramThatNobodyDefined() {
        assertThat(page(SamplePrograms.undefined()))
                .contains("<h1>mystery</h1>", "Not defined yet.")
                .doesNotContain("class=\"chart\"", "NaN", "null");
    }

    @ParameterizedTest
    @CsvSource({
        "crm-mastery, /programs/crm-mastery",
        "a/b, /programs/a/b",
        "'50 % + ä', /programs/50%20%25%20%2B%20%C3%A4",
        "'\"><script>', /programs/%22%3E%3Cscript%3E"
    })
    void shouldHaveAnAddressForEveryId(String program, String path) {
        assertThat(ProgramPage.path(program)).isEqualTo(path);
    }

    private static String page(ProgramResult program) {
        return ProgramPage.render(SamplePrograms.snapshot(List.of(program)), program)
                .replace('\u00a0', ' ');
    }
}
