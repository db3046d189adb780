package io.cultivar.oracle;

import static io.cultivar.oracle.Examples.assigned;
import static io.cultivar.oracle.Examples.enrolled;
import static io.cultivar.oracle.Examples.measured;
import static io.cultivar.oracle.Examples.places;
import static io.cultivar.oracle.Examples.program;
import static io.cultivar.oracle.Examples.sums;
import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import io.cultivar.evaluation.sums.Sums;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Starts, panels and pairs of periods; month 672 is January 2026. */
class OracleStaggeredTest {

    private static final Draft DEFINED = program("d", "P1M", "P0D", "P1M", "");

    private static Cell panel(Cohort cohort, @Nullable Integer start, int first, int length) {
        return new Cell.Panel("p", "calls", cohort, start, first, length);
    }

    @Test
    void shouldPutEveryTwoPeriodsInOnePlace() {
        // when: January 2 and 4, February 5, a gap, April 7
        Map<Cell, Sums> sums = sums(
                DEFINED,
                assigned("a", "2026-02-15", "treatment"),
                measured("o1", "2026-01-05", "2"),
                measured("o2", "2026-01-31", "4"),
                measured("o3", "2026-02-28", "5"),
                measured("o4", "2026-04-01", "7"));

        // then
        assertThat(sums)
                .containsEntry(new Cell.Starts("p", Cohort.TREATMENT, 673), places("1"))
                .containsEntry(panel(Cohort.TREATMENT, 673, 672, 2), places("1", "0", "3", "5", "9", "15", "25"))
                .containsEntry(panel(Cohort.TREATMENT, 673, 675, 1), places("1", "1", "7", "49"))
                .containsEntry(
                        new Cell.PeriodPair("p", "calls", Cohort.TREATMENT, 673, 672, 675), places("1", "4", "16"))
                .containsEntry(
                        new Cell.PeriodPair("p", "calls", Cohort.TREATMENT, 673, 673, 675), places("1", "2", "4"));
        assertThat(sums.keySet()).filteredOn(Cell.PeriodPair.class::isInstance).hasSize(2);
        assertThat(sums.keySet()).filteredOn(Cell.Panel.class::isInstance).hasSize(2);
    }

    @Test
    void shouldKnowWhenTheTurnCame() {
        Draft observed = measured("o1", "2026-06-01", "1");
        assertThat(sums(DEFINED, assigned("a", "2026-02-15", "control"), observed))
                .containsKey(panel(Cohort.CONTROL, null, 677, 1));
        assertThat(sums(
                        DEFINED,
                        assigned("a", "2026-02-15", "control"),
                        assigned("b", "2026-04-30", "treatment"),
                        observed))
                .containsKey(panel(Cohort.CONTROL, 675, 677, 1));
        assertThat(sums(DEFINED, enrolled("e", "2026-03-01"), observed))
                .containsKey(panel(Cohort.ENROLLED, 674, 677, 1));
        assertThat(sums(enrolled("e", "2026-03-01"), observed).keySet())
                .noneMatch(cell -> cell instanceof Cell.Starts || cell instanceof Cell.Panel);
    }

    @Test
    void shouldForgetWhatIsOlderThan36Periods() {
        // when: December 2022 is the 37th month back from December 2025, January 2023 the 36th
        Map<Cell, Sums> sums = sums(
                DEFINED,
                enrolled("e", "2026-03-01"),
                measured("o1", "2022-12-31", "1"),
                measured("o2", "2023-01-01", "2"),
                measured("o3", "2025-12-31", "5"));

        // then
        assertThat(sums)
                .containsKey(panel(Cohort.ENROLLED, 674, 636, 1))
                .containsKey(panel(Cohort.ENROLLED, 674, 671, 1))
                .doesNotContainKey(panel(Cohort.ENROLLED, 674, 635, 1));
    }
}
