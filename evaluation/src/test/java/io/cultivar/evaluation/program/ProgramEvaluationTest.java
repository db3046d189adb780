package io.cultivar.evaluation.program;

import static io.cultivar.evaluation.program.Figures.METRIC;
import static io.cultivar.evaluation.sums.Cohort.CONTROL;
import static io.cultivar.evaluation.sums.Cohort.ENROLLED;
import static io.cultivar.evaluation.sums.Cohort.TREATMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.cultivar.contract.event.Design;
import io.cultivar.contract.event.ProgramOutcome;
import io.cultivar.contract.result.ArmChange;
import io.cultivar.contract.result.Effect;
import io.cultivar.contract.result.Estimate;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Reason;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProgramEvaluationTest {

    private static final double EXACT = 1e-12;

    private static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    private static Effect onlyEffect(ProgramResult result) {
        assertThat(result.effects()).hasSize(1);
        return result.effects().get(0);
    }

    /** Treated go up by 4, 6; controls by 1, 2, 3; one who only enrolled by 100. */
    private static Figures controlled() {
        return new Figures()
                .members(TREATMENT, Design.RANDOMIZED, 5, 0)
                .members(CONTROL, Design.RANDOMIZED, 3, 0)
                .members(ENROLLED, Design.SELF_SELECTED, 1, 0)
                .changes(METRIC, TREATMENT, "10 20", "14 26")
                .changes(METRIC, CONTROL, "10 11 12", "11 13 15")
                .changes(METRIC, ENROLLED, "10", "110")
                .pending(METRIC, TREATMENT, 2);
    }

    @Test
    void shouldFindNothing_whenNothingIsKnown() {
        assertThat(ProgramEvaluation.of("unknown", Known.NOTHING, Map.of(), Figures.AS_OF, false))
                .isEmpty();
    }

    @Test
    void shouldStateTheDefinition_whenNobodyTookPart() {
        // when
        ProgramResult result = new Figures().evaluate(Known.of(Known.worth(METRIC, "10", "EUR")));

        // then
        assertThat(result.definition()).isNotNull();
        assertThat(result.participation().enrolled().employees()).isZero();
        assertThat(onlyEffect(result).reasons()).containsExactly(Reason.NO_CONTROL_GROUP);
        assertThat(result.retention()).isEmpty();
        assertThat(result.returns().reasons()).containsExactly(Reason.NO_CONTROL_GROUP, Reason.NO_ISOLATION);
        assertThat(result.costs().reasons()).containsExactly(Reason.NO_COST);
    }

    @Test
    void shouldSayWhatIsMissing_whenProgramIsNotDefined() {
        // when
        ProgramResult result = controlled().evaluate(Known.NOTHING);

        // then
        assertThat(result.definition()).isNull();
        assertThat(result.effects()).isEmpty();
        assertThat(result.returns().reasons()).containsExactly(Reason.NOT_DEFINED);
        assertThat(result.participation().assignedTreatment().employees()).isEqualTo(5);
        assertThat(result.participation().assignedControl().employees()).isEqualTo(3);
    }

    @Test
    void shouldKeepThoseWhoOnlyEnrolledOut_whenThereAreControls() {
        // when
        Effect effect = onlyEffect(controlled().evaluate(Known.of(Known.intangible(METRIC))));

        // then
        ArmChange treatment = there(effect.treatment());
        assertThat(treatment.measured()).isEqualTo(2);
        assertThat(treatment.meanBefore()).isEqualTo(15);
        assertThat(treatment.meanAfter()).isEqualTo(20);
        assertThat(treatment.meanChange()).isEqualTo(5);
        assertThat(there(effect.control()).meanChange()).isEqualTo(2);
        Estimate difference = there(effect.differenceInDifferences());
        assertThat(difference.value()).isEqualTo(3);
        // R 4.2.2: sqrt(var(c(4,6))/2 + var(c(1,2,3))/3)
        assertThat(difference.standardError()).isCloseTo(1.1547005383792515, within(EXACT));
        assertThat(there(effect.postOnly()).value()).isEqualTo(7);
        assertThat(effect.baseline()).isNotNull();
        assertThat(effect.hedgesG()).isNotNull();
        assertThat(effect.ancova()).isNotNull();
        assertThat(effect.placebo()).isNull();
        assertThat(effect.design()).isEqualTo(Design.RANDOMIZED);
        assertThat(effect.reasons()).containsExactly(Reason.TOO_FEW_OR_SKEWED);
        assertThat(effect.withheld()).isNull();
    }

    @Test
    void shouldCountPendingAndMissingPeople() {
        // when
        Effect effect = onlyEffect(controlled().evaluate(Known.of(Known.intangible(METRIC))));

        // then
        ArmChange treatment = there(effect.treatment());
        assertThat(treatment.assigned()).isEqualTo(5);
        assertThat(treatment.pending()).isEqualTo(2);
        assertThat(treatment.missing()).isEqualTo(1);
        ArmChange control = there(effect.control());
        assertThat(control.assigned()).isEqualTo(3);
        assertThat(control.pending()).isZero();
        assertThat(control.missing()).isZero();
    }

    @Test
    void shouldMakeThoseWhoEnrolledTheTreatmentArm_whenThereAreNoControls() {
        // given
        Figures figures = new Figures()
                .members(TREATMENT, Design.RANDOMIZED, 1, 0)
                .members(ENROLLED, Design.SELF_SELECTED, 2, 1)
                .changes(METRIC, TREATMENT, "1", "2")
                .changes(METRIC, ENROLLED, "1 1", "4 5")
                .money(TREATMENT, "1")
                .money(ENROLLED, "3 4");

        // when
        ProgramResult result = figures.evaluate(Known.of(Known.worth(METRIC, "1", "EUR")));

        // then
        Effect effect = onlyEffect(result);
        assertThat(there(effect.treatment()).assigned()).isEqualTo(3);
        assertThat(there(effect.treatment()).measured()).isEqualTo(3);
        assertThat(there(effect.treatment()).change()).isNotNull();
        assertThat(effect.control()).isNull();
        assertThat(effect.differenceInDifferences()).isNull();
        assertThat(effect.provisional()).isTrue();
        assertThat(effect.design()).isEqualTo(Design.SELF_SELECTED);
        assertThat(effect.reasons())
                .containsExactly(Reason.NO_CONTROL_GROUP, Reason.MIXED_DESIGN, Reason.SELF_SELECTED);
        assertThat(result.returns().benefit()).isNull();
        assertThat(result.returns().roi()).isNull();
        assertThat(result.returns().currency()).isEqualTo("EUR");
        assertThat(result.returns().reasons()).containsExactly(Reason.NO_CONTROL_GROUP, Reason.NO_ISOLATION);
    }

    @Test
    void shouldShowTheWeakestOfMixedDesigns() {
        // given
        Figures figures = controlled().members(CONTROL, Design.WAITLIST, 1, 0);

        // when
        ProgramResult result = figures.evaluate(Known.of(Known.intangible(METRIC)));

        // then
        assertThat(onlyEffect(result).design()).isEqualTo(Design.WAITLIST);
        assertThat(onlyEffect(result).reasons()).containsExactly(Reason.TOO_FEW_OR_SKEWED, Reason.MIXED_DESIGN);
        assertThat(result.participation().designs())
                .containsExactly(Design.RANDOMIZED, Design.WAITLIST, Design.SELF_SELECTED);
    }

    @Test
    void shouldBeProvisional_onlyWhileAWindowOfTheComparisonIsOpen() {
        Known known = Known.of(Known.intangible(METRIC));
        assertThat(onlyEffect(controlled().evaluate(known)).provisional()).isFalse();
        assertThat(onlyEffect(controlled()
                                .members(ENROLLED, Design.SELF_SELECTED, 1, 1)
                                .evaluate(known))
                        .provisional())
                .isFalse();
        assertThat(onlyEffect(controlled()
                                .members(CONTROL, Design.RANDOMIZED, 1, 1)
                                .evaluate(known))
                        .provisional())
                .isTrue();
    }

    @Test
    void shouldSayWhyThereIsNoEstimate() {
        // given
        Figures few = new Figures()
                .members(TREATMENT, Design.MATCHED, 2, 0)
                .members(CONTROL, Design.MATCHED, 2, 0)
                .changes(METRIC, TREATMENT, "1 2", "2 4")
                .changes(METRIC, CONTROL, "1", "2");
        Figures flat = new Figures()
                .members(TREATMENT, Design.MATCHED, 2, 0)
                .members(CONTROL, Design.MATCHED, 2, 0)
                .changes(METRIC, TREATMENT, "1 2", "2 3")
                .changes(METRIC, CONTROL, "1 5", "1 5");

        // then
        Known undefinedMetric = new Known(Known.program("P12M", null, Known.intangible(METRIC)), Map.of());
        assertThat(onlyEffect(few.evaluate(undefinedMetric)).reasons())
                .containsExactly(Reason.TOO_FEW_UNITS, Reason.METRIC_NOT_DEFINED);
        assertThat(onlyEffect(flat.evaluate(Known.of(Known.intangible(METRIC)))).reasons())
                .containsExactly(Reason.NO_VARIANCE);
    }

    @Test
    void shouldSayThatItIsBeingRefolded() {
        // when
        ProgramResult result = ProgramEvaluation.of(
                        Figures.PROGRAM, Known.of(Known.intangible(METRIC)), Map.of(), Figures.AS_OF, true)
                .orElseThrow();

        // then
        assertThat(result.refolding()).isTrue();
        assertThat(onlyEffect(result).reasons()).containsExactly(Reason.NO_CONTROL_GROUP, Reason.REFOLDING);
    }

    @Test
    void shouldJudgeByTheDeclaredPrimary_elseByTheFirst() {
        // given
        ProgramOutcome second = new ProgramOutcome("b", null, null, null, true, null);
        Figures figures = controlled().changes("c", TREATMENT, "1", "2").pending("d", CONTROL, 1);

        // then
        assertThat(figures.evaluate(Known.of(Known.intangible("a"), second)).effects())
                .extracting(Effect::metric, Effect::primary)
                .containsExactly(
                        tuple("a", false),
                        tuple("b", true),
                        tuple("c", false),
                        tuple("d", false),
                        tuple(METRIC, false));
        assertThat(new Figures()
                        .evaluate(Known.of(Known.intangible("z"), Known.intangible("a")))
                        .effects())
                .extracting(Effect::metric, Effect::primary)
                .containsExactly(tuple("a", false), tuple("z", true));
    }

    @Test
    void shouldCompareTrendsBeforehand() {
        // given
        Figures figures = controlled()
                .placebo(METRIC, TREATMENT, "1 2 3", "2 4 3")
                .placebo(METRIC, CONTROL, "1 2", "1 3")
                .placebo(METRIC, ENROLLED, "1", "100");

        // when
        Estimate placebo = there(
                onlyEffect(figures.evaluate(Known.of(Known.intangible(METRIC)))).placebo());

        // then
        assertThat(placebo.value()).isEqualTo(0.5);
    }
}
