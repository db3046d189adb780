package io.cultivar.evaluation.program;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.result.TrendPoint;
import io.cultivar.evaluation.statistics.Moments;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Each metric by month and arm, in event time. */
final class TrendEvaluation {

    private record Line(String metric, YearMonth month) {}

    private TrendEvaluation() {}

    static List<TrendPoint> of(ProgramSums sums) {
        List<Line> lines = sums.cells(Cell.Trend.class).stream()
                .map(cell -> new Line(cell.metric(), cell.month()))
                .distinct()
                .sorted(Comparator.comparing(Line::metric).thenComparing(Line::month))
                .toList();
        List<TrendPoint> points = new ArrayList<>();
        for (Line line : lines) {
            for (Arm arm : Arm.values()) {
                Collection<Cohort> cohorts = arm == Arm.TREATMENT ? sums.treatmentArm() : ProgramSums.controlArm();
                Moments values = sums.moments(
                        Cell.Trend.class,
                        cell -> cell.metric().equals(line.metric())
                                && cell.month().equals(line.month())
                                && cohorts.contains(cell.cohort()));
                if (values.n() > 0) {
                    points.add(new TrendPoint(
                            line.metric(),
                            arm,
                            line.month(),
                            values.n(),
                            values.mean().orElse(null),
                            values.standardDeviation().orElse(null),
                            null));
                }
            }
        }
        return points;
    }
}
