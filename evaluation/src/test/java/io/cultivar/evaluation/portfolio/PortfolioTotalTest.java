package io.cultivar.evaluation.portfolio;

import static io.cultivar.evaluation.portfolio.SomeProgram.AS_OF;
import static io.cultivar.evaluation.portfolio.SomeProgram.around;
import static io.cultivar.evaluation.portfolio.SomeProgram.called;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.CompanyResult.SharedPeople;
import io.cultivar.contract.result.Interval;
import io.cultivar.contract.result.PortfolioTotal;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.Withheld;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PortfolioTotalTest {

    private static final CompanyResult NOBODY_SHARED = company();

    private static CompanyResult company(SharedPeople... pairs) {
        return new CompanyResult(
                AS_OF, List.of(), List.of(), List.of(), List.of(), Arrays.asList(pairs), List.of(), 0, 0, 0);
    }

    /** Costs of 1,000 and 500, benefits of 3,000 +- 600 and 400 +- 300; always-valid 900 and 400. */
    private static SomeProgram[] two() {
        return new SomeProgram[] {
            called("a").cost("1000").benefit(3000, 600, 900.0),
            called("b").cost("500").benefit(400, 300, 400.0)
        };
    }

    private static List<PortfolioTotal> totals(@Nullable CompanyResult company, SomeProgram... programs) {
        return PortfolioEvaluation.of(
                        Stream.of(programs).map(SomeProgram::result).toList(), company, AS_OF)
                .totals();
    }

    private static PortfolioTotal total(@Nullable CompanyResult company, SomeProgram... programs) {
        List<PortfolioTotal> totals = totals(company, programs);
        assertThat(totals).hasSize(1);
        return totals.get(0);
    }

    private static void assertBounded(@Nullable Bounded found, double value, double fixed, double always) {
        Bounded bounded = Objects.requireNonNull(found);
        Interval sequence = Objects.requireNonNull(bounded.alwaysValid());
        assertThat(bounded.value()).isCloseTo(value, within(1e-9));
        assertThat(bounded.lower()).isCloseTo(value - fixed, within(1e-9));
        assertThat(bounded.upper()).isCloseTo(value + fixed, within(1e-9));
        assertThat(sequence.lower()).isCloseTo(value - always, within(1e-9));
        assertThat(sequence.upper()).isCloseTo(value + always, within(1e-9));
    }

    @Test
    void shouldAddVariances_whereNobodyIsShared() {
        // R: h <- sqrt(600^2 + 300^2), sqrt(900^2 + 400^2)
        double fixed = 670.820393249937;
        double always = 984.8857801796105;

        PortfolioTotal total = total(NOBODY_SHARED, two());

        assertThat(total.cost()).isEqualByComparingTo("1500");
        assertThat(total.measuredCost()).isEqualByComparingTo("1500");
        assertThat(total.measuredShare()).isEqualTo(1.0);
        assertBounded(total.benefit(), 3400, fixed, always);
        assertBounded(total.netBenefit(), 1900, fixed, always);
        assertBounded(total.benefitCostRatio(), 3400 / 1500.0, fixed / 1500, always / 1500);
        assertBounded(total.roi(), 1900 / 1500.0, fixed / 1500, always / 1500);
        // R: pnorm(1900 / (h / qnorm(.975)))
        assertThat(total.probabilityPositive()).isCloseTo(0.9999999858231147, within(1e-9));
        assertThat(total.sharedPeople()).isFalse();
        assertThat(total.reasons()).isEmpty();
    }

    static Stream<@Nullable CompanyResult> sharing() {
        return Stream.of(
                null,
                company(new SharedPeople("a", "b", 3L, null)),
                company(new SharedPeople("a", "b", null, Withheld.SMALL_GROUP)));
    }

    @ParameterizedTest
    @MethodSource("sharing")
    void shouldRefuseToAddVariances_wherePeopleAreOrMayBeShared(@Nullable CompanyResult company) {
        PortfolioTotal total = total(company, two());

        assertBounded(total.benefit(), 3400, 900, 1300);
        assertBounded(total.roi(), 1900 / 1500.0, 900 / 1500.0, 1300 / 1500.0);
        // R: pnorm(1900 / (900 / qnorm(.975)))
        assertThat(total.probabilityPositive()).isCloseTo(0.9999824599019488, within(1e-9));
        assertThat(total.sharedPeople()).isTrue();
        assertThat(total.reasons()).containsExactly(Reason.SHARED_PEOPLE);
    }

    @Test
    void shouldNotMindPeople_sharedWithAProgramThatIsNotMeasured() {
        PortfolioTotal total = total(
                company(new SharedPeople("a", "c", 40L, null), new SharedPeople("a", "b", 0L, null)),
                two()[0],
                two()[1],
                called("c").cost("10"));

        assertThat(total.sharedPeople()).isFalse();
    }

    /**
     * METHODS 4: ten programs whose effects are taken against the same 30 controls. Adding variances covers the truth far
     * too seldom (analytically 2 pnorm(1.96 sqrt(20/30) / sqrt(110/30)) - 1 = 0.597); adding standard errors does not.
     */
    @Test
    void shouldCoverTheTruth_onlyWhereTheBoundIsTaken() {
        var random = new Random(20260630);
        double halfWidth = 1.959963984540054 * Math.sqrt(2 / 30.0);
        int runs = 4000;
        int bySquares = 0;
        int byBound = 0;
        for (int run = 0; run < runs; run++) {
            double controls = random.nextGaussian() / Math.sqrt(30);
            List<Bounded> effects = IntStream.range(0, 10)
                    .mapToObj(i -> around(random.nextGaussian() / Math.sqrt(30) - controls, halfWidth, null))
                    .toList();
            bySquares += covers(new Combined(false).sum(effects)) ? 1 : 0;
            byBound += covers(new Combined(true).sum(effects)) ? 1 : 0;
        }

        assertThat(bySquares / (double) runs).isCloseTo(0.597, within(0.03));
        assertThat(byBound / (double) runs).isGreaterThan(0.95);
    }

    private static boolean covers(Bounded sum) {
        return Objects.requireNonNull(sum.lower()) <= 0 && Objects.requireNonNull(sum.upper()) >= 0;
    }

    @Test
    void shouldCountTheSpendThatIsNotMeasured() {
        PortfolioTotal total = total(
                NOBODY_SHARED,
                called("a").cost("1000").benefit(3000, 600, 900.0).proven(),
                called("c").cost("3000"));

        assertThat(total.programs()).isEqualTo(2);
        assertThat(total.measured()).isEqualTo(1);
        assertThat(total.proven()).isEqualTo(1);
        assertThat(total.cost()).isEqualByComparingTo("4000");
        assertThat(total.measuredShare()).isEqualTo(0.25);
        assertBounded(total.netBenefit(), 2000, 600, 900);
    }

    @Test
    void shouldLeaveOutABenefit_whoseCostIsUnknown() {
        PortfolioTotal total = total(NOBODY_SHARED, two()[0], called("free").benefit(9999, 1, 2.0));

        assertThat(total.programs()).isEqualTo(2);
        assertThat(total.measured()).isEqualTo(1);
        assertBounded(total.benefit(), 3000, 600, 900);
        assertThat(total.reasons()).containsExactly(Reason.NO_COST);
    }

    @Test
    void shouldKeepCurrenciesApart() {
        List<PortfolioTotal> totals =
                totals(NOBODY_SHARED, two()[0], called("u").in("USD").cost("7"), called("nothing"));

        assertThat(totals).extracting(PortfolioTotal::currency).containsExactly("EUR", "USD");
        assertThat(totals.get(1).benefit()).isNull();
        assertThat(totals.get(1).probabilityPositive()).isNull();
        assertThat(totals.get(1).measuredShare()).isEqualTo(0);
        assertThat(totals.get(1).reasons()).containsExactly(Reason.NO_CONTROL_GROUP);
    }

    @Test
    void shouldSayWhy_whereOnePartHasNoAlwaysValidInterval() {
        PortfolioTotal total = total(
                NOBODY_SHARED,
                two()[0],
                called("b").cost("500").benefit(400, 300, null).estimated());

        assertThat(Objects.requireNonNull(total.benefit()).alwaysValid()).isNull();
        assertThat(total.benefit().lower()).isCloseTo(2729.179606750063, within(1e-9));
        assertThat(total.reasons()).containsExactly(Reason.TOO_FEW_OR_SKEWED, Reason.ISOLATION_ESTIMATE);
    }

    @Test
    void shouldTakeFiellersInterval_whereTheCostIsUncertain() {
        // R: a <- 1000^2 - 200^2; d <- sqrt((3000 * 1000)^2 - a * (3000^2 - 600^2)); (3000 * 1000 + c(-d, d)) / a
        PortfolioTotal total =
                total(NOBODY_SHARED, called("a").cost("1000").uncertainCost(200).benefit(3000, 600, 900.0));

        Bounded ratio = Objects.requireNonNull(total.benefitCostRatio());
        assertThat(ratio.value()).isEqualTo(3);
        assertThat(ratio.lower()).isCloseTo(2.25, within(1e-9));
        assertThat(ratio.upper()).isCloseTo(4, within(1e-9));
        Interval always = Objects.requireNonNull(ratio.alwaysValid());
        assertThat(always.lower()).isCloseTo(2.0139756978355514, within(1e-9));
        assertThat(always.upper()).isCloseTo(4.236024302164449, within(1e-9));
        assertThat(Objects.requireNonNull(total.roi()).lower()).isCloseTo(1.25, within(1e-9));
    }

    @Test
    void shouldHaveNoEnds_whereTheCostMayBeNothing() {
        PortfolioTotal total = total(
                NOBODY_SHARED, called("a").cost("1000").uncertainCost(1000).benefit(3000, 600, 900.0));

        Bounded roi = Objects.requireNonNull(total.roi());
        assertThat(roi.value()).isEqualTo(2);
        assertThat(roi.lower()).isNull();
        assertThat(roi.alwaysValid()).isNull();
        assertThat(total.reasons()).containsExactly(Reason.UNBOUNDED);
    }

    @Test
    void shouldGiveNoReturnOnNothing() {
        PortfolioTotal total = total(NOBODY_SHARED, called("a").cost("0").benefit(3000, 600, 900.0));

        assertThat(total.roi()).isNull();
        assertThat(total.benefitCostRatio()).isNull();
        assertThat(total.measuredShare()).isNull();
        assertBounded(total.netBenefit(), 3000, 600, 900);
        assertThat(total.reasons()).containsExactly(Reason.COST_NOT_POSITIVE);
    }

    @Test
    void shouldGiveNoProbability_whereNothingIsUncertain() {
        PortfolioTotal total = total(NOBODY_SHARED, called("a").cost("10").benefit(3000, 0, 0.0));

        assertThat(total.probabilityPositive()).isNull();
        assertBounded(total.netBenefit(), 2990, 0, 0);
    }

    @Test
    void shouldHaveNoTotal_ofNothing() {
        assertThat(totals(null)).isEmpty();
        assertThat(totals(null, called("nothing"))).isEmpty();
    }
}
