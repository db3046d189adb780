package io.cultivar.evaluation.disclosure;

import static io.cultivar.evaluation.disclosure.EveryCell.KNOWN;
import static io.cultivar.evaluation.disclosure.EveryCell.everywhere;
import static io.cultivar.evaluation.disclosure.EveryCell.ramp;
import static io.cultivar.evaluation.disclosure.EveryCell.steady;
import static io.cultivar.evaluation.program.Figures.METRIC;
import static io.cultivar.evaluation.sums.Cohort.CONTROL;
import static io.cultivar.evaluation.sums.Cohort.TREATMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.event.Better;
import io.cultivar.contract.event.Cap;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.result.Attrition;
import io.cultivar.contract.result.Comparison;
import io.cultivar.contract.result.Effect;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.evaluation.program.Figures;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a comparison would tell who was lost, who completed, and whose values were extreme. */
class ComparisonDisclosureTest {

    private static final Disclosure FIVE = new Disclosure(5);

    @Test
    void shouldHideHowManyAreMissing_whenFewAre() {
        // given: of 15 treated people ten are measured, two pending, three missing
        ProgramResult exact = everywhere(10, 10)
                .members(TREATMENT, Design.RANDOMIZED, 5, 0)
                .pending(METRIC, TREATMENT, 2)
                .evaluate(KNOWN);

        // when
        Effect found = FIVE.publish(exact).effects().get(0);

        // then
        assertThat(found.treatment()).isNotNull().satisfies(arm -> {
            assertThat(arm.pending()).isNull();
            assertThat(arm.missing()).isNull();
            assertThat(arm.measured()).isEqualTo(10);
        });
        assertThat(found.differenceInDifferences()).isNotNull();
        // the shares lost, and what assumes something about the lost, would tell how many they are
        assertThat(numbers(exact).attrition()).isNotNull();
        assertThat(numbers(exact).conservative()).isNotNull();
        assertThat(Objects.requireNonNull(found.comparison()).attrition()).isNull();
        assertThat(found.comparison().conservative()).isNull();
    }

    private static Comparison numbers(ProgramResult result) {
        return Objects.requireNonNull(result.effects().get(0).comparison());
    }

    @Test
    void shouldShowWhoWasLost_whenManyAreInEachArm() {
        // given: five lost of each arm
        ProgramResult exact = everywhere(10, 10)
                .members(TREATMENT, Design.RANDOMIZED, 5, 0)
                .members(CONTROL, Design.RANDOMIZED, 5, 0)
                .evaluate(KNOWN);

        // then
        assertThat(numbers(FIVE.publish(exact)).attrition())
                .isEqualTo(new Attrition(1.0 / 3, 0, false))
                .isEqualTo(numbers(exact).attrition());
        assertThat(numbers(FIVE.publish(exact)).conservative()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"12, 0, false", "12, 4, false", "12, 5, true", "12, 7, true", "12, 8, false", "12, 12, true"})
    void shouldHideTheEffectOnCompleters_whenItTellsHowFewDidOrDidNot(int treated, long completed, boolean shown) {
        // given
        Figures figures = everywhere(0, 12).members(TREATMENT, Design.RANDOMIZED, treated, 0);
        for (int person = 0; person < treated; person++) {
            String after = "%d.5".formatted(person);
            figures.changes(METRIC, TREATMENT, "1", after, person < completed ? Set.of(after) : Set.of());
        }

        // when
        ProgramResult exact = figures.evaluate(KNOWN);

        // then
        assertThat(numbers(exact).completed()).isEqualTo(completed);
        assertThat(numbers(exact).completers() != null).isEqualTo(completed > 0);
        assertThat(numbers(FIVE.publish(exact)).completers() != null).isEqualTo(shown);
        assertThat(numbers(FIVE.publish(exact)).completed())
                .isEqualTo(shown || completed == 0 ? Long.valueOf(completed) : null);
    }

    @Test
    void shouldHideThePlacebo_whenFewStandBehindIt() {
        // given: twelve in each arm, but of the controls only nine have values in both windows before the program
        ProgramResult exact = everywhere(12, 0)
                .members(CONTROL, Design.RANDOMIZED, 12, 0)
                .changes(METRIC, CONTROL, steady(12), ramp(12))
                .placebo(METRIC, CONTROL, steady(9), ramp(9))
                .evaluate(KNOWN);

        // then
        assertThat(numbers(exact).placebo()).isNotNull();
        assertThat(numbers(exact).placeboMeasured()).isEqualTo(9);
        assertThat(numbers(FIVE.publish(exact)).placebo()).isNull();
        assertThat(numbers(FIVE.publish(exact)).placeboMeasured()).isNull();
        assertThat(numbers(FIVE.publish(exact)).differenceInDifferences()).isNotNull();
    }

    /** The capped and the other effect differ by what the values beyond the cap add to a mean: of one person, exactly those. */
    @ParameterizedTest
    @CsvSource({"0, 0, true", "1, 0, false", "0, 1, false", "4, 30, false", "30, 4, false", "5, 0, true", "5, 6, true"})
    void shouldHideTheUncappedEffect_whereTheCapChangesAFew(int treated, int controls, boolean shown) {
        // given
        ProgramResult exact = new Figures()
                .members(TREATMENT, Design.RANDOMIZED, 30, 0)
                .members(CONTROL, Design.RANDOMIZED, 30, 0)
                .changes(METRIC, TREATMENT, steady(30), ramp(30))
                .changes(METRIC, CONTROL, steady(30), ramp(30))
                .uncapped(METRIC, TREATMENT, steady(30), beyond(treated), Set.of("7"))
                .uncapped(METRIC, CONTROL, steady(30), beyond(controls), Set.of("7"))
                .evaluate(KNOWN.measuring(METRIC, Better.HIGHER, new Cap(BigDecimal.ZERO, BigDecimal.ONE)));

        // when
        Comparison found = numbers(FIVE.publish(exact));

        // then
        assertThat(numbers(exact).uncapped()).isNotNull();
        assertThat(found.uncapped() != null).isEqualTo(shown);
        assertThat(found.capped()).isNull();
        assertThat(found.differenceInDifferences()).isNotNull();
    }

    private static String beyond(int few) {
        return IntStream.range(0, 30)
                .mapToObj(i -> i < few ? "7" : "0." + (10 + i))
                .collect(Collectors.joining(" "));
    }
}
