package io.cultivar.evaluation.disclosure;

import static io.cultivar.evaluation.disclosure.EveryCell.ramp;
import static io.cultivar.evaluation.disclosure.EveryCell.steady;
import static io.cultivar.evaluation.program.Figures.PROGRAM;
import static io.cultivar.evaluation.sums.Cohort.TREATMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.event.Phase;
import io.cultivar.contract.result.AssessmentResult;
import io.cultivar.contract.result.Count;
import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.Participation;
import io.cultivar.contract.result.PhaseScores;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Withheld;
import io.cultivar.evaluation.program.Figures;
import io.cultivar.evaluation.program.Known;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Sums;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be seen of assessments and certificates when the smallest group is five. */
class LearningDisclosureTest {

    private static final Disclosure FIVE = new Disclosure(5);
    private static final Cell.Scores POST = new Cell.Scores(PROGRAM, "quiz", null, TREATMENT, Phase.POST);

    private static ProgramResult published(Figures figures) {
        return FIVE.publish(figures.evaluate(Known.NOTHING));
    }

    private static PhaseScores post(Figures figures) {
        return published(figures).assessments().get(0).phases().get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "20, 20, true, true",
        "20, 16, true, false",
        "20, 15, true, true",
        "20, 4, true, false",
        "20, 5, true, true",
        "20, 0, true, true",
        "4, 4, false, false",
        "16, 10, false, false",
        "15, 10, true, true",
        "0, 0, true, true"
    })
    void shouldNotTellThatAFewWereNotJudgedPassedOrFailed(
            long judged, long passed, boolean judgedShown, boolean passedShown) {
        // given: twenty people
        PhaseScores found = post(new Figures().scores(POST, ramp(20), judged, passed));

        // then
        assertThat(found.judged()).isEqualTo(judgedShown ? Long.valueOf(judged) : null);
        assertThat(found.passed()).isEqualTo(passedShown ? Long.valueOf(passed) : null);
        assertThat(found.mean()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, false", "4, false", "5, true"})
    void shouldNotTellThatAFewTriedAgain(long again, boolean shown) {
        PhaseScores found =
                post(new Figures().scores(POST, ramp(20), 0, 0).add(POST, Sums.ofCounts(0, 0, 0, again, 0, 0)));
        assertThat(found.attempts()).isEqualTo(shown ? Long.valueOf(20 + again) : null);
    }

    @ParameterizedTest
    @CsvSource({"20, true", "21, false", "24, false", "25, true"})
    void shouldWithholdThePhaseThatAFewMoreTookThanTheShownGainHas(int pre, boolean shown) {
        // given: twenty people with a gain; all minus those would be the others' mean
        AssessmentResult found = published(new Figures()
                        .scores("quiz", TREATMENT, Phase.PRE, ramp(pre))
                        .scores(POST, ramp(20), 0, 0)
                        .gains("quiz", TREATMENT, steady(20), ramp(20)))
                .assessments()
                .get(0);

        // then
        assertThat(found.gain()).isNotNull();
        assertThat(found.hedgesG()).isNotNull();
        assertThat(found.phases().get(0).withheld()).isEqualTo(shown ? null : Withheld.COMPLEMENTARY);
        assertThat(found.phases().get(0).mean() != null).isEqualTo(shown);
        assertThat(found.phases().get(1).withheld()).isNull();
    }

    @Test
    void shouldWithholdWhatAFewWereFollowedUpFor() {
        // given: ten with a gain, four of them followed up from post, five from pre
        AssessmentResult found = published(new Figures()
                        .scores("quiz", TREATMENT, Phase.PRE, ramp(10))
                        .gains("quiz", TREATMENT, steady(10), ramp(10))
                        .scoreChanges("quiz", TREATMENT, Phase.POST, Phase.FOLLOW_UP, steady(4), ramp(4))
                        .scoreChanges("quiz", TREATMENT, Phase.PRE, Phase.FOLLOW_UP, steady(5), ramp(5)))
                .assessments()
                .get(0);

        // then
        assertThat(found.gain()).isNotNull();
        assertThat(found.followedUp()).isNull();
        assertThat(found.decay()).isNull();
        assertThat(found.lasting()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"4, false", "5, true"})
    void shouldTellNothingOfTheStrengthOfAGainOfAFew(int paired, boolean shown) {
        AssessmentResult found = published(new Figures()
                        .scores("quiz", TREATMENT, Phase.PRE, ramp(10))
                        .gains("quiz", TREATMENT, steady(paired), ramp(paired)))
                .assessments()
                .get(0);

        assertThat(found.withheld()).isEqualTo(shown ? null : Withheld.SMALL_GROUP);
        assertThat(found.minimumDetectable() != null).isEqualTo(shown);
        assertThat(found.evidence().equals(Evidence.WITHHELD)).isEqualTo(!shown);
    }

    @Test
    void shouldWithholdTheLastingGainOfAFew() {
        AssessmentResult found = published(new Figures()
                        .scores("quiz", TREATMENT, Phase.PRE, ramp(10))
                        .scoreChanges("quiz", TREATMENT, Phase.PRE, Phase.FOLLOW_UP, steady(4), ramp(4)))
                .assessments()
                .get(0);
        assertThat(found.lasting()).isNull();
        assertThat(found.phases().get(0).mean()).isNotNull();
    }

    @Test
    void shouldWithholdASkill_whenOneOfTheAssessmentsIsWithheld() {
        // given: the skill's mean minus that of the quiz would be that of the four who sat the exam
        var found = published(new Figures()
                        .scores("exam", TREATMENT, Phase.POST, ramp(4))
                        .scores("quiz", TREATMENT, Phase.POST, ramp(10))
                        .scores(new Cell.Scores(PROGRAM, null, "excel", TREATMENT, Phase.POST), ramp(14), 0, 0)
                        .scores("quiz", TREATMENT, Phase.PRE, ramp(10))
                        .scores(new Cell.Scores(PROGRAM, null, "excel", TREATMENT, Phase.PRE), ramp(10), 0, 0))
                .assessments();

        // then
        assertThat(found.get(0).phases().get(0).withheld()).isEqualTo(Withheld.SMALL_GROUP);
        assertThat(found.get(1).phases()).allMatch(phase -> phase.withheld() == null);
        assertThat(found.get(2).skill()).isEqualTo("excel");
        assertThat(found.get(2).phases())
                .extracting(PhaseScores::withheld)
                .containsExactly(null, Withheld.COMPLEMENTARY);
    }

    @ParameterizedTest
    @CsvSource({
        "12, 12, 12, , ",
        "12, 11, 11, COMPLEMENTARY, ",
        "12, 7, 7, , ",
        "12, 12, 9, , COMPLEMENTARY",
        "12, 12, 4, , SMALL_GROUP",
        "12, 12, 0, , ",
        "3, 3, 3, SMALL_GROUP, SMALL_GROUP"
    })
    void shouldNotTellThatAFewFailedOrHoldNoCertificateAnyMore(
            long attempted, long certified, long held, Withheld ofAttempted, Withheld ofHeld) {
        Participation found = published(
                        new Figures().attendance(20, 20, 0, 0, certified, 0, 0).certification(attempted, held))
                .participation();
        assertThat(found.certificationAttempted())
                .isEqualTo(new Count(ofAttempted == null ? attempted : null, ofAttempted));
        assertThat(found.certificationHeld()).isEqualTo(new Count(ofHeld == null ? held : null, ofHeld));
    }
}
