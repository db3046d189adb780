package io.cultivar.evaluation.disclosure;

import static io.cultivar.evaluation.disclosure.EveryCell.ramp;
import static io.cultivar.evaluation.program.Figures.METRIC;
import static io.cultivar.evaluation.sums.Cohort.CONTROL;
import static io.cultivar.evaluation.sums.Cohort.ENROLLED;
import static io.cultivar.evaluation.sums.Cohort.TREATMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.event.CostCategory;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.result.AvoidedTurnover;
import io.cultivar.contract.result.Costs;
import io.cultivar.contract.result.Decision;
import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.Grade;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.Returns;
import io.cultivar.contract.result.ReturnsBasis;
import io.cultivar.contract.result.UtilityModel;
import io.cultivar.contract.result.Withheld;
import io.cultivar.evaluation.program.Declared;
import io.cultivar.evaluation.program.Figures;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnsDisclosureTest {

    private static final Disclosure FIVE = new Disclosure(5);

    private static Returns published(Figures figures, Declared declared) {
        return FIVE.publish(figures.evaluate(declared.known())).returns();
    }

    @ParameterizedTest
    @CsvSource({"9, false", "10, true"})
    void shouldShowIsolatedReturnsFromTwiceTheSmallestGroupOn(int n, boolean shown) {
        // given
        Figures figures =
                new Figures().members(ENROLLED, Design.SELF_SELECTED, n, 0).isolatedMoney(ENROLLED, ramp(n));

        // when
        Returns found = published(figures, new Declared().isolated(METRIC, "1", "0.5", "0.5"));

        // then
        assertThat(found.figures() != null).isEqualTo(shown);
        assertThat(found.withheld() == null).isEqualTo(shown);
        // A grade or a decision would tell the sign of what is withheld.
        assertThat(found.evidence().grade()).isEqualTo(shown ? Grade.D : Grade.E);
    }

    @Test
    void shouldNotTellTheDecisionOfWithheldReturns() {
        Returns losing = new Returns(
                "EUR",
                List.of(METRIC),
                List.of(),
                ReturnsBasis.CONTROL_GROUP,
                12.0,
                false,
                null,
                null,
                new Evidence(Grade.A, List.of(Reason.BASELINE_ADJUST)),
                Decision.STOP_OR_FIX,
                List.of(Reason.NO_PAYBACK, Reason.NO_COST),
                Withheld.SMALL_GROUP);

        Returns found = new ReturnsDisclosure(10, count -> false).redact(losing);

        assertThat(found.decision()).isEqualTo(Decision.NOT_PROVEN_YET);
        assertThat(found.evidence()).isEqualTo(new Evidence(Grade.E, List.of()));
        assertThat(found.reasons()).isEqualTo(losing.reasons().subList(1, 2));
    }

    /** So many of 40 people in each arm left in the first year. */
    private static Figures stays(long treatedLeft, long controlsLeft) {
        return new Figures()
                .members(TREATMENT, Design.RANDOMIZED, 40, 0)
                .members(CONTROL, Design.RANDOMIZED, 40, 0)
                .stay(TREATMENT, 0, null, 40 - treatedLeft)
                .stay(TREATMENT, 0, 20L, treatedLeft)
                .stay(CONTROL, 0, null, 40 - controlsLeft)
                .stay(CONTROL, 0, 20L, controlsLeft)
                .cost(CostCategory.DESIGN, "EUR", "100");
    }

    @ParameterizedTest
    @CsvSource({"6, 20, true", "3, 20, false", "6, 3, false", "37, 20, false"})
    void shouldShowAvoidedTurnover_whenTheRetentionOfBothArmsMayBeSeen(long treated, long controls, boolean shown) {
        // when
        Returns found = published(stays(treated, controls), new Declared().retention("staying", "100"));

        // then
        assertThat(found.figures() != null).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"4, , false, false", "5, , true, true", "4, 100, true, false", "5, 100, true, true"})
    void shouldHideTheMeanSalaryOfAFew(int salaries, @Nullable String leaver, boolean shown, boolean salaryShown) {
        // given
        Figures figures = stays(6, 20).salaries(TREATMENT, "EUR", ramp(salaries));

        // when
        Returns found = published(figures, new Declared().retention("staying", leaver));

        // then
        assertThat(found.figures() != null).isEqualTo(shown);
        if (found.figures() != null) {
            AvoidedTurnover turnover = Objects.requireNonNull(found.figures().turnover());
            assertThat(turnover.meanSalary() != null).isEqualTo(salaryShown);
            assertThat(turnover.salaries() != null).isEqualTo(salaryShown);
        }
    }

    private static Returns withUtility(long people, long gains, long salaries, @Nullable Withheld ofCosts) {
        Returns plain = new Figures()
                .members(TREATMENT, Design.RANDOMIZED, 10, 0)
                .evaluate(new Declared().intangible("mood").known())
                .returns();
        var costs = new Costs("EUR", null, null, Map.of(), null, List.of(), List.of(), List.of(), ofCosts);
        var model = new UtilityModel(people, gains, salaries, 1, 0.5, 20_000, 1_000, null);
        return new ReturnsDisclosure(10, count -> count != null && count > 0 && count < 5)
                .mark(plain.with(model), costs, List.of(), null);
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5, 5, , true",
        "4, 5, 5, , false",
        "5, 4, 5, , false",
        "5, 5, 4, , false",
        "5, 5, 5, SMALL_GROUP, false"
    })
    void shouldLeaveOutAModelOfAFew(long people, long gains, long salaries, @Nullable Withheld ofCosts, boolean shown) {
        // when
        Returns marked = withUtility(people, gains, salaries, ofCosts);
        Returns redacted = new ReturnsDisclosure(10, count -> false).redact(marked);

        // then
        assertThat(marked.utility())
                .isNotNull()
                .satisfies(model -> assertThat(model.withheld() == null).isEqualTo(shown));
        assertThat(redacted.utility() != null).isEqualTo(shown);
    }

    @Test
    void shouldHideTheModelWithTheFigures() {
        // given: an arm of nine
        Returns few = new Figures()
                .members(TREATMENT, Design.RANDOMIZED, 9, 0)
                .members(CONTROL, Design.RANDOMIZED, 9, 0)
                .money(TREATMENT, ramp(9))
                .money(CONTROL, "1 2 3 4 5 6 7 8 9")
                .evaluate(new Declared().worth(METRIC, "1", "0", "EUR").known())
                .returns();
        var costs = new Costs("EUR", null, null, Map.of(), null, List.of(), List.of(), List.of(), null);
        var model = new UtilityModel(9, 9, 9, 1, 0.5, 20_000, 1_000, null);

        // when
        var disclosure = new ReturnsDisclosure(10, count -> false);
        Returns found = disclosure.redact(disclosure.mark(few.with(model), costs, List.of(), null));

        // then
        assertThat(found.figures()).isNull();
        assertThat(found.utility()).isNull();
        assertThat(found.withheld()).isEqualTo(Withheld.SMALL_GROUP);
    }
}
