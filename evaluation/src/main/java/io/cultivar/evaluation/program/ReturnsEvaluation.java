package io.cultivar.evaluation.program;

import io.cultivar.contract.event.Calendar;
import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.event.ProgramOutcome;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Costs;
import io.cultivar.contract.result.Decision;
import io.cultivar.contract.result.Estimate;
import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.Grade;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.ReturnFigures;
import io.cultivar.contract.result.Returns;
import io.cultivar.contract.result.ReturnsBasis;
import io.cultivar.evaluation.fold.Definitions;
import io.cultivar.evaluation.fold.MoneyValue;
import io.cultivar.evaluation.statistics.Moments;
import io.cultivar.evaluation.statistics.WelchDifference;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.PeriodDuration;

/**
 * What the program returned in money. Benefit B = (mean money change of the treated - that of the controls) x measured
 * treated people; ROI = (B - C) / C; BCR = B / C; payback = C / (B / months). With cost and unit values known, the interval
 * of each is the effect's interval, mapped: every one of them grows with B.
 */
final class ReturnsEvaluation {

    private static final PeriodDuration MONTH = PeriodDuration.parse("P1M");
    private static final Evidence UNGRADED = new Evidence(Grade.E, List.of());

    private ReturnsEvaluation() {}

    static Returns of(@Nullable ProgramDefined definition, Definitions definitions, ProgramSums sums, Costs costs) {
        if (definition == null) {
            return absent(null, List.of(), List.of(Reason.NOT_DEFINED));
        }
        List<String> outcomes = MoneyValue.monetary(definition).stream()
                .map(ProgramOutcome::metric)
                .toList();
        Optional<MoneyValue> value = MoneyValue.of(definition, definitions);
        if (value.isEmpty()) {
            return absent(null, outcomes, List.of(whyNoValue(definitions, outcomes)));
        }
        Collection<Cohort> treatmentArm = sums.treatmentArm();
        Moments treatment = sums.moments(Cell.Money.class, cell -> treatmentArm.contains(cell.cohort()));
        Moments control = sums.moments(Cell.Money.class, cell -> cell.cohort() == Cohort.CONTROL);
        Optional<Estimate> effect = WelchDifference.of(treatment, control);
        if (effect.isEmpty()) {
            return absent(value.get().currency(), outcomes, List.of(whyNoEffect(sums, treatment, control)));
        }
        Bounded benefit = map(effect.get(), perPerson -> perPerson * treatment.n());
        boolean provisional = sums.count(
                        Cell.Members.class,
                        1,
                        members -> treatmentArm.contains(members.cohort()) || members.cohort() == Cohort.CONTROL)
                > 0;
        double months = Calendar.ratio(definition.benefitHorizon(), MONTH).doubleValue();
        List<Reason> reasons = new ArrayList<>(costs.reasons());
        ReturnFigures figures = figures(
                treatment.n(), control.n(), benefit, cost(costs, value.get().currency()), months, reasons);
        return new Returns(
                value.get().currency(),
                outcomes,
                List.of(),
                ReturnsBasis.CONTROL_GROUP,
                months,
                provisional,
                figures,
                null,
                UNGRADED,
                Decision.NOT_PROVEN_YET,
                reasons,
                null);
    }

    private static @Nullable BigDecimal cost(Costs costs, String currency) {
        return Objects.equals(costs.currency(), currency) ? costs.total() : null;
    }

    private static ReturnFigures figures(
            long measured,
            long controls,
            Bounded benefit,
            @Nullable BigDecimal total,
            double months,
            List<Reason> reasons) {
        if (total == null) {
            return new ReturnFigures(measured, controls, benefit, null, null, null, null, null, null, null, null, null);
        }
        double cost = total.doubleValue();
        boolean positive = total.signum() > 0;
        boolean paysBack = positive && benefit.value() > 0;
        if (!positive) {
            reasons.add(Reason.COST_NOT_POSITIVE);
        } else if (!paysBack) {
            reasons.add(Reason.NO_PAYBACK);
        }
        return new ReturnFigures(
                measured,
                controls,
                benefit,
                null,
                null,
                map(benefit, amount -> amount - cost),
                positive ? map(benefit, amount -> (amount - cost) / cost) : null,
                positive ? map(benefit, amount -> amount / cost) : null,
                paysBack ? Double.valueOf(cost / (benefit.value() / months)) : null,
                null,
                null,
                null);
    }

    private static Reason whyNoValue(Definitions definitions, List<String> outcomes) {
        if (outcomes.isEmpty()) {
            return Reason.NO_MONETARY_OUTCOME;
        }
        boolean allDefined = outcomes.stream().allMatch(metric -> definitions.metric(metric) != null);
        return allDefined ? Reason.MIXED_CURRENCIES : Reason.METRIC_NOT_DEFINED;
    }

    private static Reason whyNoEffect(ProgramSums sums, Moments treatment, Moments control) {
        if (!sums.hasControls()) {
            return Reason.NO_CONTROL_GROUP;
        }
        return treatment.n() < 2 || control.n() < 2 ? Reason.TOO_FEW_UNITS : Reason.NO_VARIANCE;
    }

    private static Returns absent(@Nullable String currency, List<String> outcomes, List<Reason> reasons) {
        return new Returns(
                currency,
                outcomes,
                List.of(),
                null,
                null,
                false,
                null,
                null,
                UNGRADED,
                Decision.NOT_PROVEN_YET,
                reasons,
                null);
    }

    private static Bounded map(Estimate estimate, DoubleUnaryOperator function) {
        return map(new Bounded(estimate.value(), estimate.lower(), estimate.upper(), null), function);
    }

    private static Bounded map(Bounded from, DoubleUnaryOperator function) {
        return new Bounded(
                function.applyAsDouble(from.value()),
                from.lower() == null ? null : Double.valueOf(function.applyAsDouble(from.lower())),
                from.upper() == null ? null : Double.valueOf(function.applyAsDouble(from.upper())),
                null);
    }
}
