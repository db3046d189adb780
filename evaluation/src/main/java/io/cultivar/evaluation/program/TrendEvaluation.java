package io.cultivar.evaluation.program;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.result.Bucket;
import io.cultivar.contract.result.TrendPoint;
import io.cultivar.evaluation.statistics.Moments;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Each metric by period and arm, in event time. */
final class TrendEvaluation {

    private record Line(String metric, Bucket bucket, LocalDate from) {}

    private TrendEvaluation() {}

    static List<TrendPoint> of(ProgramSums sums) {
        List<Line> lines = sums.cells(Cell.Trend.class).stream()
                .map(cell -> new Line(cell.metric(), cell.bucket(), cell.from()))
                .distinct()
                .sorted(Comparator.comparing(Line::metric)
                        .thenComparing(Line::bucket)
                        .thenComparing(Line::from))
                .toList();
        List<TrendPoint> points = new ArrayList<>();
        for (Line line : lines) {
            for (Arm arm : Arm.values()) {
                Collection<Cohort> cohorts = arm == Arm.TREATMENT ? sums.treatmentArm() : ProgramSums.controlArm();
                Moments values = sums.moments(
                        Cell.Trend.class,
                        cell -> cell.metric().equals(line.metric())
                                && cell.bucket() == line.bucket()
                                && cell.from().equals(line.from())
                                && cohorts.contains(cell.cohort()));
                if (values.n() > 0) {
                    points.add(new TrendPoint(
                            line.metric(),
                            arm,
                            line.bucket(),
                            line.from(),
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
