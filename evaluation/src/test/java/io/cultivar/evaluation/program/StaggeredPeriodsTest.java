package io.cultivar.evaluation.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.event.Design;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.StaggeredEffect;
import io.cultivar.evaluation.sums.Cohort;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which periods are looked at. */
class StaggeredPeriodsTest {

    @Test
    void shouldLookAtTheNewest36Periods() {
        // given: one person was measured for 38 periods, the others in the last three
        String all = "5" + " 6".repeat(37);
        String late = "-" + " -".repeat(34);
        var rollout = new Rollout()
                .person(38, all)
                .person(37, late + " 1 2 3")
                .person(37, late + " 1 3 5")
                .person(null, late + " 1 1 2")
                .person(null, late + " 2 4 4");

        // when
        StaggeredEffect effect = rollout.effects().get(0);

        // then
        assertThat(effect.firstPeriod()).isEqualTo("2026-03-01");
        assertThat(effect.lastPeriod()).isEqualTo("2029-02-01");
        assertThat(effect.reasons()).contains(Reason.PANEL_SHORTENED, Reason.NO_COMPLETE_PANEL);
    }

    @Test
    void shouldCountThePeriodUnderWayAmongTheNewest36() {
        // given: of three people the newest 36 periods are kept, the last of them under way; one is no longer measured
        String steady = " 5" + " 6".repeat(33);
        var rollout = new Rollout()
                .person(34, "-" + steady + " 7 8")
                .person(35, "-" + steady + " 7 9")
                .person(null, "-" + steady + " 6 1")
                .person(null, "1" + steady + " 8");

        // when
        StaggeredEffect effect = rollout.effects("2029-01-15T00:00:00Z").get(0);

        // then
        assertThat(effect.firstPeriod()).isEqualTo("2026-02-01");
        assertThat(effect.lastPeriod()).isEqualTo("2028-12-01");
        assertThat(effect.complete()).isEqualTo(4);
        assertThat(effect.reasons()).contains(Reason.PANEL_SHORTENED);
    }

    private static Rollout firstThreeMonths(String more, String afterAGap) {
        return new Rollout()
                .person(2, "1 2 3")
                .person(2, "1 3 5" + more)
                .person(3, "1 1 2")
                .person(3, "2 2 7" + more)
                .person(3, "2 - 4")
                .person(null, "1 1 2" + more)
                .person(null, "2 4 4")
                .person(null, "2 5" + afterAGap);
    }

    @Test
    void shouldLookAtPeriodsThatAreOver() {
        // given: in April few were measured yet
        var april = firstThreeMonths(" 9", " - 9");
        List<StaggeredEffect> march = firstThreeMonths("", "").effects("2026-04-01T00:00:00Z");

        // then
        assertThat(march).hasSize(2);
        assertThat(march.get(0).lastPeriod()).isEqualTo("2026-03-01");
        assertThat(march.get(0).complete()).isEqualTo(6);
        assertThat(march.get(0).leftOut()).isEqualTo(2);
        assertThat(april.effects("2026-04-01T00:00:00Z")).isEqualTo(march);
        assertThat(april.effects("2026-04-30T23:59:59.999999999Z")).isEqualTo(march);
        assertThat(april.effects("2026-05-01T00:00:00Z")).allSatisfy(effect -> {
            assertThat(effect.lastPeriod()).isEqualTo("2026-04-01");
            assertThat(effect.complete()).isEqualTo(3);
        });
    }

    @Test
    void shouldNotCompareWithThoseMeasuredOnlyInThePeriodUnderWay() {
        // given: a turn in April, the month under way
        var rollout = new Rollout()
                .person(2, "1 2 3")
                .person(2, "1 3 5")
                .person(3, "1 1 2")
                .person(3, "2 2 7");
        List<StaggeredEffect> without = rollout.effects("2026-04-20T00:00:00Z");

        // when
        rollout.person(Cohort.TREATMENT, Design.RANDOMIZED, 4, "- - - 5");

        // then
        assertThat(rollout.effects("2026-04-20T00:00:00Z")).isEqualTo(without);
        assertThat(without.get(0).groupTimes()).hasSize(1);
    }

    @Test
    void shouldBeSilent_whileTheFirstPeriodIsUnderWay() {
        var rollout = new Rollout().person(2, "1").person(3, "1").person(null, "2");
        assertThat(rollout.effects("2026-01-31T23:00:00Z")).isEmpty();
        assertThat(rollout.effects("2026-02-01T00:00:00Z")).isNotEmpty();
    }
}
