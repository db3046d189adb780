package io.cultivar.evaluation.program;

import io.cultivar.contract.result.AvoidedTurnover;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Interval;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.ReturnFigures;
import io.cultivar.evaluation.money.CashFlow;
import io.cultivar.evaluation.money.Fieller;
import io.cultivar.evaluation.money.Reach;
import io.cultivar.evaluation.money.Uncertain;
import io.cultivar.evaluation.statistics.MinimumDetectableEffect;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a return from its benefit B and cost C: net benefit B - C, BCR = B / C, ROI = (B - C) / C, payback, net
 * present value and the probability that the net benefit is above zero. B and C are taken to be independent.
 *
 * @param measured treated people behind the benefit
 * @param controls controls behind it
 * @param outcomes benefit of the outcomes measured person by person, after decay
 * @param reach of the intervals of all figures
 * @param turnover the benefit of those who stayed; null where there is none
 * @param cost null where unknown
 * @param months the benefit horizon
 * @param decays whether the outcomes' benefit falls linearly to zero; avoided turnover comes evenly
 * @param discountRate a year; null where none is declared
 */
record ReturnFormulas(
        long measured,
        long controls,
        Uncertain outcomes,
        Reach reach,
        @Nullable AvoidedTurnover turnover,
        @Nullable Uncertain cost,
        double months,
        boolean decays,
        @Nullable Double discountRate) {

    /** What is left of a benefit that falls linearly to zero. */
    static final double DECAYED = 0.5;

    /** The figures; adds the reasons why some are absent. */
    ReturnFigures figures(List<Reason> reasons) {
        Uncertain stayed = stayed();
        Uncertain benefit = outcomes.plusDependent(stayed);
        Bounded bounded = reach.bounded(benefit.value(), benefit.standardError());
        Double detectable = MinimumDetectableEffect.of(benefit.standardError(), reach.degreesOfFreedom())
                .orElse(null);
        if (cost == null) {
            return new ReturnFigures(
                    measured,
                    controls,
                    bounded,
                    benefit.standardError(),
                    reach.degreesOfFreedom(),
                    detectable,
                    turnover,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
        Uncertain net = benefit.minusIndependent(cost);
        Bounded ratio = ratio(benefit, cost, reasons);
        CashFlow flow = decays
                ? new CashFlow(stayed.value(), outcomes.value(), cost.value(), months)
                : new CashFlow(benefit.value(), 0, cost.value(), months);
        Optional<Double> payback = flow.payback();
        if (cost.value() > 0 && payback.isEmpty()) {
            reasons.add(Reason.NO_PAYBACK);
        }
        return new ReturnFigures(
                measured,
                controls,
                bounded,
                benefit.standardError(),
                reach.degreesOfFreedom(),
                detectable,
                turnover,
                cost.standardError() > 0
                        ? Reach.NORMAL.bounded(cost.value(), cost.standardError())
                        : new Bounded(cost.value(), null, null, null),
                reach.bounded(net.value(), net.standardError()),
                ratio == null ? null : lowered(ratio),
                ratio,
                payback.orElse(null),
                discountRate == null ? null : presentValue(stayed, cost, discountRate),
                discountRate == null
                        ? null
                        : flow.discountedPayback(discountRate).orElse(null),
                probability(net, cost));
    }

    private Uncertain stayed() {
        return turnover == null
                ? Uncertain.ZERO
                : new Uncertain(turnover.benefit().value(), Reach.NORMAL.standardError(turnover.benefit()));
    }

    private @Nullable Bounded ratio(Uncertain benefit, Uncertain paid, List<Reason> reasons) {
        if (paid.value() <= 0) {
            reasons.add(Reason.COST_NOT_POSITIVE);
            return null;
        }
        double value = benefit.value() / paid.value();
        Optional<Interval> fixed = fieller(benefit, paid, reach.fixed());
        Double sequence = reach.alwaysValid();
        Optional<Interval> alwaysValid = sequence == null ? Optional.empty() : fieller(benefit, paid, sequence);
        // Where the interval that is to be shown has no bounds, the narrower one must not take its place.
        if (fixed.isEmpty() || (sequence != null && alwaysValid.isEmpty())) {
            reasons.add(Reason.UNBOUNDED);
            return new Bounded(value, null, null, null);
        }
        return new Bounded(value, fixed.get().lower(), fixed.get().upper(), alwaysValid.orElse(null));
    }

    private static Optional<Interval> fieller(Uncertain benefit, Uncertain paid, double q) {
        return Fieller.interval(benefit.value(), benefit.standardError(), paid.value(), paid.standardError(), q);
    }

    /** The ROI of a benefit-cost ratio: one less. */
    private static Bounded lowered(Bounded ratio) {
        Interval alwaysValid = ratio.alwaysValid();
        return new Bounded(
                ratio.value() - 1,
                ratio.lower() == null ? null : Double.valueOf(ratio.lower() - 1),
                ratio.upper() == null ? null : Double.valueOf(ratio.upper() - 1),
                alwaysValid == null ? null : new Interval(alwaysValid.lower() - 1, alwaysValid.upper() - 1));
    }

    private Bounded presentValue(Uncertain stayed, Uncertain paid, double rate) {
        Uncertain value = outcomes.times(CashFlow.presentValueOfOne(months, decays, rate))
                .plusDependent(stayed.times(CashFlow.presentValueOfOne(months, false, rate)))
                .minusIndependent(paid);
        return reach.bounded(value.value(), value.standardError());
    }

    /** By the effect's t distribution where the cost is known, else by the normal one; null where nothing is uncertain. */
    private @Nullable Double probability(Uncertain net, Uncertain paid) {
        if (net.standardError() == 0) {
            return null;
        }
        Reach distribution = paid.standardError() > 0 ? reach.normal() : reach;
        return distribution.probabilityPositive(net.value(), net.standardError());
    }
}
