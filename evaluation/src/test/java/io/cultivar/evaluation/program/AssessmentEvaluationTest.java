package io.cultivar.evaluation.program;

import static io.cultivar.evaluation.program.Figures.PROGRAM;
import static io.cultivar.evaluation.sums.Cohort.CONTROL;
import static io.cultivar.evaluation.sums.Cohort.TREATMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.event.Phase;
import io.cultivar.contract.result.AssessmentResult;
import io.cultivar.contract.result.Estimate;
import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.Grade;
import io.cultivar.contract.result.PhaseScores;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.Standardized;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Sums;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What people learned, kept and forgot. */
class AssessmentEvaluationTest {

    private static final double EXACT = 1e-9;
    private static final double P = 1e-6;

    private static AssessmentResult only(Figures figures) {
        List<AssessmentResult> found = figures.evaluate(Known.NOTHING).assessments();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static void assertEstimate(
            @Nullable Estimate estimate, double value, double error, double lower, double p) {
        Estimate there = Objects.requireNonNull(estimate);
        assertThat(there.value()).isCloseTo(value, within(EXACT));
        assertThat(there.standardError()).isCloseTo(error, within(EXACT));
        assertThat(there.lower()).isCloseTo(lower, within(EXACT));
        assertThat(there.p()).isCloseTo(p, within(P));
    }

    @Test
    void shouldEstimateGainDecayAndLastingGainOverThePeopleWithBoth() {
        // given: five with a gain, three of them followed up
        AssessmentResult found = only(new Figures()
                .scores("quiz", TREATMENT, Phase.PRE, "0.2 0.4 0.5 0.3 0.6")
                .gains("quiz", TREATMENT, "0.2 0.4 0.5 0.3 0.6", "0.8 0.6 0.9 0.7 0.75")
                .scoreChanges("quiz", TREATMENT, Phase.POST, Phase.FOLLOW_UP, "0.8 0.6 0.9", "0.7 0.65 0.8")
                .scoreChanges("quiz", TREATMENT, Phase.PRE, Phase.FOLLOW_UP, "0.2 0.4 0.5", "0.7 0.65 0.8"));

        // then: R, t.test(post, pre, paired = TRUE): estimate, stderr, conf.int, p.value
        assertThat(found.paired()).isEqualTo(5);
        assertEstimate(found.gain(), 0.35, 0.08062257748298551, 0.12615583937893504, 0.01224123863681065);
        assertThat(found.followedUp()).isEqualTo(3);
        assertEstimate(found.decay(), -0.05, 0.05, -0.2651326364874732, 0.42264973081037427);
        assertEstimate(found.lasting(), 0.35, 0.0763762615825973, 0.02137946961357874, 0.04446691409409081);
        // R: J * mean(d) / sd(d) with J by lgamma, sqrt(1/n + g^2/(2n)), g -+ qnorm(.975) times that
        Standardized g = Objects.requireNonNull(found.hedgesG());
        assertThat(g.value()).isCloseTo(1.5490535285485052, within(EXACT));
        assertThat(g.standardError()).isCloseTo(0.6632923061749303, within(EXACT));
        assertThat(g.lower()).isCloseTo(0.2490244972231277, within(EXACT));
        assertThat(g.upper()).isCloseTo(2.8490825598738825, within(EXACT));
        assertThat(found.reasons()).isEmpty();
        // R: (qt(.975, 4) + qt(.8, 4)) * stderr
        assertThat(found.minimumDetectable()).isCloseTo(0.2997071501579531, within(EXACT));
    }

    /** One after the other, none like the one before. */
    private static String scores(int people, double first) {
        return IntStream.range(0, people)
                .mapToObj(i -> Double.toString(first + i % 3 / 10.0))
                .collect(Collectors.joining(" "));
    }

    @Test
    void shouldGradeAGainAsADescription_alsoWherePeopleWereAssignedByLot() {
        // given: both arms were tested, 30 people each, all drawn by lot
        List<AssessmentResult> found = new Figures()
                .members(TREATMENT, Design.RANDOMIZED, 30, 0)
                .members(CONTROL, Design.RANDOMIZED, 30, 0)
                .scores("quiz", TREATMENT, Phase.PRE, "0.5")
                .gains("quiz", TREATMENT, "0.1 ".repeat(30).trim(), scores(30, 0.5))
                .scores("quiz", CONTROL, Phase.PRE, "0.5")
                .gains("quiz", CONTROL, "0.1 ".repeat(30).trim(), scores(30, 0.2))
                .evaluate(Known.NOTHING)
                .assessments();

        // then: a gain of one arm says nothing about what the training caused
        assertThat(found).hasSize(2).allSatisfy(each -> {
            assertThat(each.design()).isEqualTo(Design.RANDOMIZED);
            assertThat(each.evidence())
                    .isEqualTo(new Evidence(Grade.E, List.of(Reason.NO_COMPARISON, Reason.BEFORE_AFTER_ONLY)));
        });
    }

    @Test
    void shouldSayWhatElseWeakensAGain() {
        AssessmentResult found = only(new Figures()
                .members(TREATMENT, Design.SELF_SELECTED, 2, 0)
                .scores("quiz", TREATMENT, Phase.PRE, "0.5 0.5")
                .gains("quiz", TREATMENT, "0.5 0.5", "0.6 0.6"));

        assertThat(found.minimumDetectable()).isNull();
        assertThat(found.design()).isEqualTo(Design.SELF_SELECTED);
        assertThat(found.evidence().reasons())
                .containsExactlyInAnyOrder(
                        Reason.NO_COMPARISON,
                        Reason.BEFORE_AFTER_ONLY,
                        Reason.SELF_SELECTED,
                        Reason.FEW_UNITS,
                        Reason.NO_VARIANCE);
    }

    @Test
    void shouldCountAttemptsAndJudgementsByPhase() {
        // given: three people, two more attempts, two judged, one passed
        var post = new Cell.Scores(PROGRAM, "quiz", null, TREATMENT, Phase.POST);

        // when
        PhaseScores found = only(new Figures()
                        .scores(post, "0.5 0.6 0.7", 2, 1)
                        .add(post, Sums.ofCounts(0, 0, 0, 2, 0, 0)))
                .phases()
                .get(0);

        // then
        assertThat(found.assessed()).isEqualTo(3);
        assertThat(found.attempts()).isEqualTo(5);
        assertThat(found.judged()).isEqualTo(2);
        assertThat(found.passed()).isEqualTo(1);
    }

    @Test
    void shouldListAssessmentsThenSkillsByArm_andKeepThemApart() {
        // given: a skill that is called as an assessment is
        Figures figures = new Figures()
                .scores("quiz", TREATMENT, Phase.PRE, "0.5")
                .scores("exam", TREATMENT, Phase.PRE, "0.4")
                .scores(new Cell.Scores(PROGRAM, null, "quiz", CONTROL, Phase.PRE), "0.1", 0, 0)
                .scores(new Cell.Scores(PROGRAM, null, "excel", TREATMENT, Phase.PRE), "0.2", 0, 0);

        // then
        assertThat(figures.evaluate(Known.NOTHING).assessments())
                .extracting(
                        AssessmentResult::assessment,
                        AssessmentResult::skill,
                        AssessmentResult::arm,
                        result -> result.phases().get(0).mean())
                .containsExactly(
                        tuple("exam", null, Arm.TREATMENT, 0.4),
                        tuple("quiz", null, Arm.TREATMENT, 0.5),
                        tuple(null, "excel", Arm.TREATMENT, 0.2),
                        tuple(null, "quiz", Arm.CONTROL, 0.1));
    }

    @Test
    void shouldHaveReasonsInPlaceOfAGain_whenOnlyAfterwardsWasTested() {
        AssessmentResult found = only(new Figures()
                .scores("quiz", TREATMENT, Phase.POST, "0.8 0.9")
                .scoreChanges("quiz", TREATMENT, Phase.POST, Phase.FOLLOW_UP, "0.8 0.9", "0.7 0.9"));
        assertThat(found.paired()).isZero();
        assertThat(found.gain()).isNull();
        assertThat(found.hedgesG()).isNull();
        assertThat(found.reasons()).containsExactly(Reason.TOO_FEW_UNITS);
        assertThat(found.evidence().reasons()).containsExactlyInAnyOrder(Reason.NO_COMPARISON, Reason.TOO_FEW_UNITS);
        assertThat(found.decay()).isNotNull();
        assertThat(found.lasting()).isNull();
    }
}
