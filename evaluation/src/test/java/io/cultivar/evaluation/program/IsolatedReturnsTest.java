package io.cultivar.evaluation.program;

import static io.cultivar.evaluation.program.Figures.METRIC;
import static io.cultivar.evaluation.sums.Cohort.ENROLLED;
import static io.cultivar.evaluation.sums.Cohort.TREATMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cultivar.contract.event.CostCategory;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.result.Decision;
import io.cultivar.contract.result.Grade;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.ReturnFigures;
import io.cultivar.contract.result.Returns;
import io.cultivar.contract.result.ReturnsBasis;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Programs in which nobody was a control. */
class IsolatedReturnsTest {

    private static Figures uncontrolled() {
        return new Figures()
                .members(ENROLLED, Design.SELF_SELECTED, 3, 0)
                .members(TREATMENT, Design.SELF_SELECTED, 1, 0)
                .money(ENROLLED, "300 500 100")
                .money(TREATMENT, "400")
                .cost(CostCategory.DESIGN, "EUR", "50");
    }

    @Test
    void shouldCreditTheDeclaredShareOfTheChange() {
        // given: factor x confidence is .1
        Returns returns = uncontrolled()
                .isolatedMoney(ENROLLED, "30 50 10")
                .isolatedMoney(TREATMENT, "40")
                .evaluate(new Declared()
                        .isolated(METRIC, "10", "0.2", "0.5")
                        .intangible("mood")
                        .known())
                .returns();

        // then: R 4.2.2: t <- t.test(c(30,50,10,40)); 4 * c(mean, t$conf.int)
        ReturnFigures figures = Objects.requireNonNull(returns.figures());
        assertThat(figures.benefit().value()).isCloseTo(130, within(1e-9));
        assertThat(figures.benefit().lower()).isCloseTo(21.298764648159391, within(1e-9));
        assertThat(figures.benefit().upper()).isCloseTo(238.70123535184064, within(1e-9));
        assertThat(figures.measured()).isEqualTo(4);
        assertThat(figures.controls()).isZero();
        assertThat(returns.basis()).isEqualTo(ReturnsBasis.ISOLATION_ESTIMATE);
        assertThat(returns.reasons()).containsExactly(Reason.ISOLATION_ESTIMATE);
        assertThat(returns.evidence().grade()).isEqualTo(Grade.D);
        assertThat(returns.decision()).isEqualTo(Decision.NOT_PROVEN_YET);
        assertThat(returns.intangibles()).isEqualTo(List.of("mood"));
    }

    @Test
    void shouldHaveNoReturn_whenNothingIsolatesIt() {
        // when
        Returns returns = uncontrolled()
                .evaluate(new Declared().worth(METRIC, "10", "0", "EUR").known())
                .returns();

        // then
        assertThat(returns.figures()).isNull();
        assertThat(returns.basis()).isNull();
        assertThat(returns.reasons()).containsExactly(Reason.NO_CONTROL_GROUP, Reason.NO_ISOLATION);
    }

    @Test
    void shouldSayWhy_whenTheShareCannotBeEstimated() {
        // given
        Known known = new Declared().isolated(METRIC, "10", "0.2", "0.5").known();

        // then
        assertThat(uncontrolled()
                        .isolatedMoney(TREATMENT, "4")
                        .evaluate(known)
                        .returns()
                        .reasons())
                .containsExactly(Reason.NO_CONTROL_GROUP, Reason.TOO_FEW_UNITS);
        assertThat(uncontrolled()
                        .isolatedMoney(ENROLLED, "4 4")
                        .evaluate(known)
                        .returns()
                        .reasons())
                .containsExactly(Reason.NO_CONTROL_GROUP, Reason.NO_VARIANCE);
    }
}
