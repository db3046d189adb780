package io.cultivar.evaluation.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.cultivar.contract.event.LeavingKind;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.SurvivalCurve;
import io.cultivar.contract.result.SurvivalPoint;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Sums;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompanySurvivalTest {

    /** Day 1000 since 1970, at noon. */
    private static final Instant AS_OF = Instant.ofEpochSecond(1_000L * 86_400 + 43_200);

    @Test
    void shouldDrawACurveForEachKindOfLeaving() {
        // given
        Map<Cell, Sums> cells = Map.of(
                new Cell.DataQuality(), Sums.ofCounts(9, 9, 9),
                new Cell.Tenure(100, null, null), Sums.ofCounts(2),
                new Cell.Tenure(500, 510L, LeavingKind.VOLUNTARY), Sums.ofCounts(3),
                new Cell.Tenure(600, 620L, LeavingKind.INVOLUNTARY), Sums.ofCounts(4),
                new Cell.Tenure(700, 730L, LeavingKind.OTHER), Sums.ofCounts(1));

        // when
        List<SurvivalCurve> curves = CompanySurvival.of(cells, AS_OF);

        // then
        assertThat(curves)
                .extracting(SurvivalCurve::arm, SurvivalCurve::leaving, SurvivalCurve::people, SurvivalCurve::left)
                .containsExactly(
                        tuple(null, null, 10L, 8L),
                        tuple(null, LeavingKind.VOLUNTARY, 10L, 3L),
                        tuple(null, LeavingKind.INVOLUNTARY, 10L, 4L));
        assertThat(curves.get(2).points())
                .extracting(SurvivalPoint::day, SurvivalPoint::atRisk, SurvivalPoint::left)
                .startsWith(tuple(0, 10L, 0L), tuple(20, 7L, 4L), tuple(30, 3L, 0L), tuple(60, 2L, 0L));
        assertThat(curves)
                .allSatisfy(curve -> assertThat(curve.restrictedMeanDays()).isNotNull());
    }

    @Test
    void shouldSayThatNobodysEmploymentIsKnown() {
        assertThat(CompanySurvival.of(Map.of(), AS_OF)).hasSize(3).allSatisfy(curve -> {
            assertThat(curve.people()).isZero();
            assertThat(curve.points()).isEmpty();
            assertThat(curve.reasons()).containsExactly(Reason.NO_EMPLOYMENT_DATA);
        });
    }
}
