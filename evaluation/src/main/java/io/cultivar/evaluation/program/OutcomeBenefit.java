package io.cultivar.evaluation.program;

import io.cultivar.contract.event.Calendar;
import io.cultivar.contract.event.Isolation;
import io.cultivar.contract.event.MetricDefined;
import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.event.ProgramOutcome;
import io.cultivar.contract.result.Estimate;
import io.cultivar.contract.result.ReturnsBasis;
import io.cultivar.evaluation.fold.Definitions;
import io.cultivar.evaluation.fold.MoneyValue;
import io.cultivar.evaluation.money.Exchange;
import io.cultivar.evaluation.money.Reach;
import io.cultivar.evaluation.money.Uncertain;
import io.cultivar.evaluation.statistics.AlwaysValidInterval;
import io.cultivar.evaluation.statistics.Moments;
import io.cultivar.evaluation.statistics.PairedChange;
import io.cultivar.evaluation.statistics.SkewedMoments;
import io.cultivar.evaluation.statistics.WelchDifference;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;

/**
 * What the change of all outcomes that are measured person by person is worth, before any decay. Each person has one total
 * in money, so that the outcomes' covariance is in its variance.
 *
 * <p>With controls B = n_T (mean_T - mean_C). Without, B = n mean, each outcome times its declared isolation factor and the
 * confidence in it. An uncertain unit value v adds (n D ratio s_v)^2 to the variance of B, D being the effect on that metric:
 * Var(D v) = v^2 s_D^2 + D^2 s_v^2, the values independent of the effects and of each other.
 *
 * @param measured treated people behind it
 * @param controls controls behind it
 * @param amount B
 * @param reach of its intervals
 */
record OutcomeBenefit(ReturnsBasis basis, long measured, long controls, Uncertain amount, Reach reach) {

    /** The benefit; empty where nothing isolates it, or it cannot be estimated. */
    static Optional<OutcomeBenefit> of(ProgramDefined definition, Definitions definitions, ProgramSums sums) {
        if (sums.hasControls()) {
            return controlled(definition, definitions, sums);
        }
        return MoneyValue.isolated(definition, definitions).flatMap(value -> isolated(definition, definitions, sums));
    }

    private static Optional<OutcomeBenefit> controlled(
            ProgramDefined definition, Definitions definitions, ProgramSums sums) {
        SkewedMoments treatment = money(sums, sums.treatmentArm());
        SkewedMoments control = money(sums, ProgramSums.controlArm());
        return WelchDifference.of(treatment.moments(), control.moments())
                .map(effect -> effect.with(
                        AlwaysValidInterval.of(effect, treatment, control, definition.plannedHeadcount())
                                .orElse(null)))
                .map(effect -> new OutcomeBenefit(
                        ReturnsBasis.CONTROL_GROUP,
                        treatment.moments().n(),
                        control.moments().n(),
                        amount(effect, treatment.moments().n(), valueError(definition, definitions, sums)),
                        Reach.of(effect)));
    }

    private static Optional<OutcomeBenefit> isolated(
            ProgramDefined definition, Definitions definitions, ProgramSums sums) {
        SkewedMoments treated = sums.total(
                        Cell.IsolatedMoney.class, cell -> sums.treatmentArm().contains(cell.cohort()))
                .map(SkewedMoments::ofSums)
                .orElse(SkewedMoments.NONE);
        return PairedChange.of(treated.moments())
                .map(change -> change.with(
                        AlwaysValidInterval.ofOne(change, treated, definition.plannedHeadcount())
                                .orElse(null)))
                .map(change -> new OutcomeBenefit(
                        ReturnsBasis.ISOLATION_ESTIMATE,
                        treated.moments().n(),
                        0,
                        amount(change, treated.moments().n(), valueError(definition, definitions, sums)),
                        Reach.of(change)));
    }

    private static SkewedMoments money(ProgramSums sums, Collection<Cohort> arm) {
        return sums.total(Cell.Money.class, cell -> arm.contains(cell.cohort()))
                .map(SkewedMoments::ofSums)
                .orElse(SkewedMoments.NONE);
    }

    private static Uncertain amount(Estimate perPerson, long people, double valueError) {
        return new Uncertain(perPerson.value(), perPerson.standardError())
                .plusError(valueError)
                .times(people);
    }

    /** The standard error that uncertain unit values add for each person, in the order of the definition. */
    private static double valueError(ProgramDefined definition, Definitions definitions, ProgramSums sums) {
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

    /** The effect on one metric for each person, or what of their change is credited to the program. */
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
        Moments change = sums.pairs(
                        Cell.Change.class, cell -> cell.metric().equals(outcome.metric()) && arm.contains(cell.cohort()))
                .change();
        return change.mean().orElse(0.0);
    }
}
