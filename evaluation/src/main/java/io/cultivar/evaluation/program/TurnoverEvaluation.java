package io.cultivar.evaluation.program;

import io.cultivar.contract.event.Calendar;
import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.event.ProgramOutcome;
import io.cultivar.contract.result.AvoidedTurnover;
import io.cultivar.contract.result.LargeSample;
import io.cultivar.contract.result.Reason;
import io.cultivar.evaluation.money.Exchange;
import io.cultivar.evaluation.money.Reach;
import io.cultivar.evaluation.statistics.SurvivalCurves;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.threeten.extra.PeriodDuration;

/**
 * What it is worth that people stayed: (S_T(h) - S_C(h)) x treated people known to be employed on their index day x the cost
 * of a leaver, with h the benefit horizon in days and S the Kaplan-Meier estimate. What a leaver costs is the declared unit
 * value, else 21 % of the mean salary (Boushey and Glynn 2012, the median of 27 case studies). It is a count at the horizon,
 * so that no decay applies to it.
 */
final class TurnoverEvaluation {

    private static final double ASSUMED_SHARE = 0.21;
    private static final int SAME_DAYS = 3;
    private static final PeriodDuration DAY = PeriodDuration.parse("P1D");

    private TurnoverEvaluation() {}

    /** The avoided turnover; empty where it cannot be told, with the reason added to the list. */
    static Optional<AvoidedTurnover> of(
            ProgramDefined definition,
            ProgramOutcome outcome,
            ProgramSums sums,
            MeanSalary salary,
            Instant asOf,
            List<Reason> reasons) {
        if (!sums.hasControls()) {
            reasons.add(Reason.NO_CONTROL_GROUP);
            return Optional.empty();
        }
        int horizon = horizonDays(definition);
        Optional<LargeSample> difference = StayDifference.of(sums, asOf, horizon);
        if (difference.isEmpty()) {
            reasons.add(whyNone(sums, asOf, horizon));
            return Optional.empty();
        }
        boolean assumed = outcome.unitValue() == null;
        if (assumed && salary.missing() != null) {
            reasons.add(salary.missing());
            return Optional.empty();
        }
        if (assumed) {
            reasons.add(Reason.ASSUMED_LEAVER_COST);
        }
        return Optional.of(turnover(definition, outcome, sums, salary, difference.get()));
    }

    private static AvoidedTurnover turnover(
            ProgramDefined definition,
            ProgramOutcome outcome,
            ProgramSums sums,
            MeanSalary salary,
            LargeSample difference) {
        double cost = costPerLeaver(definition, outcome, salary);
        long people = people(sums, sums.treatmentArm());
        double stayers = difference.value() * people;
        double error = difference.standardError() * people;
        double costError = error(definition, outcome);
        return new AvoidedTurnover(
                outcome.metric(),
                horizonDays(definition),
                people,
                people(sums, ProgramSums.controlArm()),
                Reach.NORMAL.bounded(stayers, error),
                cost,
                outcome.unitValue() == null,
                salary.value(),
                salary.people(),
                Reach.NORMAL.bounded(stayers * cost, Math.hypot(cost * error, stayers * costError)));
    }

    /** The benefit horizon in days; half a year is the 180 days of the retention rates, so that both tell the same. */
    private static int horizonDays(ProgramDefined definition) {
        int days = Calendar.ratio(definition.benefitHorizon(), DAY).intValue();
        return SurvivalCurves.HORIZONS_DAYS.stream()
                .filter(reported -> Math.abs(reported - days) <= SAME_DAYS)
                .findFirst()
                .orElse(days);
    }

    private static double costPerLeaver(ProgramDefined definition, ProgramOutcome outcome, MeanSalary salary) {
        if (outcome.unitValue() != null && outcome.currency() != null) {
            return Exchange.of(definition)
                    .convert(outcome.unitValue(), outcome.currency())
                    .doubleValue();
        }
        return salary.value() == null ? 0 : ASSUMED_SHARE * salary.value();
    }

    private static double error(ProgramDefined definition, ProgramOutcome outcome) {
        return outcome.unitValue() == null || outcome.unitValueStandardError() == null || outcome.currency() == null
                ? 0
                : Exchange.of(definition)
                        .convert(outcome.unitValueStandardError(), outcome.currency())
                        .doubleValue();
    }

    private static long people(ProgramSums sums, Collection<Cohort> arm) {
        return sums.count(Cell.Stay.class, 0, stay -> arm.contains(stay.cohort()));
    }

    private static Reason whyNone(ProgramSums sums, Instant asOf, int horizon) {
        if (people(sums, sums.treatmentArm()) == 0 || people(sums, ProgramSums.controlArm()) == 0) {
            return Reason.NO_EMPLOYMENT_DATA;
        }
        long latest = asOf.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay() - horizon;
        boolean followed = sums.cells(Cell.Stay.class).stream().anyMatch(stay -> stay.entryDay() <= latest);
        if (!followed) {
            return Reason.FOLLOW_UP_TOO_SHORT;
        }
        boolean anyLeft = sums.cells(Cell.Stay.class).stream().anyMatch(stay -> stay.exitDay() != null);
        return anyLeft ? Reason.NO_VARIANCE : Reason.NOBODY_LEFT;
    }
}
