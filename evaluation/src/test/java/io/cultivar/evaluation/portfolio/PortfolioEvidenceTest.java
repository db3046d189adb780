package io.cultivar.evaluation.portfolio;

import static io.cultivar.evaluation.portfolio.SomeProgram.AS_OF;
import static io.cultivar.evaluation.portfolio.SomeProgram.called;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cultivar.contract.event.Sourcing;
import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.Grade;
import io.cultivar.contract.result.PortfolioResult;
import io.cultivar.contract.result.PortfolioTotal;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.SourcingComparison;
import io.cultivar.contract.result.SourcingSide;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How strong the evidence of sums and differences over programs is: never stronger than that of their weakest one. */
class PortfolioEvidenceTest {

    private static final CompanyResult NOBODY_SHARED =
            new CompanyResult(AS_OF, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), 0, 0, 0);

    private static PortfolioResult portfolio(@Nullable CompanyResult company, SomeProgram... programs) {
        return PortfolioEvaluation.of(
                Stream.of(programs).map(SomeProgram::result).toList(), company, AS_OF);
    }

    private static PortfolioTotal total(@Nullable CompanyResult company, SomeProgram... programs) {
        return portfolio(company, programs).totals().get(0);
    }

    private static SomeProgram strong() {
        return called("a").cost("1000").benefit(3000, 600, 900.0).graded(Grade.A, Reason.BASELINE_ADJUST);
    }

    private static SomeProgram weak() {
        return called("b").cost("500").benefit(400, 300, 400.0).graded(Grade.C, Reason.PRE_TREND);
    }

    @Test
    void shouldBeAsWeakAsTheWeakest_andSayWhichThatIs() {
        // given: two of grade C, one of them measured without a reason that the other has; one that is not measured
        PortfolioTotal total = total(
                NOBODY_SHARED,
                strong(),
                weak(),
                called("c").cost("1").benefit(2, 1, null).graded(Grade.C, Reason.FEW_UNITS),
                called("unmeasured").cost("70000").graded(Grade.E, Reason.NO_COMPARISON));

        assertThat(total.evidence())
                .isEqualTo(new Evidence(Grade.C, List.of(Reason.FEW_UNITS, Reason.PRE_TREND, Reason.WEAKEST_PROGRAM)));
        assertThat(total.weakest()).containsExactly("b", "c");
    }

    @Test
    void shouldBeAsStrongAsAll_whereAllAreAlike() {
        PortfolioTotal total = total(NOBODY_SHARED, strong(), weak().graded(Grade.A));

        assertThat(total.evidence()).isEqualTo(new Evidence(Grade.A, List.of(Reason.BASELINE_ADJUST)));
        assertThat(total.weakest()).containsExactly("a", "b");
        // R: h <- sqrt(600^2 + 300^2); (qnorm(.975) + qnorm(.8)) * h / qnorm(.975)
        assertThat(total.minimumDetectable()).isCloseTo(958.8750163584167, within(1e-9));
    }

    @Test
    void shouldSayThatAGainMayCountTwice_wherePeopleMayBeShared() {
        PortfolioTotal total = total(null, strong(), weak().graded(Grade.A));

        assertThat(total.evidence())
                .isEqualTo(new Evidence(Grade.A, List.of(Reason.BASELINE_ADJUST, Reason.SHARED_PEOPLE)));
        // R: (qnorm(.975) + qnorm(.8)) * 900 / qnorm(.975)
        assertThat(total.minimumDetectable()).isCloseTo(1286.4658311021856, within(1e-9));
    }

    @Test
    void shouldOnlyDescribe_whereNothingIsMeasured() {
        PortfolioTotal total = total(NOBODY_SHARED, called("a").cost("1000").graded(Grade.A));

        assertThat(total.evidence()).isEqualTo(new Evidence(Grade.E, List.of(Reason.NO_COMPARISON)));
        assertThat(total.weakest()).isEmpty();
        assertThat(total.minimumDetectable()).isNull();
    }

    private static SourcingComparison area(SomeProgram... programs) {
        return portfolio(NOBODY_SHARED, programs).sourcing().get(0);
    }

    private static Evidence evidence(@Nullable SourcingSide side) {
        return Objects.requireNonNull(side).evidence();
    }

    @Test
    void shouldGradeEachSideByItsPrograms_butTheirDifferenceAtMostC() {
        // given: both sides perfect
        SourcingComparison area = area(
                strong().graded(Grade.A).people(30).sourced("sales", Sourcing.IN_HOUSE),
                weak().graded(Grade.A).sourced("sales", Sourcing.EXTERNAL));

        assertThat(evidence(area.inHouse())).isEqualTo(new Evidence(Grade.A, List.of()));
        assertThat(evidence(area.external())).isEqualTo(new Evidence(Grade.A, List.of()));
        assertThat(area.evidence()).isEqualTo(new Evidence(Grade.C, List.of(Reason.DIFFERENT_PEOPLE)));
        // R: (qnorm(.975) + qnorm(.8)) * sqrt(20^2 + 30^2) / qnorm(.975)
        assertThat(area.minimumDetectable()).isCloseTo(51.537983535236954, within(1e-9));
    }

    @Test
    void shouldCompareNoBetterThanTheWeakestOfBothSides() {
        SourcingComparison area = area(
                strong().sourced("sales", Sourcing.IN_HOUSE),
                weak().graded(Grade.D, Reason.ISOLATION_ESTIMATE).sourced("sales", Sourcing.EXTERNAL));

        assertThat(area.evidence())
                .isEqualTo(new Evidence(
                        Grade.D, List.of(Reason.DIFFERENT_PEOPLE, Reason.ISOLATION_ESTIMATE, Reason.WEAKEST_PROGRAM)));
    }

    @Test
    void shouldOnlyDescribe_whereOneSideIsMissing() {
        SourcingComparison area = area(strong().sourced("sales", Sourcing.IN_HOUSE));

        assertThat(area.evidence()).isEqualTo(Evidence.DESCRIPTIVE);
        assertThat(area.minimumDetectable()).isNull();
    }
}
