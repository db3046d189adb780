package io.cultivar.metricsapi.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Decision;
import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.Grade;
import io.cultivar.contract.result.PortfolioResult;
import io.cultivar.contract.result.PortfolioTotal;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.SourcingComparison;
import io.cultivar.metricsapi.published.SampleCompany;
import io.cultivar.metricsapi.published.SampleFigures;
import io.cultivar.metricsapi.published.SamplePage;
import io.cultivar.metricsapi.published.SamplePrograms;
import io.cultivar.metricsapi.published.SampleReturns;
import io.cultivar.metricsapi.published.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing on the pages reads as more certain than the rule that decides. */
class CertaintyTest {

    private static final String APART = "the net benefit a person tells the two apart; ";
    private static final String NONE = "In no skill area " + APART;

    @ParameterizedTest
    @CsvSource({"A, true", "B, true", "C, false"})
    void shouldShowAGainOfTheCompanyInGreyUnlessTheEvidenceIsStrong(Grade grade, boolean proven) {
        String page = company(SampleFigures.bounded(1.4, 0.5), SampleFigures.bounded(33_600, 12_000), grade);

        String doubt = proven ? "" : ": not proven yet";
        assertThat(page)
                .contains(tile(proven, "Return on investment", "140 %", "65 % to 215 %" + doubt + "; evidence grade "))
                .contains(tile(proven, "Net benefit", "EUR 33,600", "EUR 15,600 to EUR 51,600" + doubt + "</dd>"));
    }

    @Test
    void shouldShowALossOfTheCompanyAsProvenFromGradeCOn() {
        Bounded loss = SampleFigures.bounded(-1.4, 0.5);

        assertThat(company(loss, loss, Grade.C)).contains(tile(true, "Return on investment", "-140 %", ""));
        assertThat(company(loss, loss, Grade.D)).contains(tile(false, "Return on investment", "-140 %", ""));
    }

    @Test
    void shouldShowOneLookAtTheCompanyInGrey() {
        assertThat(company(SampleFigures.fixedBounded(1, 0.5, 1.5), SampleFigures.fixedBounded(9, 1, 17), Grade.A))
                .contains(tile(
                        false,
                        "Return on investment",
                        "100 %",
                        "50 % to 150 %, for one look: not proven yet; evidence"))
                .contains(tile(false, "Net benefit", "EUR 9", "EUR 1 to EUR 17, for one look: not proven yet</dd>"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldShowInGreyWhenAnUnprovenProgramHasPaidBack(Decision decision) {
        boolean proven = decision != Decision.NOT_PROVEN_YET;

        assertThat(page(judged(decision)))
                .contains("""
                        <div class="tile%s"><dt>Payback</dt><dd class="value">5 months</dd>\
                        <dd class="reading">benefits counted over 12 months%s</dd></div>
                        """.formatted(proven ? "" : " open", proven ? "" : ": not proven yet"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldNotShowAnUnprovenBenefitLikeAProvenOne(Decision decision) {
        boolean proven = decision != Decision.NOT_PROVEN_YET;
        String benefit = "EUR 57,600 (95 % interval EUR 39,600 to EUR 75,600)" + (proven ? "." : ", not proven yet.");

        assertThat(page(judged(decision)))
                .contains("it brought in " + benefit, "\"benefitText\":\"Benefit: " + benefit)
                .contains("\"unproven\":" + !proven);
    }

    @ParameterizedTest
    @EnumSource
    void shouldShowAnUnprovenEffectInGrey(Decision decision) {
        String page = page(SamplePage.deciding(decision));

        boolean proven = decision != Decision.NOT_PROVEN_YET;
        assertThat(page)
                .contains((proven ? "<tr>" : "<tr class=\"unproven\">") + "<td>Sales, orders (judged by this)</td>")
                .contains("the trained changed by +4 against the controls (95 % interval +1.75 to +6.25)"
                        + (proven ? ";" : ", not proven yet;"));
    }

    @Test
    void shouldTellInHouseAndExternalApartByAnIntervalForAnyNumberOfLooks() {
        assertThat(sourcing(SampleFigures.bounded(900, 300), Grade.C)).contains("In sales (in-house) " + APART);
        assertThat(sourcing(SampleFigures.bounded(-900, 300), Grade.C)).contains("In sales (external) " + APART);
        assertThat(sourcing(SampleFigures.bounded(-100, 300), Grade.C))
                .contains(NONE + "in 1 skill area both are measured and their intervals leave it open;");
    }

    @Test
    void shouldSayWhyInHouseAndExternalAreNotToldApart() {
        assertThat(sourcing(SampleFigures.fixedBounded(900, 600, 1_200), Grade.C))
                .contains(NONE + "in sales (in-house) that is not proven yet, as its interval holds for one look only; "
                        + "in 0 skill areas both are measured");
        assertThat(sourcing(SampleFigures.bounded(-900, 300), Grade.D))
                .contains(NONE + "in sales (external) that is not proven yet, as the evidence is too weak to act on; ");
    }

    private static String tile(boolean proven, String name, String value, String reading) {
        return "<div class=\"tile" + (proven ? "" : " open") + "\"><dt>" + name + "</dt><dd class=\"value\">" + value
                + "</dd><dd class=\"reading\">95 % interval " + reading;
    }

    private static String company(Bounded roi, Bounded netBenefit, Grade grade) {
        PortfolioTotal total = SampleCompany.total(netBenefit, roi, new Evidence(grade, List.of()));
        return company(List.of(total), List.of());
    }

    private static String sourcing(Bounded difference, Grade grade) {
        SourcingComparison sample = SampleCompany.portfolio().sourcing().get(0);
        return company(
                List.of(),
                List.of(new SourcingComparison(
                        sample.skillArea(),
                        sample.currency(),
                        sample.inHouse(),
                        sample.external(),
                        sample.benefitDifference(),
                        difference,
                        sample.minimumDetectable(),
                        new Evidence(grade, List.of()),
                        sample.reasons())));
    }

    private static String company(List<PortfolioTotal> totals, List<SourcingComparison> sourcing) {
        Snapshot snapshot = SamplePrograms.snapshot(
                List.of(),
                null,
                new PortfolioResult(SamplePrograms.AS_OF, totals, List.of(), sourcing, List.of(), Map.of()));
        return Page.render(Optional.of(snapshot)).replace('\u00a0', ' ');
    }

    private static ProgramResult judged(Decision decision) {
        return SamplePrograms.returning(SampleReturns.returns(SampleFigures.bounded(1.4, 0.5), Grade.B, decision));
    }

    private static String page(ProgramResult program) {
        return ProgramPage.render(SamplePrograms.snapshot(List.of(program)), program)
                .replace('\u00a0', ' ');
    }
}
