package io.cultivar.metricsapi.exposition;

import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.RetentionComparison;
import io.cultivar.contract.result.RetentionDifference;
import io.cultivar.contract.result.RetentionRate;
import io.cultivar.contract.result.SurvivalCurve;
import io.cultivar.contract.result.SurvivalPoint;
import io.cultivar.metricsapi.published.Snapshot;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Who stayed: by program and arm, and in the whole company. */
final class RetentionSeries {

    /** Days after which one asks, in a program and in the whole company. */
    private static final List<Integer> HORIZONS = List.of(90, 180, 365);

    /** The kind of leaving where any counts. */
    private static final String ANY = "any";

    private final Series series;

    RetentionSeries(Series series) {
        this.series = series;
    }

    void add(Snapshot snapshot, ExposedPrograms programs) {
        snapshot.company(CompanyResult::survival).forEach(this::addWorkforce);
        programs.named().forEach(program -> {
            program.retention().forEach(rate -> add(program.program(), rate));
            RetentionComparison comparison = program.retentionComparison();
            if (comparison != null && comparison.withheld() == null) {
                add(program.program(), comparison);
            }
        });
    }

    private void add(String program, RetentionRate rate) {
        if (rate.withheld() == null) {
            String arm = rate.arm().id();
            String horizon = days(rate.horizonDays());
            series.add(TrainingMeters.RETAINED, Figure.of(rate.survival()), program, arm, horizon);
            series.add(TrainingMeters.RETENTION_AT_RISK, rate.atRisk(), program, arm, horizon);
        }
    }

    private void add(String program, RetentionComparison comparison) {
        series.add(TrainingMeters.HAZARD_RATIO, Figure.of(comparison.hazardRatio()), program);
        series.add(TrainingMeters.STAY_DIFFERENCE, Figure.ofDays(comparison.restrictedMeanDifferenceDays()), program);
        int grade = Scale.of(comparison.evidence().grade());
        series.add(TrainingMeters.RETENTION_GRADE, grade, program);
        for (RetentionDifference difference : comparison.differences()) {
            String horizon = days(difference.horizonDays());
            series.add(TrainingMeters.RETENTION_DIFFERENCE, Figure.of(difference.difference()), program, horizon);
            series.add(TrainingMeters.RETENTION_DETECTABLE, difference.minimumDetectable(), program, horizon);
        }
    }

    private void addWorkforce(SurvivalCurve curve) {
        if (curve.arm() != null || curve.withheld() != null) {
            return;
        }
        String kind = curve.leaving() == null ? ANY : curve.leaving().id();
        series.add(TrainingMeters.WORKFORCE_STAY, Figure.ofDays(curve.restrictedMeanDays()), kind);
        for (int horizon : HORIZONS) {
            at(curve.points(), horizon)
                    .ifPresent(point ->
                            series.add(TrainingMeters.WORKFORCE_RETAINED, Figure.of(point), kind, days(horizon)));
        }
    }

    /** The curve's height on a day, where the curve is known to reach that far: somebody left then or later. */
    private static Optional<SurvivalPoint> at(List<SurvivalPoint> points, int day) {
        return points.stream().anyMatch(point -> point.day() >= day)
                ? points.stream().filter(point -> point.day() <= day).max(Comparator.comparingInt(SurvivalPoint::day))
                : Optional.empty();
    }

    private static String days(int horizon) {
        return horizon + "d";
    }
}
