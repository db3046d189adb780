package io.cultivar.evaluation.program;

import static io.cultivar.evaluation.program.Figures.METRIC;
import static io.cultivar.evaluation.sums.Cohort.CONTROL;
import static io.cultivar.evaluation.sums.Cohort.ENROLLED;
import static io.cultivar.evaluation.sums.Cohort.TREATMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cultivar.contract.event.Better;
import io.cultivar.contract.event.CostCategory;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Decision;
import io.cultivar.contract.result.Grade;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.Returns;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnsEvaluationTest {

    private static final Known EUROS = Known.of(Known.worth(METRIC, "10", "EUR"));

    private static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    /** Treated people 100 and 140 in money, controls 10, 20, 30; one who only enrolled is no treated person here. */
    private static Figures controlled() {
        return new Figures()
                .members(TREATMENT, Design.RANDOMIZED, 2, 0)
                .members(CONTROL, Design.RANDOMIZED, 3, 0)
                .members(ENROLLED, Design.SELF_SELECTED, 1, 1)
                .money(TREATMENT, "100 140")
                .money(CONTROL, "10 20 30")
                .money(ENROLLED, "1000000");
    }

    @Test
    void shouldDecideNothing_byAnIntervalForOneLook() {
        // given: ten in each arm, grade C, a loss for sure at one look; too skewed for more looks
        Returns returns = new Figures()
                .members(TREATMENT, Design.RANDOMIZED, 10, 0)
                .members(CONTROL, Design.RANDOMIZED, 10, 0)
                .changes(METRIC, TREATMENT, "9 9 9 9 9 9 9 9 9 9", "4 4 4 4 4 4 4 4 4 1")
                .changes(METRIC, CONTROL, "9 9 9 9 9 9 9 9 9 9", "9 9 9 9 9 10 10 10 10 10")
                .money(TREATMENT, "-5 -5 -5 -5 -5 -5 -5 -5 -5 -8")
                .money(CONTROL, "0 0 0 0 0 1 1 1 1 1")
                .cost(CostCategory.DESIGN, "EUR", "80")
                .evaluate(EUROS)
                .returns();

        // then
        assertThat(there(returns.netBenefit()).upper()).isNegative();
        assertThat(there(returns.netBenefit()).alwaysValid()).isNull();
        assertThat(returns.evidence().grade()).isEqualTo(Grade.C);
        assertThat(returns.decision()).isEqualTo(Decision.NOT_PROVEN_YET);
    }

    private static void assertBounds(@Nullable Bounded found, double value, double lower, double upper) {
        assertThat(there(found).value()).isCloseTo(value, within(1e-9));
        assertThat(there(found).lower()).isCloseTo(lower, within(1e-9));
        assertThat(there(found).upper()).isCloseTo(upper, within(1e-9));
    }

    @Test
    void shouldMapTheEffectsIntervalToEveryFigure() {
        // given: R 4.2.2: w <- t.test(c(100,140), c(10,20,30)); 2 * w$conf.int
        double lower = -178.14612794916778;
        double upper = 578.1461279491677;

        // when
        Returns returns = controlled()
                .cost(CostCategory.DESIGN, "EUR", "80")
                .evaluate(EUROS)
                .returns();

        // then: benefit = (120 - 20) x 2 treated people
        assertThat(returns.currency()).isEqualTo("EUR");
        assertThat(returns.outcomes()).containsExactly(METRIC);
        assertThat(returns.measured()).isEqualTo(2);
        assertThat(returns.controls()).isEqualTo(3);
        assertBounds(returns.benefit(), 200, lower, upper);
        assertBounds(returns.netBenefit(), 120, lower - 80, upper - 80);
        assertBounds(returns.roi(), 1.5, (lower - 80) / 80, (upper - 80) / 80);
        assertBounds(returns.benefitCostRatio(), 2.5, lower / 80, upper / 80);
        assertThat(returns.paybackMonths()).isCloseTo(80 / (200 / 12.0), within(1e-12));
        assertThat(returns.horizonMonths()).isEqualTo(12);
        // R: (qt(.975, w$parameter) + qt(.8, w$parameter)) * 2 * w$stderr
        assertThat(there(returns.figures()).minimumDetectable()).isCloseTo(431.12928846591853, within(1e-9));
        assertThat(returns.provisional()).isFalse();
        assertThat(returns.reasons()).isEmpty();
        assertThat(returns.withheld()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"80", "200", "1234.5", "0.01"})
    void shouldKeepBenefitCostRatioOneAboveRoi(String cost) {
        // when
        Returns returns = controlled()
                .cost(CostCategory.DESIGN, "EUR", cost)
                .evaluate(EUROS)
                .returns();

        // then
        Bounded roi = there(returns.roi());
        Bounded ratio = there(returns.benefitCostRatio());
        assertThat(ratio.value()).isCloseTo(roi.value() + 1, within(1e-9));
        assertThat(ratio.lower()).isCloseTo(there(roi.lower()) + 1, within(1e-9));
        assertThat(ratio.upper()).isCloseTo(there(roi.upper()) + 1, within(1e-9));
    }

    @Test
    void shouldKeepTheBenefit_whenThereIsNoCost() {
        // when
        Returns returns = controlled().evaluate(EUROS).returns();

        // then
        assertThat(there(returns.benefit()).value()).isCloseTo(200, within(1e-9));
        assertThat(returns.netBenefit()).isNull();
        assertThat(returns.roi()).isNull();
        assertThat(returns.reasons()).containsExactly(Reason.NO_COST);
    }

    @ParameterizedTest
    @CsvSource({"0, 200", "-50, 250"})
    void shouldHaveNoRatio_whenCostIsNotPositive(String cost, double net) {
        // when
        Returns returns = controlled()
                .cost(CostCategory.DESIGN, "EUR", cost)
                .evaluate(EUROS)
                .returns();

        // then
        assertThat(there(returns.netBenefit()).value()).isCloseTo(net, within(1e-9));
        assertThat(returns.roi()).isNull();
        assertThat(returns.benefitCostRatio()).isNull();
        assertThat(returns.paybackMonths()).isNull();
        assertThat(returns.reasons()).containsExactly(Reason.COST_NOT_POSITIVE);
    }

    @Test
    void shouldNeverPayBack_whenTheBenefitIsNotPositive() {
        // given
        Figures worse = new Figures()
                .members(TREATMENT, Design.RANDOMIZED, 2, 1)
                .members(CONTROL, Design.RANDOMIZED, 2, 0)
                .money(TREATMENT, "-10 0")
                .money(CONTROL, "10 0")
                .cost(CostCategory.DESIGN, "EUR", "40");

        // when
        Returns returns = worse.evaluate(EUROS).returns();

        // then
        assertThat(there(returns.benefit()).value()).isCloseTo(-20, within(1e-9));
        assertThat(there(returns.roi()).value()).isCloseTo(-1.5, within(1e-9));
        assertThat(returns.paybackMonths()).isNull();
        assertThat(returns.reasons()).containsExactly(Reason.NO_PAYBACK);
        assertThat(returns.provisional()).isTrue();
    }

    @Test
    void shouldCountTheTimeOfParticipants() {
        // given
        Known rate = Known.of("40", Known.worth(METRIC, "10", "EUR"));

        // when
        Returns returns =
                controlled().attendance(2, 2, 0, 0, 0, 2, 9_000).evaluate(rate).returns();

        // then: 2.5 hours at 40
        assertThat(there(returns.netBenefit()).value()).isCloseTo(100, within(1e-9));
        assertThat(there(returns.roi()).value()).isCloseTo(1, within(1e-9));
    }

    @Test
    void shouldSayWhyThereIsNoReturn() {
        // given
        Figures few = new Figures()
                .members(CONTROL, Design.RANDOMIZED, 1, 0)
                .money(TREATMENT, "1 2")
                .money(CONTROL, "1");
        Figures flat = new Figures()
                .members(CONTROL, Design.RANDOMIZED, 2, 0)
                .money(TREATMENT, "1 1")
                .money(CONTROL, "3 3");
        Known mixed = Known.of(Known.worth("a", "1", "EUR"), Known.worth("b", "1", "USD"));
        Known undefined = new Known(Known.program("P12M", null, Known.worth(METRIC, "1", "EUR")), Map.of());

        // then
        assertAbsent(few.evaluate(EUROS).returns(), Reason.TOO_FEW_UNITS);
        assertAbsent(flat.evaluate(EUROS).returns(), Reason.NO_VARIANCE);
        assertAbsent(controlled().evaluate(Known.of(Known.intangible(METRIC))).returns(), Reason.NO_MONETARY_OUTCOME);
        assertAbsent(controlled().evaluate(mixed).returns(), Reason.MIXED_CURRENCIES);
        assertAbsent(controlled().evaluate(undefined).returns(), Reason.METRIC_NOT_DEFINED);
        assertAbsent(controlled().evaluate(Known.NOTHING).returns(), Reason.NOT_DEFINED);
    }

    private static void assertAbsent(Returns returns, Reason reason) {
        assertThat(returns.reasons()).containsExactly(reason);
        assertThat(returns.benefit()).isNull();
        assertThat(returns.netBenefit()).isNull();
        assertThat(returns.roi()).isNull();
        assertThat(returns.benefitCostRatio()).isNull();
        assertThat(returns.paybackMonths()).isNull();
    }

    @Test
    void shouldHaveNoRatio_whenCostAndValuesAreInDifferentCurrencies() {
        // when
        Returns returns = controlled()
                .cost(CostCategory.DESIGN, "USD", "80")
                .evaluate(EUROS)
                .returns();

        // then
        assertThat(there(returns.benefit()).value()).isCloseTo(200, within(1e-9));
        assertThat(returns.netBenefit()).isNull();
        assertThat(returns.roi()).isNull();
        assertThat(returns.reasons()).containsExactly(Reason.MIXED_CURRENCIES);
    }

    @Test
    void shouldSpreadTheBenefitOverTheDeclaredHorizon() {
        // given
        var metrics = Map.of(METRIC, Known.metric("P1M", Better.HIGHER));
        var twoYears = new Known(Known.program("P2Y", null, Known.worth(METRIC, "10", "EUR")), metrics);

        // when
        Returns returns = controlled()
                .cost(CostCategory.DESIGN, "EUR", "50")
                .evaluate(twoYears)
                .returns();

        // then
        assertThat(returns.horizonMonths()).isEqualTo(24);
        assertThat(returns.paybackMonths()).isCloseTo(50 / (200 / 24.0), within(1e-12));
        assertThat(returns.outcomes()).isEqualTo(List.of(METRIC));
    }
}
