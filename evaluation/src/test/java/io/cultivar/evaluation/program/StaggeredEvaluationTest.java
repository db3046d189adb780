package io.cultivar.evaluation.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cultivar.contract.event.Design;
import io.cultivar.contract.result.ComparisonGroup;
import io.cultivar.contract.result.Grade;
import io.cultivar.contract.result.GroupTimeEffect;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.StaggeredEffect;
import io.cultivar.evaluation.disclosure.Disclosure;
import io.cultivar.evaluation.sums.Cohort;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaggeredEvaluationTest {

    /** So many people of a cohort, whose noise goes around in circles, with an effect of 10 from their start on. */
    private static void add(
            Rollout rollout, int people, Cohort cohort, Design design, @Nullable Integer start, int drift) {
        for (int person = 0; person < people; person++) {
            StringBuilder values = new StringBuilder();
            for (int period = 1; period <= 5; period++) {
                int noise = (person * 7 + period * period * 3 + person * person * period) % 11;
                int gain = start != null && period >= start ? 10 : 0;
                int before = start != null && period >= 2 ? drift : 0;
                values.append(period == 1 ? "" : " ").append(100 + period + noise + gain + before);
            }
            rollout.person(cohort, design, start, values.toString());
        }
    }

    private static Rollout large(int cohort, Design design, int drift) {
        var rollout = new Rollout();
        add(rollout, cohort, Cohort.TREATMENT, design, 3, drift);
        add(rollout, cohort, Cohort.TREATMENT, design, 4, drift);
        add(rollout, 2 * cohort, Cohort.CONTROL, design, null, drift);
        return rollout;
    }

    @Test
    void shouldBeSilent_whenAllTurnsCameInOnePeriod() {
        var rollout = new Rollout()
                .person(2, "1 2 3")
                .person(2, "1 3 5")
                .person(null, "1 1 2")
                .person(null, "2 4 4");
        assertThat(rollout.effects()).isEmpty();
    }

    @Test
    void shouldCompareWithThoseNotYetTreatedOnly_whenEverybodyIsInTheEnd() {
        // given: nobody was ever assigned to a control arm
        var rollout = new Rollout()
                .person(Cohort.TREATMENT, Design.WAITLIST, 2, "1 2 3")
                .person(Cohort.TREATMENT, Design.WAITLIST, 2, "1 3 5")
                .person(Cohort.TREATMENT, Design.WAITLIST, 3, "1 1 2")
                .person(Cohort.TREATMENT, Design.WAITLIST, 3, "2 4 4");

        // when
        List<StaggeredEffect> effects = rollout.effects();

        // then: of the first cohort in the one period before the second one's turn
        assertThat(effects).hasSize(1);
        assertThat(effects.get(0).comparisonGroup()).isEqualTo(ComparisonGroup.NOT_YET_TREATED);
        assertThat(effects.get(0).groupTimes()).hasSize(1);
        assertThat(effects.get(0).groupTimes().get(0).start()).isEqualTo("2026-02-01");
        assertThat(effects.get(0).groupTimes().get(0).period()).isEqualTo("2026-02-01");
        // mean(c(1, 2)) - mean(c(0, 2)), sqrt((.25 + .25 + 1 + 1) / 4)
        assertThat(effects.get(0).simple()).isNotNull().satisfies(simple -> {
            assertThat(simple.value()).isEqualTo(0.5);
            assertThat(simple.standardError()).isEqualTo(Math.sqrt(0.625));
        });
        // R: (qnorm(.975) + qnorm(.8)) * sqrt(.625)
        assertThat(effects.get(0).minimumDetectable()).isCloseTo(2.2148475870741486, within(1e-12));
        assertThat(effects.get(0).design()).isEqualTo(Design.WAITLIST);
        assertThat(effects.get(0).preTrend()).isNull();
        assertThat(effects.get(0).evidence().grade()).isEqualTo(Grade.E);
        assertThat(effects.get(0).evidence().reasons())
                .containsExactly(Reason.NOT_RANDOMIZED, Reason.FEW_UNITS, Reason.NO_PRE_TREND_TEST);
    }

    @Test
    void shouldLetAControlWhoIsTreatedLaterTakePartWithThatStart() {
        // given
        var rollout = new Rollout()
                .person(2, "1 2 3")
                .person(2, "1 3 5")
                .person(Cohort.CONTROL, Design.WAITLIST, 3, "1 1 7")
                .person(Cohort.CONTROL, Design.WAITLIST, 3, "2 4 9")
                .person(null, "1 1 2")
                .person(null, "1 2 3");

        // then
        assertThat(rollout.effects())
                .hasSize(2)
                .allSatisfy(effect -> assertThat(effect.group())
                        .extracting(aggregate -> String.valueOf(aggregate.start()))
                        .containsExactly("2026-02-01", "2026-03-01"));
    }

    @Test
    void shouldLeaveThoseOutWhoOnlyEnrolled_whenThereAreControls() {
        // given
        var rollout = new Rollout()
                .person(2, "1 2 3")
                .person(2, "1 3 5")
                .person(null, "1 1 2")
                .person(null, "2 4 4")
                .person(Cohort.ENROLLED, Design.SELF_SELECTED, 3, "1 2 3");

        // then: one turn is left
        assertThat(rollout.effects()).isEmpty();
    }

    @Test
    void shouldNotCountThoseWhoHaveNoBefore() {
        // given: two people's turn had come by the first period
        var rollout = new Rollout()
                .person(1, "1 2 3")
                .person(0, "1 2 9")
                .person(2, "1 3 5")
                .person(2, "1 2 4")
                .person(null, "1 1 2")
                .person(null, "2 4 4");

        // when
        StaggeredEffect effect = rollout.effects().get(0);

        // then
        assertThat(effect.complete()).isEqualTo(4);
        assertThat(effect.leftOut()).isZero();
        assertThat(effect.groupTimes())
                .extracting(cell -> cell.start().toString())
                .containsOnly("2026-02-01");
    }

    @Test
    void shouldTellWhy_whenNobodyIsLeftToCompareWith() {
        // given: the second cohort was never measured
        var rollout = new Rollout().person(2, "1 2 3").person(2, "1 3 5").person(3, "1 - -");

        // when
        StaggeredEffect effect = rollout.effects().get(0);

        // then
        assertThat(effect.groupTimes()).isEmpty();
        assertThat(effect.simple()).isNull();
        assertThat(effect.reasons()).containsExactly(Reason.NO_COMPARISON_GROUP);
        assertThat(effect.evidence().grade()).isEqualTo(Grade.E);
    }

    @Test
    void shouldStillGiveGroupTimes_whenNobodyWasMeasuredInEveryPeriod() {
        // given
        var rollout = new Rollout()
                .person(2, "1 2 - 4")
                .person(2, "1 3 - 2")
                .person(3, "- 5 6 8")
                .person(null, "1 1 2 -")
                .person(null, "2 4 4 -");

        // when
        StaggeredEffect effect = rollout.effects().get(0);

        // then: mean(c(1, 2)) - mean(c(0, 2))
        assertThat(effect.complete()).isZero();
        assertThat(effect.leftOut()).isEqualTo(5);
        assertThat(effect.reasons()).containsExactly(Reason.NO_COMPLETE_PANEL);
        GroupTimeEffect first = effect.groupTimes().get(0);
        assertThat(first.controls()).isEqualTo(2);
        assertThat(first.controlsComplete()).isZero();
        assertThat(first.effect())
                .isNotNull()
                .satisfies(att -> assertThat(att.value()).isEqualTo(0.5));
        assertThat(effect.dynamic()).isEmpty();
    }

    @Test
    void shouldBridgeAGap() {
        // given: base February, measured again in April
        var rollout = new Rollout()
                .person(3, "9 1 - 4")
                .person(3, "9 1 - 6")
                .person(4, "9 1 2 3")
                .person(null, "9 1 - 2")
                .person(null, "9 1 1 3");

        // when
        GroupTimeEffect april = rollout.effects().get(0).groupTimes().stream()
                .filter(cell ->
                        cell.start().getMonthValue() == 3 && cell.period().getMonthValue() == 4)
                .findFirst()
                .orElseThrow();

        // then: mean(c(3, 5)) - mean(c(1, 2)), sqrt((1 + 1 + .25 + .25) / 4)
        assertThat(april.treated()).isEqualTo(2);
        assertThat(april.controls()).isEqualTo(2);
        assertThat(april.effect()).isNotNull().satisfies(att -> {
            assertThat(att.value()).isEqualTo(2.5);
            assertThat(att.standardError()).isEqualTo(Math.sqrt(0.625));
        });
    }

    @Test
    void shouldShowNoErrorWhereNothingVaries() {
        // given
        var rollout = new Rollout()
                .person(2, "1 2 3")
                .person(2, "5 6 7")
                .person(3, "1 1 2")
                .person(3, "2 2 3")
                .person(null, "1 1 1")
                .person(null, "8 8 8");

        // then
        assertThat(rollout.effects()).hasSize(2).allSatisfy(effect -> {
            assertThat(effect.simple()).isNull();
            assertThat(effect.groupTimes())
                    .isNotEmpty()
                    .allSatisfy(cell -> assertThat(cell.effect()).isNull());
            assertThat(effect.group())
                    .hasSize(2)
                    .allSatisfy(cell -> assertThat(cell.effect()).isNull());
            assertThat(effect.preTrend()).isNull();
            assertThat(effect.reasons()).contains(Reason.NO_VARIANCE);
        });
    }

    /** A number that is none cannot be put into a result: it would throw. */
    @Test
    void shouldHoldNoNumberThatIsNone() {
        List<String> people = List.of(
                "-999999999999999 1e-18 999999999999999 0",
                "0 0 0 0",
                "1 - 1e15 -",
                "1e-18 2e-18 1e-18 - -",
                "- - - 7",
                "999999999999999.999999999999999999 1000000000000000.0 0 1");
        List<Integer> starts = Arrays.asList(2, 3, 4, null, 9, -3);
        for (int first = 0; first < 6 * 6 * 6; first++) {
            var rollout = new Rollout();
            for (int person = 0; person < 12; person++) {
                int start = person * (1 + first / 36) % 6;
                rollout.person(starts.get(start), people.get((person + first % 36 * (person / 6)) % 6));
            }
            assertThat(new Disclosure(5).publish(rollout.evaluate()).staggered())
                    .isNotNull();
            assertThat(rollout.effects())
                    .allSatisfy(effect -> assertThat(effect.reasons()).isNotNull());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RANDOMIZED, 40, A, ''",
        "WAITLIST, 40, B, NOT_RANDOMIZED",
        "SELF_SELECTED, 40, C, SELF_SELECTED NOT_RANDOMIZED",
        "RANDOMIZED, 10, C, FEW_UNITS",
        "RANDOMIZED, 4, E, FEW_UNITS"
    })
    void shouldGradeByDesignAndSize(Design design, int cohort, Grade grade, String reasons) {
        // when
        StaggeredEffect effect = large(cohort, design, 0).effects().get(0);

        // then
        assertThat(effect.evidence().grade()).isEqualTo(grade);
        assertThat(effect.evidence().reasons())
                .extracting(Reason::name)
                .containsExactlyInAnyOrder(reasons.isEmpty() ? new String[0] : reasons.split(" ", -1));
    }

    @Test
    void shouldFlagAPreTrendAndManyLeftOut() {
        // given: the treated had drifted away in February; a third was not measured in May
        var rollout = large(40, Design.RANDOMIZED, 5);
        Collections.nCopies(60, "101 102 103 104 -").forEach(values -> rollout.person(null, values));

        // when
        StaggeredEffect effect = rollout.effects().get(0);

        // then
        assertThat(effect.evidence().grade()).isEqualTo(Grade.C);
        assertThat(effect.evidence().reasons()).containsExactly(Reason.HIGH_ATTRITION, Reason.PRE_TREND);
    }
}
