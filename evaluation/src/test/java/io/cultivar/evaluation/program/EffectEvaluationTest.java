package io.cultivar.evaluation.program;

import static io.cultivar.evaluation.program.Figures.METRIC;
import static io.cultivar.evaluation.sums.Cohort.CONTROL;
import static io.cultivar.evaluation.sums.Cohort.TREATMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cultivar.contract.event.Better;
import io.cultivar.contract.event.Cap;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.result.AlwaysValid;
import io.cultivar.contract.result.Attrition;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Comparison;
import io.cultivar.contract.result.Decision;
import io.cultivar.contract.result.Effect;
import io.cultivar.contract.result.Estimate;
import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.Grade;
import io.cultivar.contract.result.Reason;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * That every number of the comparison comes from the right arm, the right sums and with the right sign; the formulas have tests
 * of their own. Expected values: R 4.2.2.
 */
class EffectEvaluationTest {

    private static final double EXACT = 1e-9;

    /** Errors a week, lower is better, counted up to 14; xt, yt of the treated, xc, yc of the controls in R. */
    private static final String XT = "10 12 9 14 11 13 10 15 12 8 11 13";

    private static final String YT = "7 8 6.5 9 10 12 5 11 8.5 7.5 9.5 14";
    private static final String XC = "11 10 13 12 9 14 10 12 13 11 8 12";
    private static final String YC = "10 10.5 12 13 9 13.5 9.5 11 12.5 11.5 7 13";

    /** The after-values of the eight treated who completed. */
    private static final Set<String> COMPLETED = Set.of("7", "8", "6.5", "9", "5", "11", "8.5", "7.5");

    private static final Known KNOWN = Known.of(Known.intangible(METRIC))
            .measuring(METRIC, Better.LOWER, new Cap(BigDecimal.ZERO, new BigDecimal(14)))
            .planned(null, 40);

    /** Fourteen treated, two of them lost; fourteen controls, one of them pending and one lost. */
    private static Figures figures() {
        return new Figures()
                .members(TREATMENT, Design.RANDOMIZED, 14, 0)
                .members(CONTROL, Design.RANDOMIZED, 14, 1)
                .changes(METRIC, TREATMENT, XT, YT, COMPLETED)
                .changes(METRIC, CONTROL, XC, YC, Set.of("10"))
                .pending(METRIC, CONTROL, 1)
                .uncapped(METRIC, TREATMENT, XT, YT.replace("9.5 14", "9.5 20"), Set.of("20"))
                .uncapped(METRIC, CONTROL, XC.replace("9 14", "9 18"), YC)
                .placebo(METRIC, TREATMENT, "13 11 7 14 12 13 11 14 12 9 10 13", XT)
                .placebo(METRIC, CONTROL, "11 11 13 11 9 14 10 13 12 11 8", XC.replace(" 8 12", " 8"));
    }

    private static Effect effect(Figures figures, Known known) {
        return figures.evaluate(known).effects().get(0);
    }

    private static Comparison numbers() {
        return there(effect(figures(), KNOWN).comparison());
    }

    private static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    private static double value(@Nullable Estimate estimate) {
        return there(estimate).value();
    }

    @Test
    void shouldCompareChanges() {
        // R: w <- t.test(yt - xt, yc - xc); w$stderr; w$parameter
        Estimate difference = there(numbers().differenceInDifferences());
        assertThat(difference.value()).isCloseTo(-2.2916666666666665, within(EXACT));
        assertThat(difference.standardError()).isCloseTo(0.5949864186549457, within(EXACT));
        assertThat(difference.degreesOfFreedom()).isCloseTo(14.599181054620361, within(EXACT));
        // R: a <- .05; rho <- sqrt((-2 * log(a) + log(1 - 2 * log(a))) / 40); N <- 24; D -+ w$stderr * sqrt(N) *
        // sqrt(2 * (N * rho^2 + 1) / (N^2 * rho^2) * log(sqrt(N * rho^2 + 1) / a)) * qt(.975, w$parameter) /
        // qnorm(.975)
        AlwaysValid alwaysValid = there(difference.alwaysValid());
        assertThat(alwaysValid.lower()).isCloseTo(-4.276911379615106, within(EXACT));
        assertThat(alwaysValid.upper()).isCloseTo(-0.3064219537182271, within(EXACT));
        // R: (qt(.975, w$parameter) + qt(.8, w$parameter)) * w$stderr, and over M
        assertThat(there(numbers().minimumDetectable()).absolute()).isCloseTo(1.787040211970461, within(EXACT));
        assertThat(there(numbers().minimumDetectable()).relative()).isCloseTo(0.15826186379074195, within(EXACT));
    }

    @Test
    void shouldTurnTheRelativeEffect_soThatPositiveIsBetter() {
        // R: M <- mean(xt) + mean(yc - xc); R <- D / M; se <- sqrt((var(dt - R * xt) + (1 + R)^2 * var(dc)) / 12) / M
        Bounded relative = there(numbers().relative());
        assertThat(relative.value()).isCloseTo(0.2029520295202952, within(EXACT));
        assertThat(there(relative.lower())).isCloseTo(0.09551382314186603, within(EXACT));
        assertThat(there(relative.upper())).isCloseTo(0.3103902358987244, within(EXACT));
        assertThat(there(relative.alwaysValid()).lower()).isPositive().isLessThan(0.0955);
        // and where higher is better the same change is a loss
        Bounded loss = there(there(effect(figures(), KNOWN.measuring(METRIC, Better.HIGHER, null))
                        .comparison())
                .relative());
        assertThat(loss.value()).isEqualTo(-relative.value());
    }

    @Test
    void shouldShowTheValuesAsMeasuredBesideTheCappedOnes() {
        // R: yt[12] <- 20; xc[6] <- 18; mean(yt - xt) - mean(yc - xc)
        assertThat(value(numbers().uncapped())).isCloseTo(-1.4583333333333335, within(EXACT));
        // one of the treated has more than the cap
        assertThat(numbers().capped()).isEqualTo(1);
        // without a cap, what is left of one (a changed definition is being applied) does not count
        Known uncapped = KNOWN.measuring(METRIC, Better.LOWER, null);
        assertThat(there(effect(figures(), uncapped).comparison()).uncapped()).isNull();
    }

    @Test
    void shouldSayWhoWasLost_andWhatIfTheyHadNotChanged() {
        // 2 of 14 and 1 of 13, the pending one being in neither
        Attrition attrition = there(numbers().attrition());
        assertThat(attrition.overall()).isCloseTo(3.0 / 27, within(EXACT));
        assertThat(attrition.differential()).isCloseTo(2.0 / 14 - 1.0 / 13, within(EXACT));
        assertThat(attrition.low()).isFalse();
        // R: t.test(c(yt - xt, 0, 0), c(yc - xc, 0))
        assertThat(value(numbers().conservative())).isCloseTo(-1.9505494505494505, within(EXACT));
        assertThat(there(numbers().conservative()).standardError()).isCloseTo(0.5674878205195517, within(EXACT));
    }

    @Test
    void shouldCreditTheEffectToTheTreatedWhoCompleted() {
        // D / (8/12)
        assertThat(numbers().completed()).isEqualTo(8);
        assertThat(value(numbers().completers())).isCloseTo(-3.4375, within(EXACT));
    }

    @Test
    void shouldLookAtTheValuesAfterwards() {
        // R: mean(yt) - mean(yc)
        assertThat(value(numbers().postOnly())).isCloseTo(-2.041666666666666, within(EXACT));
        // R: m <- data.frame(x = mean(c(xt, xc))); predict(lm(y ~ x, data.frame(x = xt, y = yt)), m) - the same of c
        assertThat(value(numbers().lin())).isCloseTo(-2.2681867008334606, within(EXACT));
        // R: coef(lm(c(yt, yc) ~ rep(1:0, each = 12) + c(xt, xc)))[2]
        assertThat(value(numbers().ancova())).isCloseTo(-2.2643589743589736, within(EXACT));
        // R: exp(lgamma(11) - lgamma(10.5)) / sqrt(11) * (mean(yt) - mean(yc)) / sqrt((var(yt) + var(yc)) / 2)
        assertThat(there(numbers().hedgesG()).value()).isCloseTo(-0.8805986186714694, within(EXACT));
        assertThat(there(numbers().hedgesGOfChange()).value()).isCloseTo(-1.5180946624814586, within(EXACT));
    }

    @Test
    void shouldLookAtWhatWasBefore() {
        // R: (mean(xt) - mean(xc)) / sqrt((var(xt) + var(xc)) / 2)
        assertThat(there(numbers().baseline()).standardizedDifference()).isCloseTo(0.13008872711759817, within(EXACT));
        // R: zt, zc the values before that; mean(xt - zt) - mean((xc - zc)[1:11])
        assertThat(value(numbers().placebo())).isCloseTo(-1 / 12.0, within(EXACT));
        assertThat(numbers().placeboMeasured()).isEqualTo(11);
    }

    @Test
    void shouldBeGradedByWhatWasFound() {
        Effect effect = effect(figures(), KNOWN);
        assertThat(effect.evidence())
                .isEqualTo(new Evidence(
                        Grade.C, List.of(Reason.FEW_UNITS, Reason.HIGH_ATTRITION, Reason.BASELINE_ADJUST)));
        assertThat(effect.reasons()).isEmpty();
        // fewer errors, but evidence of grade C
        assertThat(effect.decision()).isEqualTo(Decision.NOT_PROVEN_YET);
        // if more of them were better, it were a program that does harm
        Known higher = KNOWN.measuring(METRIC, Better.HIGHER, null);
        assertThat(effect(figures(), higher).decision()).isEqualTo(Decision.STOP_OR_FIX);
    }

    /** Forty people in each arm, nobody lost; the treated change by so much more. */
    private static Figures large(double more) {
        String before = join(i -> 10 + i % 5);
        return new Figures()
                .members(TREATMENT, Design.RANDOMIZED, 40, 0)
                .members(CONTROL, Design.RANDOMIZED, 40, 0)
                .changes(METRIC, TREATMENT, before, join(i -> 10 + more + i % 5 + i % 3))
                .changes(METRIC, CONTROL, before, join(i -> 10 + i % 5 + i % 3));
    }

    private static String join(IntToDoubleFunction number) {
        return IntStream.range(0, 40)
                .mapToObj(i -> Double.toString(number.applyAsDouble(i)))
                .collect(Collectors.joining(" "));
    }

    @Test
    void shouldDecideByTheIntervalThatHoldsHoweverOftenOneLooks() {
        Known known = Known.of(Known.intangible(METRIC));
        assertThat(effect(large(2), known).decision()).isEqualTo(Decision.EXPAND);
        assertThat(effect(large(-2), known).decision()).isEqualTo(Decision.STOP_OR_FIX);
        assertThat(effect(large(-2), known.measuring(METRIC, Better.LOWER, null))
                        .decision())
                .isEqualTo(Decision.EXPAND);
        // 0.45 is significant for one look, but not for every look
        Effect one = effect(large(0.45), known);
        assertThat(there(one.differenceInDifferences()).lower()).isPositive();
        assertThat(there(there(one.differenceInDifferences()).alwaysValid()).lower())
                .isNegative();
        assertThat(one.evidence().grade()).isEqualTo(Grade.A);
        assertThat(one.decision()).isEqualTo(Decision.NOT_PROVEN_YET);
    }

    @Test
    void shouldDecideNothing_whereTooFewOrSkewedForSuchAnInterval() {
        // given: ten in each arm; the fixed interval is wholly bad, but one of the treated changed much more than all
        // others
        Figures figures = new Figures()
                .members(TREATMENT, Design.RANDOMIZED, 10, 0)
                .members(CONTROL, Design.RANDOMIZED, 10, 0)
                .changes(METRIC, TREATMENT, "9 9 9 9 9 9 9 9 9 9", "4 4 4 4 4 4 4 4 4 1")
                .changes(METRIC, CONTROL, "9 9 9 9 9 9 9 9 9 9", "9 9 9 9 9 10 10 10 10 10");

        // when
        Effect effect = effect(figures, Known.of(Known.intangible(METRIC)));

        // then
        assertThat(there(effect.differenceInDifferences()).upper()).isNegative();
        assertThat(there(effect.differenceInDifferences()).alwaysValid()).isNull();
        assertThat(effect.reasons()).containsExactly(Reason.TOO_FEW_OR_SKEWED);
        assertThat(effect.evidence().grade()).isEqualTo(Grade.C);
        assertThat(effect.decision()).isEqualTo(Decision.NOT_PROVEN_YET);
    }

    @Test
    void shouldFindNoAttrition_whereAnArmHasNobodySettled() {
        // given: nobody was assigned to treatment; of the controls everybody is pending
        Figures figures =
                new Figures().members(CONTROL, Design.RANDOMIZED, 3, 3).pending(METRIC, CONTROL, 3);

        // then
        Comparison numbers = there(effect(figures, KNOWN).comparison());
        assertThat(there(numbers.control()).missing()).isZero();
        assertThat(numbers.attrition()).isNull();
    }

    @Test
    void shouldCallAttritionLow_upToItsBoundsExactly() {
        assertThat(attrition(20, 2, 20, 1).low()).isTrue();
        assertThat(attrition(20, 3, 20, 1).low()).isFalse();
        assertThat(attrition(20, 1, 20, 2).low()).isTrue();
        assertThat(attrition(20, 1, 20, 3).low()).isFalse();
        assertThat(attrition(20, 4, 20, 4).low()).isTrue();
        assertThat(attrition(20, 5, 20, 4).low()).isFalse();
    }

    private static Attrition attrition(long treated, int lostT, long controls, int lostC) {
        Figures figures = new Figures()
                .members(TREATMENT, Design.RANDOMIZED, treated, 0)
                .members(CONTROL, Design.RANDOMIZED, controls, 0)
                .changes(METRIC, TREATMENT, "1 ".repeat((int) treated - lostT), "2 ".repeat((int) treated - lostT))
                .changes(METRIC, CONTROL, "1 ".repeat((int) controls - lostC), "2 ".repeat((int) controls - lostC));
        return there(there(effect(figures, KNOWN).comparison()).attrition());
    }
}
