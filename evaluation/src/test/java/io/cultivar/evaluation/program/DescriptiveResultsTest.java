package io.cultivar.evaluation.program;

import static io.cultivar.evaluation.sums.Cohort.CONTROL;
import static io.cultivar.evaluation.sums.Cohort.ENROLLED;
import static io.cultivar.evaluation.sums.Cohort.NONE;
import static io.cultivar.evaluation.sums.Cohort.TREATMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.event.Phase;
import io.cultivar.contract.result.AssessmentResult;
import io.cultivar.contract.result.Bucket;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.TrendPoint;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who took part, what they scored, and how metrics went: no comparison yet. */
class DescriptiveResultsTest {

    private static final double EXACT = 1e-12;

    private static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    private static Figures withControls() {
        return new Figures()
                .members(TREATMENT, Design.RANDOMIZED, 5, 0)
                .members(CONTROL, Design.RANDOMIZED, 3, 0)
                .members(ENROLLED, Design.SELF_SELECTED, 1, 0);
    }

    @Test
    void shouldShowAssessmentsByArm() {
        // given: everybody but the assigned controls came to learn
        Figures figures = withControls()
                .scores("quiz", TREATMENT, Phase.PRE, "0.2 0.4")
                .scores("quiz", TREATMENT, Phase.POST, "0.8")
                .scores("quiz", ENROLLED, Phase.POST, "0.6")
                .scores("quiz", NONE, Phase.POST, "0.1")
                .scores("quiz", CONTROL, Phase.PRE, "0.5")
                .gains("quiz", TREATMENT, "0.2 0.4", "0.8 0.6")
                .gains("quiz", ENROLLED, "0.5", "0.6");

        // when
        var assessments = figures.evaluate(Known.NOTHING).assessments();

        // then
        assertThat(assessments)
                .extracting(AssessmentResult::assessment, AssessmentResult::arm)
                .containsExactly(tuple("quiz", Arm.TREATMENT), tuple("quiz", Arm.CONTROL));
        AssessmentResult learners = assessments.get(0);
        assertThat(learners.phases())
                .extracting(scores -> tuple(scores.phase(), scores.assessed(), scores.mean()))
                .containsExactly(tuple(Phase.PRE, 2L, 0.3), tuple(Phase.POST, 3L, 0.5));
        assertThat(learners.paired()).isEqualTo(3);
        assertThat(there(learners.gain()).value()).isCloseTo(0.3, within(EXACT));
        assertThat(learners.reasons()).isEmpty();
        AssessmentResult controls = assessments.get(1);
        assertThat(controls.phases().get(0).standardDeviation()).isNull();
        assertThat(controls.gain()).isNull();
        assertThat(controls.reasons()).containsExactly(Reason.TOO_FEW_UNITS);
    }

    @Test
    void shouldSayThatGainsDoNotVary() {
        AssessmentResult result = new Figures()
                .scores("quiz", NONE, Phase.PRE, "0.2 0.4")
                .gains("quiz", NONE, "0.2 0.4", "0.3 0.5")
                .evaluate(Known.NOTHING)
                .assessments()
                .get(0);
        assertThat(result.gain()).isNull();
        assertThat(result.reasons()).containsExactly(Reason.NO_VARIANCE);
    }

    @Test
    void shouldShowTrendsByMetricPeriodAndArm() {
        // given
        Figures figures = withControls()
                .trend("b", TREATMENT, "2026-01", "1 3")
                .trend("a", CONTROL, "2026-02", "7")
                .trend("a", TREATMENT, "2026-01", "5")
                .trend("a", ENROLLED, "2026-01", "1000")
                .trend("a", ENROLLED, "2026-03", "1000")
                .weeklyTrend("c", CONTROL, "2026-01-26", "4");

        // when
        var trends = figures.evaluate(Known.NOTHING).trends();

        // then
        assertThat(trends)
                .containsExactly(
                        new TrendPoint("a", Arm.TREATMENT, Bucket.MONTH, LocalDate.of(2026, 1, 1), 1L, 5.0, null, null),
                        new TrendPoint("a", Arm.CONTROL, Bucket.MONTH, LocalDate.of(2026, 2, 1), 1L, 7.0, null, null),
                        new TrendPoint(
                                "b",
                                Arm.TREATMENT,
                                Bucket.MONTH,
                                LocalDate.of(2026, 1, 1),
                                2L,
                                2.0,
                                Math.sqrt(2),
                                null),
                        new TrendPoint("c", Arm.CONTROL, Bucket.WEEK, LocalDate.of(2026, 1, 26), 1L, 4.0, null, null));
    }

    @Test
    void shouldCountWhoTookPart() {
        // when
        var participation = withControls()
                .attendance(9, 6, 2, 1, 5, 4, 7_200)
                .certification(8, 3)
                .leadTime(4, 30)
                .evaluate(Known.NOTHING)
                .participation();

        // then
        assertThat(participation.enrolled().employees()).isEqualTo(9);
        assertThat(participation.completed().employees()).isEqualTo(6);
        assertThat(participation.failed().employees()).isEqualTo(2);
        assertThat(participation.withdrawn().employees()).isEqualTo(1);
        assertThat(participation.certified().employees()).isEqualTo(5);
        assertThat(participation.timed().employees()).isEqualTo(4);
        assertThat(participation.learnerTimeSeconds()).isEqualTo(new BigDecimal(7_200));
        assertThat(participation.certificationAttempted().employees()).isEqualTo(8);
        assertThat(participation.certificationHeld().employees()).isEqualTo(3);
        assertThat(participation.leadTimed().employees()).isEqualTo(4);
        assertThat(participation.meanLeadTimeDays()).isEqualTo(7.5);
        assertThat(withControls().evaluate(Known.NOTHING).participation().meanLeadTimeDays())
                .isNull();
    }
}
