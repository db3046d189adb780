package io.cultivar.metricsapi.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.result.Decision;
import io.cultivar.contract.result.Grade;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.metricsapi.published.SampleCompany;
import io.cultivar.metricsapi.published.SampleFigures;
import io.cultivar.metricsapi.published.SamplePrograms;
import io.cultivar.metricsapi.published.SampleReturns;
import io.cultivar.metricsapi.tables.Dataset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageTest {

    private final String page =
            Page.render(Optional.of(SamplePrograms.snapshot())).replace('\u00a0', ' ');

    @Test
    void shouldShowAProgramWithItsIntervalGradeDecisionAndReasons() {
        assertThat(page).contains("""
                <tr><td><a href="/programs/negotiation">\
                Negotiation &lt;for&gt; &quot;sales&quot; &amp; &#39;service&#39;</a></td>\
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
                <tr><td><a href="/programs/coaching">Coaching</a></td><td class="number"></td><td class="number"></td><td></td><td class="decision"></td>\
                <td>Withheld: too few people stand behind it to be shown.</td></tr>
                """).contains("""
                <tr><td><a href="/programs/mystery">mystery</a></td><td class="number"></td><td class="number"></td><td></td><td class="decision"></td>\
                <td>Not defined yet. No program.defined event says what before and after mean.</td></tr>
                """);
    }

    @Test
    void shouldSayWhereAnIntervalIsForOneLookOnly() {
        var once = SamplePrograms.returning(
                SampleReturns.returns(SampleFigures.fixedBounded(-0.5, -0.9, -0.1), Grade.C, Decision.STOP_OR_FIX));

        assertThat(Page.render(Optional.of(SamplePrograms.snapshot(List.of(once)))))
                .contains(
                        "<td class=\"number\">-90 % to -10 % (one look)</td>",
                        "<td class=\"decision\">Stop or fix</td>");
    }

    @Test
    void shouldShowInGreyOnThePageWhatIsNotProvenYet() {
        // given one program whose interval contains zero, beside one that nobody can judge
        ProgramResult unproven = SamplePrograms.returning(
                SampleReturns.returns(SampleFigures.fixedBounded(1.4, -0.2, 3), Grade.B, Decision.NOT_PROVEN_YET));

        String page = Page.render(Optional.of(SamplePrograms.snapshot(List.of(unproven, SamplePrograms.undefined()))));

        // then its row, and only its row, is grey
        assertThat(page)
                .containsPattern(
                        "<tr class=\"unproven\"><td><a href=\"/programs/negotiation\">Negotiation .*>Not proven yet</td><td>Not proven yet: the interval")
                .containsOnlyOnce("unproven");
        assertThat(Page.STYLE).contains("tr.unproven { color: var(--faint); }");
    }

    @Test
    void shouldShowAWinnerWithoutGrey() {
        assertThat(Page.render(Optional.of(SamplePrograms.snapshot()))).doesNotContain("unproven");
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
    void shouldShowFiveFiguresAtAGlance() {
        assertThat(page)
                .contains("""
                <div class="tile"><dt>Return on investment, EUR</dt><dd class="value">140 %%</dd>\
                <dd class="reading">95 %% interval 65 %% to 215 %%; evidence grade %s</dd></div>
                """.formatted(
                                SampleCompany.total("EUR").evidence().grade().id()))
                .contains("""
                <dt>Programs proven</dt><dd class="value">1 of 3</dd>""")
                .containsOnlyOnce("<dl class=\"tiles\">");
        assertThat(page.split("<div class=\"tile", -1)).hasSize(1 + 5);
    }

    @Test
    void shouldNotShowAFigureAsCertainWhoseIntervalContainsZero() {
        var open = SamplePrograms.returning(
                SampleReturns.returns(SampleFigures.fixedBounded(0.5, -0.1, 1.1), Grade.B, Decision.NOT_PROVEN_YET));

        assertThat(ProgramPage.render(SamplePrograms.snapshot(List.of(open)), open)
                        .replace('\u00a0', ' '))
                .contains("""
                <div class="tile open"><dt>Return on investment</dt><dd class="value">50 %</dd>\
                <dd class="reading">95 % interval -10 % to 110 %, for one look: may be above or below zero</dd></div>
                """);
    }

    @Test
    void shouldCompareInHouseWithExternal() {
        assertThat(page).contains("""
                <tr><td>sales</td><td>External</td><td class="number">2</td><td class="number">48</td>\
                <td class="number">EUR 500</td><td class="number">EUR 1,200, 95 % interval EUR 825 to EUR 1,575</td>\
                <td class="number">140 %, 65 % to 215 %</td><td class="number">3.5</td><td></td></tr>
                """);
    }

    @Test
    void shouldTellHowFarTheInputIsToBeTrusted() {
        assertThat(page)
                .contains(
                        "Data through 2026-06-29; last published 2026-06-30 08:00 UTC. 2 results are older than that, the oldest since 2026-06-28: ")
                .contains("1 event came with two contents, and 2 facts are claimed twice.")
                .containsPattern("[1-9][0-9]* results are withheld because too few people stand behind them");
    }

    @Test
    void shouldGiveEachChartATitleASentenceAndATable() {
        String charts = page.replaceAll("(?s)<nav.*", "");

        assertThat(charts.split("<div class=\"chart\"", -1)).hasSize(1 + 4);
        assertThat(charts.split("<p class=\"summary\" id=", -1)).hasSize(1 + 4);
        assertThat(charts.split("<details", -1)).hasSize(1 + 4);
        assertThat(charts.split("<tbody>", -1)).hasSize(1 + 4);
    }

    @Test
    void shouldHaveNothingThatAPolicyWouldHaveToAllow() {
        assertThat(page)
                .doesNotContainPattern("<script(?![^>]*(src=|type=\"application/json\"))")
                .doesNotContainPattern("(?i)<style|<[^>]* (style|on[a-z]+)=");
        assertThat(Page.CONTENT_SECURITY_POLICY)
                .startsWith("default-src 'none';")
                .doesNotContain("unsafe");
    }

    @Test
    void shouldEndNoLineBetweenANumberAndItsUnit() {
        assertThat(Html.unbroken("EUR -57,600 (95 % interval EUR 1 to EUR 2) in EUR is 5 %"))
                .isEqualTo("EUR\u00a0-57,600 (95\u00a0% interval EUR\u00a01 to EUR\u00a02) in EUR is 5\u00a0%");
    }

    @Test
    void shouldLeaveNoWayOutOfTheDataOfAChart() {
        var named = new Html().data("x", List.of("</script><script>alert(1)</script>&"));

        assertThat(named.toString())
                .isEqualTo("<script type=\"application/json\" id=\"x\">[\"\\u003c/script\\u003e\\u003cscript\\u003e"
                        + "alert(1)\\u003c/script\\u003e\\u0026\"]</script>\n");
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
