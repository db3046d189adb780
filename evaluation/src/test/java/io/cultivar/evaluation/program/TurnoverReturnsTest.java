package io.cultivar.evaluation.program;

import static io.cultivar.evaluation.program.Figures.METRIC;
import static io.cultivar.evaluation.sums.Cohort.CONTROL;
import static io.cultivar.evaluation.sums.Cohort.ENROLLED;
import static io.cultivar.evaluation.sums.Cohort.TREATMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cultivar.contract.event.CostCategory;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.result.AvoidedTurnover;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.ReturnFigures;
import io.cultivar.contract.result.Returns;
import io.cultivar.contract.result.ReturnsBasis;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What it is worth that people stayed. */
class TurnoverReturnsTest {

    private static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    /** After a year 18 of 20 treated people and 10 of 20 controls are still there. */
    private static Figures stays() {
        return new Figures()
                .members(TREATMENT, Design.RANDOMIZED, 20, 0)
                .members(CONTROL, Design.RANDOMIZED, 20, 0)
                .stay(TREATMENT, 0, null, 18)
                .stay(TREATMENT, 0, 100L, 2)
                .stay(CONTROL, 0, null, 10)
                .stay(CONTROL, 0, 200L, 10);
    }

    /** R 4.2.2: sqrt(.9*.1/20 + .5*.5/20), Greenwood's for everybody followed. */
    private static final double ERROR = Math.sqrt(0.9 * 0.1 / 20 + 0.5 * 0.5 / 20);

    @Test
    void shouldValueThoseWhoStayed() {
        // when
        Returns returns = stays().cost(CostCategory.DESIGN, "EUR", "4000")
                .evaluate(new Declared().retention("staying", "5000").known())
                .returns();

        // then: (.9 - .5) x 20 = 8 people at 5000
        ReturnFigures figures = there(returns.figures());
        AvoidedTurnover turnover = there(figures.turnover());
        assertThat(turnover.stayers().value()).isCloseTo(8, within(1e-9));
        assertThat(turnover.stayers().upper()).isCloseTo(8 + 1.9599639845400536 * 20 * ERROR, within(1e-9));
        assertThat(turnover.costPerLeaver()).isEqualTo(5_000);
        assertThat(turnover.assumed()).isFalse();
        assertThat(figures.benefit().value()).isCloseTo(40_000, within(1e-9));
        assertThat(figures.standardError()).isCloseTo(100_000 * ERROR, within(1e-6));
        assertThat(figures.degreesOfFreedom()).isNull();
        assertThat(figures.measured()).isEqualTo(20);
        assertThat(figures.controls()).isEqualTo(20);
        assertThat(there(figures.roi()).value()).isCloseTo(9, within(1e-9));
        assertThat(returns.basis()).isEqualTo(ReturnsBasis.CONTROL_GROUP);
        assertThat(returns.outcomes()).containsExactly("staying");
        assertThat(returns.intangibles()).isEmpty();
        assertThat(returns.reasons()).isEmpty();
    }

    @Test
    void shouldAssumeAShareOfTheMeanSalary() {
        // given: those who only enrolled are no treated people here
        Figures paid = stays().salaries(TREATMENT, "EUR", "30000 50000 40000")
                .salaries(CONTROL, "EUR", "90000")
                .salaries(ENROLLED, "EUR", "1");

        // when
        Returns returns =
                paid.evaluate(new Declared().retention("staying", null).known()).returns();

        // then: 21 % of 40,000
        AvoidedTurnover turnover = there(there(returns.figures()).turnover());
        assertThat(returns.currency()).isEqualTo("EUR");
        assertThat(turnover.meanSalary()).isEqualTo(40_000);
        assertThat(turnover.salaries()).isEqualTo(3);
        assertThat(turnover.costPerLeaver()).isCloseTo(8_400, within(1e-9));
        assertThat(turnover.assumed()).isTrue();
        assertThat(turnover.benefit().value()).isCloseTo(8 * 8_400, within(1e-6));
        assertThat(returns.reasons()).containsExactly(Reason.NO_COST, Reason.ASSUMED_LEAVER_COST);
    }

    @Test
    void shouldConvertSalaries() {
        // when
        Returns returns = stays().salaries(TREATMENT, "EUR", "30000")
                .salaries(TREATMENT, "USD", "50000")
                .evaluate(new Declared()
                        .retention("staying", null)
                        .reporting("EUR")
                        .rate("USD", "0.8")
                        .known())
                .returns();

        // then: the mean of 30,000 and 40,000
        assertThat(there(there(returns.figures()).turnover()).meanSalary()).isEqualTo(35_000);
    }

    @Test
    void shouldAddBothErrors_whenThereAreOtherOutcomesToo() {
        // given
        Declared both = new Declared().worth(METRIC, "10", "0", "EUR");
        Figures figures = stays().money(TREATMENT, "100 140").money(CONTROL, "10 20 30");
        ReturnFigures alone = there(figures.evaluate(both.known()).returns().figures());

        // when
        Returns returns =
                figures.evaluate(both.retention("staying", "50").known()).returns();

        // then: the benefit is 200 + 8 x 50
        ReturnFigures found = there(returns.figures());
        assertThat(found.benefit().value()).isCloseTo(600, within(1e-9));
        assertThat(found.standardError()).isCloseTo(alone.standardError() + 50 * 20 * ERROR, within(1e-9));
        assertThat(found.degreesOfFreedom()).isEqualTo(alone.degreesOfFreedom());
        assertThat(found.measured()).isEqualTo(2);
        assertThat(returns.outcomes()).containsExactly(METRIC, "staying");
    }

    @Test
    void shouldSayWhyNobodyIsKnownToHaveStayed() {
        // given
        Known known = new Declared().retention("staying", "5000").known();
        Known assumed = new Declared().retention("staying", null).known();
        Figures members =
                new Figures().members(TREATMENT, Design.RANDOMIZED, 20, 0).members(CONTROL, Design.RANDOMIZED, 20, 0);

        // then
        assertAbsent(members.evaluate(known).returns(), Reason.NO_EMPLOYMENT_DATA);
        assertAbsent(stays().evaluate(assumed).returns(), Reason.NO_SALARY);
        assertAbsent(
                stays().salaries(TREATMENT, "EUR", "1")
                        .salaries(TREATMENT, "USD", "1")
                        .evaluate(assumed)
                        .returns(),
                Reason.MIXED_CURRENCIES);
        assertAbsent(
                members.stay(TREATMENT, 0, null, 20)
                        .stay(CONTROL, 0, null, 20)
                        .evaluate(known)
                        .returns(),
                Reason.NOBODY_LEFT);
        assertAbsent(
                new Figures()
                        .members(TREATMENT, Design.RANDOMIZED, 20, 0)
                        .stay(TREATMENT, 0, 5L, 20)
                        .evaluate(known)
                        .returns(),
                Reason.NO_CONTROL_GROUP);
        assertAbsent(
                new Figures()
                        .members(TREATMENT, Design.RANDOMIZED, 2, 0)
                        .members(CONTROL, Design.RANDOMIZED, 2, 0)
                        .stay(TREATMENT, 900, 910L, 1)
                        .stay(TREATMENT, 900, null, 1)
                        .stay(CONTROL, 900, null, 2)
                        .evaluate(known)
                        .returns(),
                Reason.FOLLOW_UP_TOO_SHORT);
    }

    private static void assertAbsent(Returns returns, Reason reason) {
        assertThat(returns.figures()).isNull();
        assertThat(returns.reasons()).contains(reason);
    }
}
