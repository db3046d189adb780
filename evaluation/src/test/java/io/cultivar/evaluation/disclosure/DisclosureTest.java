package io.cultivar.evaluation.disclosure;

import static io.cultivar.evaluation.disclosure.EveryCell.KNOWN;
import static io.cultivar.evaluation.disclosure.EveryCell.everywhere;
import static io.cultivar.evaluation.disclosure.EveryCell.ramp;
import static io.cultivar.evaluation.disclosure.EveryCell.steady;
import static io.cultivar.evaluation.sums.Cohort.TREATMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cultivar.contract.event.CostCategory;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.event.Phase;
import io.cultivar.contract.result.AssessmentResult;
import io.cultivar.contract.result.Decision;
import io.cultivar.contract.result.Effect;
import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.Grade;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Withheld;
import io.cultivar.evaluation.program.Figures;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisclosureTest {

    private static final Disclosure FIVE = new Disclosure(5);

    @ParameterizedTest
    @ValueSource(ints = {4, 1, 0, -1, Integer.MIN_VALUE})
    void shouldRefuseSmallerGroupsThanFive(int minimumGroup) {
        assertThatThrownBy(() -> new Disclosure(minimumGroup))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(String.valueOf(minimumGroup))
                .hasMessageContaining("5");
    }

    @ParameterizedTest
    @CsvSource({"5, 1, false", "5, 4, false", "5, 5, true", "5, 6, true", "20, 19, false", "20, 20, true"})
    void shouldShowCountsMeansAndRatesFromTheSmallestGroupOn(int minimumGroup, int n, boolean shown) {
        // given
        ProgramResult exact = everywhere(n, n).evaluate(KNOWN);

        // when
        ProgramResult found = new Disclosure(minimumGroup).publish(exact);

        // then
        Withheld expected = shown ? null : Withheld.SMALL_GROUP;
        var people = found.participation();
        assertThat(List.of(
                        people.enrolled(),
                        people.assignedTreatment(),
                        people.assignedControl(),
                        people.completed(),
                        people.failed(),
                        people.withdrawn(),
                        people.certified(),
                        people.certificationAttempted(),
                        people.certificationHeld(),
                        people.leadTimed(),
                        people.timed()))
                .allSatisfy(count -> {
                    assertThat(count.withheld()).isEqualTo(expected);
                    assertThat(count.employees()).isEqualTo(shown ? Long.valueOf(n) : null);
                });
        assertThat(people.learnerTimeSeconds() != null).isEqualTo(shown);
        assertThat(people.meanLeadTimeDays() != null).isEqualTo(shown);
        assertThat(found.feedback()).hasSize(1).allSatisfy(said -> {
            assertThat(said.withheld()).isEqualTo(expected);
            assertThat(said.satisfaction() != null).isEqualTo(shown);
            assertThat(said.quotes().isEmpty()).isEqualTo(n < 2 * minimumGroup);
        });
        assertThat(found.assessments()).hasSize(2).allSatisfy(assessment -> {
            assertThat(assessment.withheld()).isEqualTo(expected);
            assertThat(assessment.phases()).hasSize(2).allSatisfy(phase -> {
                assertThat(phase.withheld()).isEqualTo(expected);
                assertThat(phase.mean() != null).isEqualTo(shown);
            });
        });
        assertThat(found.retention()).hasSize(6).allSatisfy(rate -> {
            assertThat(rate.withheld()).isEqualTo(expected);
            assertThat(rate.rate() != null).isEqualTo(shown);
        });
        assertThat(found.trends()).hasSize(2).allSatisfy(point -> {
            assertThat(point.withheld()).isEqualTo(expected);
            assertThat(point.mean() != null).isEqualTo(shown);
        });
        assertThat(found.costs().withheld()).isEqualTo(expected);
        assertThat(found.costs().total() != null).isEqualTo(shown);
    }

    @Test
    void shouldDecideAboutEachPhaseAndTheGainApart() {
        // given
        ProgramResult exact = new Figures()
                .scores("quiz", TREATMENT, Phase.PRE, ramp(5))
                .scores("quiz", TREATMENT, Phase.POST, ramp(4))
                .gains("quiz", TREATMENT, steady(4), ramp(4))
                .evaluate(KNOWN);

        // when
        AssessmentResult found = FIVE.publish(exact).assessments().get(0);

        // then
        assertThat(found.phases().get(0).assessed()).isEqualTo(5);
        assertThat(found.phases().get(1).assessed()).isNull();
        assertThat(found.phases().get(1).standardDeviation()).isNull();
        assertThat(found.gain()).isNull();
        assertThat(found.paired()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "5, 9, 10, false",
        "5, 10, 9, false",
        "5, 10, 10, true",
        "20, 39, 40, false",
        "20, 40, 40, true",
        "5, 10, 0, true",
        "5, 10, 3, false"
    })
    void shouldShowEffectsFromTwiceTheSmallestGroupInEachArm(
            int minimumGroup, int treated, int controls, boolean shown) {
        // given
        ProgramResult exact = everywhere(treated, controls).evaluate(KNOWN);

        // when
        ProgramResult found = new Disclosure(minimumGroup).publish(exact);

        // then
        Effect effect = found.effects().get(0);
        assertThat(effect.withheld() == null).isEqualTo(shown);
        assertThat(effect.treatment() != null).isEqualTo(shown);
        assertThat(effect.differenceInDifferences() != null).isEqualTo(shown && controls > 0);
        assertThat(found.returns().benefit() != null).isEqualTo(shown && controls > 0);
    }

    @Test
    void shouldWithholdReturns_whenTheyRevealTheTimeOfASmallGroup() {
        // given: ten in each arm, but the time of four people is in the cost
        ProgramResult exact =
                everywhere(10, 10).attendance(0, 0, 0, 0, 0, -6, 0).evaluate(KNOWN);

        // when
        ProgramResult found = FIVE.publish(exact);

        // then
        assertThat(exact.costs().participantTimeDerived()).isNotNull();
        assertThat(found.costs().withheld()).isEqualTo(Withheld.SMALL_GROUP);
        assertThat(found.costs().total()).isNull();
        assertThat(found.costs().byCategory()).isEmpty();
        assertThat(found.costs().participantTimeDerived()).isNull();
        assertThat(found.returns().withheld()).isEqualTo(Withheld.SMALL_GROUP);
        assertThat(found.returns().benefit()).isNull();
        assertThat(found.effects().get(0).withheld()).isNull();
    }

    @Test
    void shouldShowReturns_whenTheTimeWasPosted() {
        // given: the posted cost says nothing about the time of the four people
        ProgramResult exact = everywhere(10, 10)
                .attendance(0, 0, 0, 0, 0, -6, 0)
                .cost(CostCategory.PARTICIPANT_TIME, "EUR", "70")
                .evaluate(KNOWN);

        // when
        ProgramResult found = FIVE.publish(exact);

        // then
        assertThat(found.costs().withheld()).isNull();
        assertThat(found.returns().roi()).isNotNull();
        assertThat(found.participation().learnerTimeSeconds()).isNull();
    }

    @Test
    void shouldConcludeNothing_whereTheNumbersAreWithheld() {
        // given: enough people to conclude something, too few for this smallest group
        ProgramResult exact = everywhere(35, 35).evaluate(KNOWN);

        // when
        Effect found = new Disclosure(20).publish(exact).effects().get(0);

        // then
        assertThat(exact.effects().get(0).evidence().grade()).isEqualTo(Grade.A);
        assertThat(found.withheld()).isEqualTo(Withheld.SMALL_GROUP);
        assertThat(found.evidence()).isEqualTo(new Evidence(Grade.E, List.of()));
        assertThat(found.decision()).isEqualTo(Decision.NOT_PROVEN_YET);
    }

    @Test
    void shouldWithholdARate_whenFewStayed() {
        // given
        ProgramResult exact = new Figures()
                .members(TREATMENT, Design.RANDOMIZED, 12, 0)
                .stay(TREATMENT, 0, 10L, 9)
                .stay(TREATMENT, 0, null, 3)
                .evaluate(KNOWN);

        // then
        assertThat(FIVE.publish(exact).retention()).hasSize(3).allSatisfy(rate -> {
            assertThat(rate.withheld()).isEqualTo(Withheld.SMALL_GROUP);
            assertThat(rate.followed()).isNull();
            assertThat(rate.retained()).isNull();
            assertThat(rate.rate()).isNull();
        });
    }

    @Test
    void shouldOnlyMark_whenNotPublishing() {
        // given
        ProgramResult exact = everywhere(4, 4).evaluate(KNOWN);

        // when
        ProgramResult marked = FIVE.mark(exact);

        // then
        assertThat(marked.participation().enrolled().employees()).isEqualTo(4);
        assertThat(marked.participation().enrolled().withheld()).isEqualTo(Withheld.SMALL_GROUP);
        assertThat(marked.effects().get(0).treatment())
                .isEqualTo(exact.effects().get(0).treatment());
        assertThat(marked.returns().roi()).isEqualTo(exact.returns().roi());
        assertThat(marked.trends().get(0).mean())
                .isEqualTo(exact.trends().get(0).mean());
    }

    @Test
    void shouldChangeNothing_whenEverybodyIsInLargeGroups() {
        // given
        ProgramResult exact = everywhere(30, 30).evaluate(KNOWN);

        // then
        assertThat(FIVE.publish(exact))
                .usingRecursiveComparison()
                .ignoringFields("survival")
                .isEqualTo(exact);
    }
}
