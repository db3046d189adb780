package io.cultivar.evaluation.program;

import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.result.Estimate;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.ReturnsBasis;
import io.cultivar.evaluation.fold.Definitions;
import io.cultivar.evaluation.fold.MoneyValue;
import io.cultivar.evaluation.money.Reach;
import io.cultivar.evaluation.money.Uncertain;
import io.cultivar.evaluation.statistics.AlwaysValidInterval;
import io.cultivar.evaluation.statistics.PairedChange;
import io.cultivar.evaluation.statistics.SkewedMoments;
import io.cultivar.evaluation.statistics.WelchDifference;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import io.cultivar.evaluation.sums.Sums;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What the change of all outcomes that are measured person by person is worth, before any decay. Each person has one total
 * in money, so that the outcomes' covariance is in its variance. With controls B = n_T (mean_T - mean_C). Without, B = n mean,
 * each outcome times its declared isolation factor and the confidence in it. {@link UnitValueError} comes on top.
 *
 * @param measured treated people behind it: no data, no improvement
 * @param controls controls behind it
 * @param amount B
 * @param reach of its intervals
 */
record OutcomeBenefit(ReturnsBasis basis, long measured, long controls, Uncertain amount, Reach reach) {

    /** The benefit; empty where nothing isolates it, or it cannot be estimated. */
    static Optional<OutcomeBenefit> of(ProgramDefined definition, Definitions definitions, ProgramSums sums) {
        double valueError = UnitValueError.perPerson(definition, definitions, sums);
        if (sums.hasControls()) {
            SkewedMoments treatment = money(sums, sums.treatmentArm());
            SkewedMoments control = money(sums, ProgramSums.controlArm());
            return WelchDifference.of(treatment.moments(), control.moments())
                    .map(effect -> effect.with(
                            AlwaysValidInterval.of(effect, treatment, control, definition.plannedHeadcount())
                                    .orElse(null)))
                    .map(effect -> of(
                            ReturnsBasis.CONTROL_GROUP,
                            treatment,
                            control.moments().n(),
                            effect,
                            valueError));
        }
        SkewedMoments treated = isolated(sums);
        return MoneyValue.isolated(definition, definitions)
                .flatMap(value -> PairedChange.of(treated.moments()))
                .map(change -> change.with(AlwaysValidInterval.ofOne(change, treated, definition.plannedHeadcount())
                        .orElse(null)))
                .map(change -> of(ReturnsBasis.ISOLATION_ESTIMATE, treated, 0, change, valueError));
    }

    private static OutcomeBenefit of(
            ReturnsBasis basis, SkewedMoments treated, long controls, Estimate perPerson, double valueError) {
        long people = treated.moments().n();
        Uncertain amount = new Uncertain(perPerson.value(), perPerson.standardError())
                .plusError(valueError)
                .times((double) people);
        return new OutcomeBenefit(basis, people, controls, amount, Reach.of(perPerson));
    }

    /** Why there is none, where all outcomes have a value in money. */
    static List<Reason> whyNone(ProgramDefined definition, Definitions definitions, ProgramSums sums) {
        if (sums.hasControls()) {
            boolean few = money(sums, sums.treatmentArm()).moments().n() < 2
                    || money(sums, ProgramSums.controlArm()).moments().n() < 2;
            return List.of(few ? Reason.TOO_FEW_UNITS : Reason.NO_VARIANCE);
        }
        if (MoneyValue.isolated(definition, definitions).isEmpty()) {
            return List.of(Reason.NO_CONTROL_GROUP, Reason.NO_ISOLATION);
        }
        boolean few = isolated(sums).moments().n() < 2;
        return List.of(Reason.NO_CONTROL_GROUP, few ? Reason.TOO_FEW_UNITS : Reason.NO_VARIANCE);
    }

    private static SkewedMoments money(ProgramSums sums, Collection<Cohort> arm) {
        return moments(sums.total(Cell.Money.class, cell -> arm.contains(cell.cohort())));
    }

    private static SkewedMoments isolated(ProgramSums sums) {
        return moments(
                sums.total(Cell.IsolatedMoney.class, cell -> sums.treatmentArm().contains(cell.cohort())));
    }

    private static SkewedMoments moments(Optional<Sums> sums) {
        return sums.map(SkewedMoments::ofSums).orElse(SkewedMoments.NONE);
    }
}
