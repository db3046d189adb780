package io.cultivar.evaluation.program;

import static io.cultivar.evaluation.sums.Cohort.CONTROL;
import static io.cultivar.evaluation.sums.Cohort.ENROLLED;
import static io.cultivar.evaluation.sums.Cohort.TREATMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.RetentionRate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** As-of is day 1000. */
class RetentionEvaluationTest {

    private static Figures treated() {
        return new Figures().members(TREATMENT, Design.RANDOMIZED, 10, 0);
    }

    private static List<RetentionRate> rates(Figures figures) {
        return figures.evaluate(Known.NOTHING).retention();
    }

    private static RetentionRate rate(int horizon, long followed, long retained) {
        return new RetentionRate(
                Arm.TREATMENT,
                horizon,
                followed,
                retained,
                (double) retained / followed,
                null,
                null,
                null,
                null,
                List.of(),
                null);
    }

    private static RetentionRate absent(Arm arm, int horizon, Reason reason) {
        return new RetentionRate(arm, horizon, 0L, 0L, null, null, null, null, null, List.of(reason), null);
    }

    @Test
    void shouldCountThoseWhoLeftOnTheLastDayAsLeft() {
        // given: people who came on day 100 and left after 90, 91, 365, 366 days, or stayed
        Figures figures = treated()
                .stay(TREATMENT, 100, 190L, 1)
                .stay(TREATMENT, 100, 191L, 1)
                .stay(TREATMENT, 100, 465L, 1)
                .stay(TREATMENT, 100, 466L, 1)
                .stay(TREATMENT, 100, null, 4);

        // then
        assertThat(rates(figures)).containsExactly(rate(90, 8, 7), rate(180, 8, 6), rate(365, 8, 5));
    }

    @Test
    void shouldCountOnlyThoseWhoWereFollowedLongEnough() {
        // given: index days 90, 91 and 180 days back; the one who left early was not followed to 180 days either
        Figures figures = treated()
                .stay(TREATMENT, 910, null, 3)
                .stay(TREATMENT, 911, 912L, 5)
                .stay(TREATMENT, 820, null, 2);

        // then
        assertThat(rates(figures))
                .containsExactly(
                        rate(90, 5, 5), rate(180, 2, 2), absent(Arm.TREATMENT, 365, Reason.FOLLOW_UP_TOO_SHORT));
    }

    @Test
    void shouldSayThatNobodysEmploymentIsKnown() {
        // given
        Figures figures = treated()
                .members(CONTROL, Design.RANDOMIZED, 1, 0)
                .members(ENROLLED, Design.SELF_SELECTED, 1, 0)
                .stay(ENROLLED, 100, null, 9)
                .stay(CONTROL, 990, null, 1);

        // then
        assertThat(rates(figures))
                .containsExactly(
                        absent(Arm.TREATMENT, 90, Reason.NO_EMPLOYMENT_DATA),
                        absent(Arm.TREATMENT, 180, Reason.NO_EMPLOYMENT_DATA),
                        absent(Arm.TREATMENT, 365, Reason.NO_EMPLOYMENT_DATA),
                        absent(Arm.CONTROL, 90, Reason.FOLLOW_UP_TOO_SHORT),
                        absent(Arm.CONTROL, 180, Reason.FOLLOW_UP_TOO_SHORT),
                        absent(Arm.CONTROL, 365, Reason.FOLLOW_UP_TOO_SHORT));
    }

    @Test
    void shouldCountThoseWhoEnrolled_whenThereAreNoControls() {
        assertThat(rates(treated().stay(TREATMENT, 0, null, 1).stay(ENROLLED, 0, 10L, 1)))
                .containsExactly(rate(90, 2, 1), rate(180, 2, 1), rate(365, 2, 1));
    }
}
