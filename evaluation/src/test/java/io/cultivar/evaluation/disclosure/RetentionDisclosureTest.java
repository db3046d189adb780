package io.cultivar.evaluation.disclosure;

import static io.cultivar.evaluation.sums.Cohort.CONTROL;
import static io.cultivar.evaluation.sums.Cohort.TREATMENT;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.event.LeavingKind;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.RetentionComparison;
import io.cultivar.contract.result.RetentionDifference;
import io.cultivar.contract.result.RetentionRate;
import io.cultivar.contract.result.SurvivalCurve;
import io.cultivar.contract.result.SurvivalPoint;
import io.cultivar.contract.result.Withheld;
import io.cultivar.evaluation.program.Figures;
import io.cultivar.evaluation.program.Known;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import io.cultivar.evaluation.sums.Sums;
import java.util.List;
import org.junit.jupiter.api.Test;

/** As-of is day 1000. */
class RetentionDisclosureTest {

    private static final Disclosure FIVE = new Disclosure(5);

    private static Figures treated(long people) {
        return new Figures().members(TREATMENT, Design.RANDOMIZED, people, 0);
    }

    private static void leave(Figures figures, Cohort cohort, LeavingKind kind, long day, long people) {
        figures.add(new Cell.Stay(Figures.PROGRAM, cohort, 0, day, kind), Sums.ofCounts(people));
    }

    private static ProgramResult published(Figures figures) {
        return FIVE.publish(figures.evaluate(Known.NOTHING));
    }

    private static SurvivalCurve curve(ProgramResult result, int place) {
        return result.survival().get(place);
    }

    private static List<Integer> days(SurvivalCurve curve) {
        return curve.points().stream().map(SurvivalPoint::day).toList();
    }

    @Test
    void shouldTellADayOfACurve_whenNobodyOrEnoughLeftSinceTheOneBefore() {
        // given: of 100 people 6 left on day 10, 3 on day 40, 3 on day 70, 6 on day 200
        Figures figures = treated(100)
                .stay(TREATMENT, 0, 10L, 6)
                .stay(TREATMENT, 0, 40L, 3)
                .stay(TREATMENT, 0, 70L, 3)
                .stay(TREATMENT, 0, 200L, 6)
                .stay(TREATMENT, 0, null, 82);

        // when
        SurvivalCurve found = curve(published(figures), 0);

        // then
        assertThat(days(found))
                .startsWith(0, 30, 90, 120, 150, 180, 210, 240)
                .contains(365)
                .endsWith(990);
        assertThat(found.points().subList(0, 4))
                .extracting(SurvivalPoint::atRisk, SurvivalPoint::left)
                .containsExactly(tuple(100L, 0L), tuple(94L, 6L), tuple(88L, 6L), tuple(88L, 0L));
        assertThat(found.points().get(2).survival()).isCloseTo(0.88, within(1e-12));
        assertThat(found.left()).isEqualTo(18);
        assertThat(found.restrictedMeanDays()).isNotNull();
    }

    @Test
    void shouldWithholdARate_whenFewLeft() {
        assertThat(published(treated(30).stay(TREATMENT, 0, 50L, 4).stay(TREATMENT, 0, null, 26))
                        .retention())
                .extracting(RetentionRate::withheld)
                .containsOnly(Withheld.SMALL_GROUP);
        assertThat(published(treated(30).stay(TREATMENT, 0, 50L, 5).stay(TREATMENT, 0, null, 25))
                        .retention())
                .extracting(RetentionRate::withheld)
                .containsOnlyNulls();
    }

    @Test
    void shouldWithholdARate_whenFewLeftSinceTheHorizonBefore() {
        assertThat(published(treated(30)
                                .stay(TREATMENT, 0, 50L, 5)
                                .stay(TREATMENT, 0, 100L, 2)
                                .stay(TREATMENT, 0, 300L, 3)
                                .stay(TREATMENT, 0, null, 20))
                        .retention())
                .extracting(RetentionRate::withheld)
                .containsExactly(null, Withheld.COMPLEMENTARY, null);
    }

    @Test
    void shouldWithholdARate_whenFewCameTooLateForIt() {
        // given: two of 20 came 100 days ago
        Figures figures = treated(20).stay(TREATMENT, 0, null, 18).stay(TREATMENT, 900, null, 2);

        // then
        assertThat(published(figures).retention())
                .extracting(RetentionRate::withheld)
                .containsExactly(null, Withheld.COMPLEMENTARY, Withheld.COMPLEMENTARY);
    }

    @Test
    void shouldNotTellHowManyLeftOnTheVeryDay() {
        // given: five left by day 90, one of them on it
        Figures figures = treated(20)
                .stay(TREATMENT, 0, 50L, 4)
                .stay(TREATMENT, 0, 90L, 1)
                .stay(TREATMENT, 0, null, 15);

        // then
        ProgramResult found = published(figures);
        assertThat(found.retention())
                .extracting(RetentionRate::retained, RetentionRate::atRisk)
                .containsExactly(tuple(15L, 15L), tuple(15L, 15L), tuple(15L, 15L));
        assertThat(curve(found, 0).points())
                .filteredOn(point -> point.day() == 90)
                .extracting(SurvivalPoint::atRisk)
                .containsExactly(15L);
    }

    @Test
    void shouldWithholdTheVoluntaryCurve_whenFewLeftOtherwise() {
        // given
        Figures figures = treated(40).stay(TREATMENT, 0, null, 30);
        leave(figures, TREATMENT, LeavingKind.VOLUNTARY, 20, 7);
        leave(figures, TREATMENT, LeavingKind.INVOLUNTARY, 20, 2);
        leave(figures, TREATMENT, LeavingKind.OTHER, 20, 1);

        // then
        assertThat(published(figures).survival())
                .extracting(SurvivalCurve::withheld)
                .containsExactly(null, Withheld.COMPLEMENTARY);
        leave(figures, TREATMENT, LeavingKind.OTHER, 20, 2);
        assertThat(published(figures).survival())
                .extracting(SurvivalCurve::withheld)
                .containsOnlyNulls();
    }

    @Test
    void shouldSayNothingAtAllOfAWithheldCurve() {
        SurvivalCurve found = curve(published(treated(4).stay(TREATMENT, 0, null, 4)), 0);
        assertThat(found)
                .isEqualTo(new SurvivalCurve(
                        Arm.TREATMENT, null, null, null, List.of(), null, 365, List.of(), Withheld.SMALL_GROUP));
    }

    @Test
    void shouldHideTheTotalAndTheMean_whenFewLeftAfterTheLastDayTold() {
        // given: six left by day 30, one on day 300
        Figures figures = treated(40)
                .stay(TREATMENT, 0, 30L, 6)
                .stay(TREATMENT, 0, 300L, 1)
                .stay(TREATMENT, 0, null, 33);

        // when
        SurvivalCurve found = curve(published(figures), 0);

        // then
        assertThat(days(found)).endsWith(270);
        assertThat(found.people()).isEqualTo(40);
        assertThat(found.left()).isNull();
        assertThat(found.restrictedMeanDays()).isNull();
    }

    private static Figures arms(long treated, long treatedLeavers, long controls, long controlLeavers) {
        return treated(treated)
                .members(CONTROL, Design.RANDOMIZED, controls, 0)
                .stay(TREATMENT, 0, 50L, treatedLeavers)
                .stay(TREATMENT, 0, null, treated - treatedLeavers)
                .stay(CONTROL, 0, 40L, controlLeavers)
                .stay(CONTROL, 0, null, controls - controlLeavers);
    }

    private static RetentionComparison comparison(Figures figures) {
        return requireNonNull(published(figures).retentionComparison());
    }

    @Test
    void shouldWithholdTheComparison_whenAnArmIsSmallOrFewLeftIt() {
        for (Figures small : List.of(
                arms(9, 0, 30, 6), arms(30, 6, 9, 0), arms(30, 4, 30, 8), arms(30, 8, 30, 1), arms(30, 27, 30, 8))) {
            RetentionComparison found = comparison(small);
            assertThat(found.withheld()).isEqualTo(Withheld.SMALL_GROUP);
            assertThat(found.logRank()).isNull();
            assertThat(found.observedMinusExpected()).isNull();
            assertThat(found.variance()).isNull();
            assertThat(found.hazardRatio()).isNull();
            assertThat(found.restrictedMeanDifferenceDays()).isNull();
            assertThat(found.differences()).isEmpty();
            assertThat(found.reasons()).isEmpty();
        }
        RetentionComparison found = comparison(arms(10, 5, 30, 8));
        assertThat(found.withheld()).isNull();
        assertThat(found.logRank()).isNotNull();
        assertThat(found.restrictedMeanDifferenceDays()).isNotNull();
        assertThat(found.differences()).hasSize(3);
    }

    @Test
    void shouldTellADifference_onlyWhereBothRatesAreTold() {
        // given: two of the controls left between days 90 and 180
        Figures figures = arms(30, 6, 30, 8)
                .stay(CONTROL, 0, null, -5)
                .stay(CONTROL, 0, 100L, 2)
                .stay(CONTROL, 0, 200L, 3);

        // then
        assertThat(comparison(figures).differences())
                .extracting(RetentionDifference::horizonDays)
                .containsExactly(90, 365);
    }

    @Test
    void shouldOnlyMark_whenNotPublishing() {
        ProgramResult exact = arms(9, 4, 30, 8).evaluate(Known.NOTHING);
        ProgramResult marked = FIVE.mark(exact);
        assertThat(marked.survival().get(0).points())
                .isEqualTo(exact.survival().get(0).points());
        assertThat(marked.survival().get(0).withheld()).isEqualTo(Withheld.SMALL_GROUP);
        assertThat(marked.retentionComparison())
                .usingRecursiveComparison()
                .ignoringFields("withheld")
                .isEqualTo(exact.retentionComparison());
    }
}
