package io.cultivar.metricsapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.result.Decision;
import io.cultivar.contract.result.Grade;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageTest {

    private final String page = Page.render(Optional.of(SamplePrograms.snapshot()));

    @Test
    void shouldShowAProgramWithItsIntervalGradeDecisionAndReasons() {
        assertThat(page).contains("""
                <tr><td>Negotiation &lt;for&gt; &quot;sales&quot; &amp; &#39;service&#39;</td>\
                <td class="number">140 %</td><td class="number">65 % to 215 %</td>\
                <td>B: A control group that was not drawn by lot; all guards pass.</td>\
                <td class="decision">Expand</td>\
                <td>Returns more than it costs: the whole interval is above zero. \
                Provisional: some after-windows are still open. \
                The arms differed by 0.05 to 0.25 standard deviations before the program: look at the adjusted effect. \
                People came into their arms in different ways; the weakest is shown.</td></tr>
                """);
    }

    @Test
    void shouldShowNoNumberOfWhatIsWithheldOrNotEstimable() {
        assertThat(page).contains("""
                <tr><td>Coaching</td><td class="number"></td><td class="number"></td><td></td><td class="decision"></td>\
                <td>Withheld: too few people stand behind it to be shown.</td></tr>
                """).contains("""
                <tr><td>mystery</td><td class="number"></td><td class="number"></td><td></td><td class="decision"></td>\
                <td>Not defined yet. No program.defined event says what before and after mean.</td></tr>
                """);
    }

    @Test
    void shouldSayWhereAnIntervalIsForOneLookOnly() {
        var once = SamplePrograms.returning(
                SampleReturns.returns(SampleFigures.fixedBounded(-0.5, -0.9, -0.1), Grade.C, Decision.STOP_OR_FIX));

        assertThat(Page.render(Optional.of(SamplePrograms.snapshot(List.of(once)))))
                .contains("<td class=\"number\">-90 % to -10 % (one look)</td>", "<td class=\"decision\">Stop or fix</td>");
    }

    @Test
    void shouldShowProvidersAndEscapeThem() {
        assertThat(page).contains("""
                <tr><td>acme</td><td class="number">EUR 16,321
                USD 10</td><td class="number">80 %
                100 %</td><td>2026-12-31</td>\
                <td>on-time &lt;delivery&gt;: 0.9, agreed 0.95; missed in 2 of 6 periods
                response-hours: 4, agreed 8; missed in 0 of 6 periods</td></tr>
                """);
    }

    @Test
    void shouldShowSkillGapsAndSayWhereTheyAreWithheld() {
        assertThat(page).contains("""
                <tr><td>haggling</td><td>sales</td><td class="number">4</td><td class="number">3.0</td>\
                <td class="number">18</td><td class="number">30</td></tr>
                """).contains("""
                <tr><td>welding</td><td>plant</td><td class="number">3</td>\
                <td colspan="3">Withheld: too few people stand behind it to be shown.</td></tr>
                """);
    }

    @Test
    void shouldLeaveOutTablesThatHaveNoRows() {
        assertThat(Page.render(Optional.of(SamplePrograms.snapshot(List.of(), null, null))))
                .doesNotContain("Providers", "Skill gaps")
                .contains("0 programs, as of 2026-06-30");
    }

    @Test
    void shouldOfferEveryDatasetEvenWithoutData() {
        String empty = Page.render(Optional.empty());

        assertThat(empty).contains("Not ready").doesNotContain("<table");
        for (Dataset dataset : Dataset.values()) {
            assertThat(empty).contains("<a href=\"" + dataset.path() + "\">");
        }
    }

    @Test
    void shouldBeReadableInTheDarkAndOnPaper() {
        assertThat(Page.STYLE).contains("@media (prefers-color-scheme: dark)", "@media print");
    }
}
