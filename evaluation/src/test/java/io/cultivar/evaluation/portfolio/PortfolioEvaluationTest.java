package io.cultivar.evaluation.portfolio;

import static io.cultivar.evaluation.portfolio.SomeProgram.AS_OF;
import static io.cultivar.evaluation.portfolio.SomeProgram.called;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cultivar.contract.Json;
import io.cultivar.contract.event.CostCategory;
import io.cultivar.contract.event.Sourcing;
import io.cultivar.contract.result.AdjustedP;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.Count;
import io.cultivar.contract.result.PortfolioResult;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.ProviderSpend;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.SourcingComparison;
import io.cultivar.contract.result.SourcingSide;
import io.cultivar.contract.result.Withheld;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortfolioEvaluationTest {

    private static final CompanyResult NOBODY_SHARED =
            new CompanyResult(AS_OF, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), 0, 0, 0);

    private static PortfolioResult portfolio(SomeProgram... programs) {
        return PortfolioEvaluation.of(
                Stream.of(programs).map(SomeProgram::result).toList(), NOBODY_SHARED, AS_OF);
    }

    @Test
    void shouldAdjustThePrimaryPs_forTheirNumber() {
        // R: p.adjust(c(.01, .04, .03, .005), "BH")
        List<AdjustedP> adjusted = portfolio(
                        called("a").effect(false, 0.0001, 0.0003).effect(true, 0.0002, 0.01),
                        called("b").effect(true, 0.02, 0.04),
                        called("c").effect(true, 0.001, 0.03),
                        called("d").effect(true, 0.001, 0.005),
                        called("for one look").effect(true, 0.0001, null),
                        called("untested"))
                .primaryEffects();

        assertThat(adjusted).extracting(AdjustedP::program).containsExactly("a", "b", "c", "d");
        assertThat(adjusted).extracting(AdjustedP::metric).startsWith("metric-of-a");
        assertThat(adjusted).extracting(AdjustedP::p).containsExactly(0.01, 0.04, 0.03, 0.005);
        double[] expected = {0.02, 0.04, 0.04, 0.02};
        IntStream.range(0, 4)
                .forEach(i -> assertThat(adjusted.get(i).adjusted()).isCloseTo(expected[i], within(1e-12)));
    }

    @Test
    void shouldCompareTheSourcings_ofASkillArea() {
        SourcingComparison area = portfolio(
                        called("own")
                                .sourced("sales", Sourcing.IN_HOUSE)
                                .cost("1000")
                                .cost(CostCategory.RECRUITMENT, null, "200")
                                .benefit(3000, 600, 900.0)
                                .people(30)
                                .completed(Count.of(24))
                                .leadTime(20, 10),
                        called("bought")
                                .sourced("sales", Sourcing.EXTERNAL)
                                .cost("500")
                                .benefit(400, 300, 400.0)
                                .people(10)
                                .completed(Count.of(5)),
                        called("elsewhere").cost("70000"))
                .sourcing()
                .get(0);

        assertThat(area.skillArea()).isEqualTo("sales");
        assertThat(area.currency()).isEqualTo("EUR");
        assertThat(area.reasons()).isEmpty();
        SourcingSide inHouse = Objects.requireNonNull(area.inHouse());
        assertThat(inHouse.programs()).isEqualTo(1);
        assertThat(inHouse.cost()).isEqualByComparingTo("1200");
        assertThat(inHouse.hiddenCost()).isEqualByComparingTo("200");
        assertThat(inHouse.costPerCompletion()).isEqualTo(50);
        assertThat(inHouse.leadTimeDays()).isEqualTo(10);
        assertThat(Objects.requireNonNull(inHouse.benefitPerPerson()).value()).isEqualTo(100);
        assertThat(inHouse.benefitPerPerson().lower()).isEqualTo(80);
        assertThat(Objects.requireNonNull(inHouse.roi()).value()).isCloseTo(1.5, within(1e-12));
        assertThat(Objects.requireNonNull(area.external()).leadTimeDays()).isNull();
        // 100 +- 20 minus 40 +- 30. R: sqrt(20^2 + 30^2)
        Bounded benefit = Objects.requireNonNull(area.benefitDifference());
        assertThat(benefit.value()).isEqualTo(60);
        assertThat(benefit.lower()).isCloseTo(60 - 36.05551275463989, within(1e-9));
        assertThat(benefit.upper()).isCloseTo(60 + 36.05551275463989, within(1e-9));
        // (3000 - 1200) / 30 - (400 - 500) / 10
        assertThat(Objects.requireNonNull(area.netBenefitDifference()).value()).isEqualTo(70);
    }

    @Test
    void shouldAddLeadTimes_byPeople() {
        SourcingSide side = Objects.requireNonNull(portfolio(
                        called("a").sourced("sales", Sourcing.EXTERNAL).leadTime(10, 5),
                        called("b").sourced("sales", Sourcing.EXTERNAL).leadTime(30, 9))
                .sourcing()
                .get(0)
                .external());

        assertThat(side.leadTimeDays()).isEqualTo(8);
        assertThat(side.cost()).as("a cost that nobody posted is not 0").isNull();
        assertThat(side.benefitPerPerson()).isNull();
        assertThat(side.roi()).isNull();
    }

    @Test
    void shouldNotCompare_whereOneSideIsMissing() {
        SourcingComparison area = portfolio(called("own")
                        .sourced("sales", Sourcing.IN_HOUSE)
                        .cost("1")
                        .benefit(10, 1, null))
                .sourcing()
                .get(0);

        assertThat(area.external()).isNull();
        assertThat(area.benefitDifference()).isNull();
        assertThat(area.reasons()).containsExactly(Reason.NO_COMPARISON);
    }

    @Test
    void shouldNotCompareCurrencies() {
        SourcingComparison area = portfolio(
                        called("own")
                                .sourced("sales", Sourcing.IN_HOUSE)
                                .cost("1")
                                .benefit(10, 1, null),
                        called("bought")
                                .in("USD")
                                .sourced("sales", Sourcing.EXTERNAL)
                                .cost("1")
                                .benefit(10, 1, null))
                .sourcing()
                .get(0);

        assertThat(area.currency()).isNull();
        assertThat(Objects.requireNonNull(area.inHouse()).cost()).isNull();
        assertThat(area.inHouse().benefitPerPerson()).isNull();
        assertThat(area.benefitDifference()).isNull();
        assertThat(area.reasons()).containsExactly(Reason.MIXED_CURRENCIES);
    }

    @Test
    void shouldTellNoSum_ofWhichAPartIsWithheld() {
        SourcingSide side = Objects.requireNonNull(portfolio(
                        called("a").sourced("sales", Sourcing.IN_HOUSE).completed(Count.of(20)),
                        called("b")
                                .sourced("sales", Sourcing.IN_HOUSE)
                                .completed(new Count(null, Withheld.SMALL_GROUP)))
                .sourcing()
                .get(0)
                .inHouse());

        assertThat(side.completed()).isNull();
        assertThat(side.costPerCompletion()).isNull();
    }

    @Test
    void shouldTellTheSpendByProvider_andHowConcentratedItIs() {
        PortfolioResult portfolio = portfolio(
                called("a")
                        .defined(null, Sourcing.EXTERNAL, "acme", "2027-03-31")
                        .cost(CostCategory.PROVIDER_FEES, "acme", "600.50")
                        .cost("9999"),
                called("b")
                        .defined(null, Sourcing.EXTERNAL, "acme", "2026-12-31")
                        .cost(CostCategory.PROVIDER_FEES, "acme", "149.50")
                        .cost(CostCategory.TRAVEL, "rail", "250"));

        assertThat(portfolio.providerSpend())
                .extracting(ProviderSpend::provider)
                .containsExactly("acme", "rail");
        ProviderSpend acme = portfolio.providerSpend().get(0);
        assertThat(acme.amount()).isEqualByComparingTo("750");
        assertThat(acme.share()).isEqualTo(0.75);
        assertThat(acme.programs()).containsExactly("a", "b");
        assertThat(acme.contractEnd()).isEqualTo(LocalDate.parse("2026-12-31"));
        assertThat(portfolio.providerSpend().get(1).programs()).containsExactly("b");
        assertThat(portfolio.providerSpend().get(1).contractEnd()).isNull();
        // 0.75^2 + 0.25^2
        assertThat(portfolio.concentration()).containsOnlyKeys("EUR").containsEntry("EUR", 0.625);
    }

    @Test
    void shouldTellNoConcentration_ofAmountsPaidBack() {
        PortfolioResult portfolio = portfolio(called("a")
                .cost(CostCategory.PROVIDER_FEES, "acme", "100")
                .cost(CostCategory.PROVIDER_FEES, "rail", "-100"));

        assertThat(portfolio.providerSpend()).extracting(ProviderSpend::share).containsExactly(0.0, 0.0);
        assertThat(portfolio.concentration()).isEmpty();
    }

    @Test
    void shouldGiveTheSameBytes_inWhateverOrder() {
        List<ProgramResult> programs = new ArrayList<>(IntStream.range(0, 9)
                .mapToObj(i -> called("p" + i)
                        .sourced("area", i % 2 == 0 ? Sourcing.IN_HOUSE : Sourcing.EXTERNAL)
                        .cost("0." + i)
                        .benefit(Math.pow(10, i) / 3, Math.sqrt(i + 1), Math.sqrt(i + 2))
                        .effect(true, 1.0 / (i + 3), null)
                        .result())
                .toList());
        byte[] sorted = Json.write(PortfolioEvaluation.of(programs, NOBODY_SHARED, AS_OF));
        Collections.shuffle(programs, new Random(1));

        assertThat(Json.write(PortfolioEvaluation.of(programs, NOBODY_SHARED, AS_OF)))
                .isEqualTo(sorted);
    }

    @Test
    void shouldBeEmpty_ofNothing() {
        assertThat(PortfolioEvaluation.of(List.of(), null, AS_OF))
                .isEqualTo(new PortfolioResult(AS_OF, List.of(), List.of(), List.of(), List.of(), Map.of()));
    }
}
