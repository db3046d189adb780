package io.cultivar.evaluation.program;

import static io.cultivar.evaluation.program.Figures.METRIC;
import static io.cultivar.evaluation.sums.Cohort.CONTROL;
import static io.cultivar.evaluation.sums.Cohort.TREATMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cultivar.contract.event.CostCategory;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Interval;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.ReturnFigures;
import io.cultivar.contract.result.Returns;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Uncertain values and costs, discounting and decay. */
class UncertainReturnsTest {

    private static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    private static void assertBounds(@Nullable Bounded found, double value, double lower, double upper) {
        assertThat(there(found).value()).isCloseTo(value, within(1e-9));
        assertThat(there(found).lower()).isCloseTo(lower, within(1e-9));
        assertThat(there(found).upper()).isCloseTo(upper, within(1e-9));
    }

    /** Changes 3, 5, 4, 8 against 1, 2, 0, each worth 120 over the horizon. */
    private static Figures sales() {
        return new Figures()
                .members(TREATMENT, Design.RANDOMIZED, 4, 0)
                .members(CONTROL, Design.RANDOMIZED, 3, 0)
                .changes(METRIC, TREATMENT, "1 1 1 1", "4 6 5 9")
                .changes(METRIC, CONTROL, "1 1 1", "2 3 1")
                .money(TREATMENT, "360 600 480 960")
                .money(CONTROL, "120 240 0");
    }

    private static Declared uncertainValue() {
        return new Declared().worth(METRIC, "10", "2", "EUR");
    }

    @Test
    void shouldAddTheErrorOfTheUnitValue() {
        // when
        ReturnFigures figures =
                there(sales().evaluate(uncertainValue().known()).returns().figures());

        // then: R 4.2.2: w <- t.test(c(3,5,4,8), c(1,2,0)); D <- 4; B <- 4*120*D
        // sB <- 4 * sqrt((120*w$stderr)^2 + (12*2*D)^2); B + c(-1,1) * qt(.975, w$parameter) * sB
        assertBounds(figures.benefit(), 1_920, 41.098405490379946, 3_798.9015945096198);
        assertThat(figures.standardError()).isCloseTo(702.1794642397341, within(1e-9));
        assertThat(figures.degreesOfFreedom()).isCloseTo(4.4181818181818189, within(1e-9));
    }

    @Test
    void shouldCombineAnUncertainCostWithTheBenefit() {
        // when: 50 squared and 33.166... squared are 60 squared
        Returns returns = sales().cost(CostCategory.DESIGN, "EUR", "300", "50")
                .cost(CostCategory.TRAVEL, "EUR", "200", "33.166247903554")
                .evaluate(uncertainValue().discount("0.05").known())
                .returns();

        // then: R: net <- B - 500; sn <- sqrt(sB^2 + 60^2); net + c(-1,1) * q * sn; pnorm(net / sn)
        ReturnFigures figures = there(returns.figures());
        assertBounds(figures.netBenefit(), 1_420, -465.74842717755519, 3_305.7484271775552);
        assertThat(figures.probabilityPositive()).isCloseTo(0.97804413875383434, within(1e-6));
        // R: uniroot of (B - R*500)^2 - q^2 * (sB^2 + R^2 * 60^2)
        assertBounds(figures.benefitCostRatio(), 3.84, 0.082104333263452026, 8.480758651571767);
        assertBounds(figures.roi(), 2.84, 0.082104333263452026 - 1, 7.480758651571767);
        // R: i <- 1.05^(1/12) - 1; A <- sum(1/12 / (1+i)^(1:12)); A*B - 500 + c(-1,0,1) * q * sqrt((A*sB)^2 + 60^2)
        assertBounds(figures.netPresentValue(), 1_370.1070521291088, -466.99838475252363, 3_207.2124890107411);
        assertThat(there(figures.cost()).value()).isEqualTo(500);
        assertThat(there(figures.cost()).upper()).isCloseTo(500 + 1.9599639845400536 * 60, within(1e-9));
        assertThat(returns.reasons()).isEmpty();
    }

    @Test
    void shouldSayThatARatioIsUnbounded() {
        // when
        Returns returns = sales().cost(CostCategory.DESIGN, "EUR", "500", "300")
                .evaluate(uncertainValue().known())
                .returns();

        // then: 500 is less than 2.7 x 300
        assertThat(there(returns.roi()).value()).isCloseTo(2.84, within(1e-9));
        assertThat(there(returns.roi()).lower()).isNull();
        assertThat(there(returns.benefitCostRatio()).upper()).isNull();
        assertThat(there(returns.netBenefit()).lower()).isNotNull();
        assertThat(returns.reasons()).containsExactly(Reason.UNBOUNDED);
    }

    @Test
    void shouldUseTheEffectsDistribution_whenTheCostIsKnown() {
        // when
        ReturnFigures figures = there(new Figures()
                .members(TREATMENT, Design.RANDOMIZED, 2, 0)
                .members(CONTROL, Design.RANDOMIZED, 3, 0)
                .money(TREATMENT, "100 140")
                .money(CONTROL, "10 20 30")
                .cost(CostCategory.DESIGN, "EUR", "80")
                .evaluate(new Declared().worth(METRIC, "10", "0", "EUR").known())
                .returns()
                .figures());

        // then: R: w <- t.test(c(100,140), c(10,20,30)); pt((200 - 80) / (2 * w$stderr), w$parameter)
        assertThat(figures.probabilityPositive()).isCloseTo(0.90873492159668157, within(1e-6));
        assertThat(there(figures.cost()).lower()).isNull();
        assertThat(figures.netPresentValue()).isNull();
        assertThat(figures.discountedPaybackMonths()).isNull();
    }

    @Test
    void shouldCountHalf_whenBenefitsDecay() {
        // when
        ReturnFigures whole = there(sales().cost(CostCategory.DESIGN, "EUR", "800")
                .evaluate(uncertainValue().known())
                .returns()
                .figures());
        ReturnFigures half = there(sales().cost(CostCategory.DESIGN, "EUR", "800")
                .evaluate(uncertainValue().decaying().discount("0").known())
                .returns()
                .figures());

        // then
        assertThat(half.benefit().value()).isCloseTo(960, within(1e-9));
        assertThat(half.standardError()).isCloseTo(whole.standardError() / 2, within(1e-9));
        assertThat(whole.paybackMonths()).isCloseTo(5, within(1e-9));
        // 960 x (2 t/12 - (t/12)^2) is 785.19... after 7 months and 853.33... after 8
        assertThat(half.paybackMonths())
                .isCloseTo(7 + (800 - 960 * 119 / 144.0) / (960 * (128 - 119) / 144.0), within(1e-9));
        assertThat(half.discountedPaybackMonths()).isCloseTo(there(half.paybackMonths()), within(1e-9));
        assertThat(there(half.netPresentValue()).value()).isCloseTo(160, within(1e-9));
    }

    @Test
    void shouldMapTheIntervalThatHoldsHoweverOftenOneLooks() {
        // given: 30 people in each arm
        String up = IntStream.range(0, 30).mapToObj(i -> "" + (100 + i)).collect(Collectors.joining(" "));
        String flat = IntStream.range(0, 30).mapToObj(i -> "" + i).collect(Collectors.joining(" "));
        Figures figures = new Figures()
                .members(TREATMENT, Design.RANDOMIZED, 30, 0)
                .members(CONTROL, Design.RANDOMIZED, 30, 0)
                .money(TREATMENT, up)
                .money(CONTROL, flat)
                .cost(CostCategory.DESIGN, "EUR", "1000");

        // when
        ReturnFigures found =
                there(figures.evaluate(uncertainValue().known()).returns().figures());

        // then
        Interval benefit = there(found.benefit().alwaysValid());
        Interval net = there(there(found.netBenefit()).alwaysValid());
        Interval ratio = there(there(found.benefitCostRatio()).alwaysValid());
        Interval roi = there(there(found.roi()).alwaysValid());
        assertThat(benefit.lower()).isLessThan(there(found.benefit().lower()));
        assertThat(net.lower()).isCloseTo(benefit.lower() - 1_000, within(1e-9));
        assertThat(ratio.upper()).isCloseTo(benefit.upper() / 1_000, within(1e-9));
        assertThat(roi.upper()).isCloseTo(ratio.upper() - 1, within(1e-9));
    }
}
