package io.cultivar.evaluation.program;

import io.cultivar.contract.event.Calendar;
import io.cultivar.contract.event.Isolation;
import io.cultivar.contract.event.MetricDefined;
import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.event.ProgramOutcome;
import io.cultivar.evaluation.fold.Definitions;
import io.cultivar.evaluation.fold.MoneyValue;
import io.cultivar.evaluation.money.Exchange;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import java.math.BigDecimal;
import java.util.Collection;

/**
 * What uncertain unit values add to the error of a benefit: for each outcome (D ratio s_v)^2, D being the effect on its
 * metric, from Var(D v) = v^2 s_D^2 + D^2 s_v^2. The values are taken to be independent of the effects and of each other.
 */
final class UnitValueError {

    private UnitValueError() {}

    /** The standard error that they add for each person; 0 where all values are known. */
    static double perPerson(ProgramDefined definition, Definitions definitions, ProgramSums sums) {
        double squares = 0;
        for (ProgramOutcome outcome : MoneyValue.monetary(definition, definitions)) {
            MetricDefined metric = definitions.metric(outcome.metric());
            BigDecimal error = outcome.unitValueStandardError();
            String currency = outcome.currency();
            if (error != null && metric != null && currency != null) {
                double worth = Exchange.of(definition)
                        .convert(error, currency)
                        .multiply(Calendar.ratio(definition.benefitHorizon(), metric.per()))
                        .doubleValue();
                double part = worth * effect(outcome, sums);
                squares += part * part;
            }
        }
        return Math.sqrt(squares);
    }

    /** The effect on one metric for each person; without controls what of their change is credited to the program. */
    private static double effect(ProgramOutcome outcome, ProgramSums sums) {
        double treated = meanChange(outcome, sums, sums.treatmentArm());
        if (sums.hasControls()) {
            return treated - meanChange(outcome, sums, ProgramSums.controlArm());
        }
        Isolation isolation = outcome.isolation();
        return isolation == null
                ? treated
                : treated * isolation.factor().multiply(isolation.confidence()).doubleValue();
    }

    private static double meanChange(ProgramOutcome outcome, ProgramSums sums, Collection<Cohort> arm) {
        return sums.pairs(
                        Cell.Change.class,
                        cell -> cell.metric().equals(outcome.metric()) && arm.contains(cell.cohort()))
                .change()
                .mean()
                .orElse(0.0);
    }
}
