package io.cultivar.evaluation.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.cultivar.contract.Json;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.TreatmentStart;
import io.cultivar.contract.result.Withheld;
import io.cultivar.evaluation.disclosure.Disclosure;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import io.cultivar.evaluation.sums.Sums;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TreatmentStartsTest {

    private static final int MARCH = 3;
    private static final int APRIL = 4;

    private static LocalDate month(int month) {
        return LocalDate.of(2026, month, 1);
    }

    private static TreatmentStart exact(int month, boolean most, long people) {
        return new TreatmentStart(month(month), most, people, null);
    }

    private static TreatmentStart published(int month, boolean most) {
        return new TreatmentStart(month(month), most, null, null);
    }

    private static Rollout starting(int march, int april) {
        Rollout rollout = new Rollout();
        for (int person = 0; person < march + april; person++) {
            rollout.person(person < march ? MARCH : APRIL, "1 2 3 4");
        }
        return rollout;
    }

    private static List<TreatmentStart> publish(ProgramResult result) {
        return new Disclosure(5).publish(result).starts();
    }

    @Test
    void shouldTellWhenTreatmentBegan() {
        assertThat(starting(9, 1).evaluate().starts()).containsExactly(exact(MARCH, true, 9), exact(APRIL, false, 1));
        assertThat(starting(8, 1).evaluate().starts()).containsExactly(exact(MARCH, false, 8), exact(APRIL, false, 1));
        assertThat(starting(0, 2).evaluate().starts()).containsExactly(exact(APRIL, true, 2));
    }

    @Test
    void shouldNotCountThoseWhoAreControls_whetherTheirTurnComesOrNot() {
        // given
        Rollout rollout = starting(6, 0);
        rollout.person(null, "1 2 3 4");
        rollout.person(Cohort.CONTROL, Design.RANDOMIZED, APRIL, "1 2 3 4");

        // then
        assertThat(rollout.evaluate().starts()).containsExactly(exact(MARCH, true, 6));
    }

    @Test
    void shouldCountThoseWhoOnlyEnrolled_whereNobodyIsAControl() {
        // given
        Rollout rollout = starting(6, 0);
        rollout.person(Cohort.ENROLLED, Design.SELF_SELECTED, APRIL, "1 2 3 4");
        assertThat(rollout.evaluate().starts()).containsExactly(exact(MARCH, false, 6), exact(APRIL, false, 1));

        // when somebody is
        rollout.person(null, "1 2 3 4");

        // then
        assertThat(rollout.evaluate().starts()).containsExactly(exact(MARCH, true, 6));
    }

    @Test
    void shouldTellNothing_whereNobodyDefinedTheProgram() {
        // given
        Figures figures =
                new Figures().add(new Cell.Starts(Figures.PROGRAM, Cohort.TREATMENT, 56 * 12), Sums.ofCounts(9));

        // then
        assertThat(figures.evaluate(Known.NOTHING).starts()).isEmpty();
        assertThat(figures.evaluate(Known.of(Known.intangible(Figures.METRIC))).starts())
                .containsExactly(exact(1, true, 9));
    }

    private static Stream<Arguments> groups() {
        return Stream.of(
                arguments(4, 0, List.of()),
                arguments(5, 0, List.of(published(MARCH, true))),
                // The day on which treatment began for one to four people is not told.
                arguments(45, 4, List.of(published(MARCH, true))),
                arguments(5, 4, List.of(published(MARCH, false))),
                arguments(4, 4, List.of()),
                arguments(50, 5, List.of(published(MARCH, true), published(APRIL, false))),
                arguments(5, 5, List.of(published(MARCH, false), published(APRIL, false))));
    }

    @ParameterizedTest
    @MethodSource("groups")
    void shouldPublishNoPeriodOfFew_andNoNumber(int march, int april, List<TreatmentStart> expected) {
        // when
        ProgramResult result = starting(march, april).evaluate();

        // then
        assertThat(publish(result)).isEqualTo(expected);
        var json = new String(Json.write(publish(result)), StandardCharsets.UTF_8);
        assertThat(json).doesNotContain("people", "withheld");
    }

    @Test
    void shouldMarkWhatIsNotPublished() {
        assertThat(new Disclosure(20).mark(starting(19, 20).evaluate()).starts())
                .containsExactly(
                        new TreatmentStart(month(MARCH), false, 19L, Withheld.SMALL_GROUP), exact(APRIL, false, 20));
    }

    @Test
    void shouldTellTheSame_whoeverOfTheFewStartedWhen() {
        // given two programs that differ only in when three people started
        List<TreatmentStart> april = publish(starting(20, 3).evaluate());
        Rollout may = starting(20, 2);
        may.person(5, "1 2 3 4");

        // then
        assertThat(publish(may.evaluate())).isEqualTo(april).containsExactly(published(MARCH, false));
    }
}
