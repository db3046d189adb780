package io.cultivar.evaluation.program;

import io.cultivar.contract.result.LargeSample;
import io.cultivar.evaluation.statistics.Normal;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;

/** The share of the treated still employed some days after their index date minus that of the controls. */
final class StayDifference {

    private StayDifference() {}

    static Optional<LargeSample> of(ProgramSums sums, Instant asOf, int horizonDays) {
        long latest = asOf.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay() - horizonDays;
        double[] treated = rate(sums, sums.treatmentArm(), latest, horizonDays);
        double[] controls = rate(sums, ProgramSums.controlArm(), latest, horizonDays);
        double variance = treated[1] + controls[1];
        return variance > 0
                ? Optional.of(Normal.of(treated[0] - controls[0], Math.sqrt(variance)))
                : Optional.empty();
    }

    private static double[] rate(ProgramSums sums, Collection<Cohort> arm, long latest, int horizonDays) {
        long n = sums.count(Cell.Stay.class, 0, stay -> arm.contains(stay.cohort()) && stay.entryDay() <= latest);
        long left = sums.count(
                Cell.Stay.class,
                0,
                stay -> arm.contains(stay.cohort())
                        && stay.entryDay() <= latest
                        && stay.exitDay() != null
                        && stay.exitDay() - stay.entryDay() <= horizonDays);
        double rate = n == 0 ? 0 : 1 - (double) left / n;
        return new double[] {rate, n == 0 ? Double.NEGATIVE_INFINITY : rate * (1 - rate) / n};
    }
}
