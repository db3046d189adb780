package io.cultivar.evaluation.program;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.RetentionRate;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * How many people were still employed some days after their index date, among those whose index date lies that far back:
 * everybody counted was watched for the whole time, so that a plain rate is unbiased.
 */
final class RetentionEvaluation {

    private static final int[] HORIZONS_DAYS = {90, 180, 365};

    private RetentionEvaluation() {}

    static List<RetentionRate> of(ProgramSums sums, Instant asOf) {
        long asOfDay = asOf.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
        List<RetentionRate> rates = new ArrayList<>();
        for (Arm arm : Arm.values()) {
            Collection<Cohort> cohorts = arm == Arm.TREATMENT ? sums.treatmentArm() : ProgramSums.controlArm();
            if (sums.count(Cell.Members.class, 0, members -> cohorts.contains(members.cohort())) == 0) {
                continue;
            }
            for (int horizon : HORIZONS_DAYS) {
                rates.add(rate(sums, arm, cohorts, horizon, asOfDay));
            }
        }
        return rates;
    }

    private static RetentionRate rate(
            ProgramSums sums, Arm arm, Collection<Cohort> cohorts, int horizon, long asOfDay) {
        long known = sums.count(Cell.Stay.class, 0, stay -> cohorts.contains(stay.cohort()));
        long followed = sums.count(
                Cell.Stay.class, 0, stay -> cohorts.contains(stay.cohort()) && stay.entryDay() + horizon <= asOfDay);
        long left = sums.count(
                Cell.Stay.class,
                0,
                stay -> cohorts.contains(stay.cohort())
                        && stay.entryDay() + horizon <= asOfDay
                        && stay.exitDay() != null
                        && stay.exitDay() - stay.entryDay() <= horizon);
        if (followed == 0) {
            Reason reason = known == 0 ? Reason.NO_EMPLOYMENT_DATA : Reason.FOLLOW_UP_TOO_SHORT;
            return new RetentionRate(arm, horizon, 0L, 0L, null, null, null, null, null, List.of(reason), null);
        }
        long retained = followed - left;
        return new RetentionRate(
                arm,
                horizon,
                followed,
                retained,
                (double) retained / followed,
                null,
                null,
                null,
                null,
                List.of(),
                null);
    }
}
