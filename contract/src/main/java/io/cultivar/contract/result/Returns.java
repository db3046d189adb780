package io.cultivar.contract.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a program returned, in money, over its benefit horizon.
 *
 * @param currency of all amounts
 * @param outcomes the metrics that were turned into money
 * @param intangibles the declared outcomes that deliberately were not
 * @param basis what isolates the program's part; null where nothing does, so that there are no figures
 * @param horizonMonths months over which benefits are counted
 * @param provisional whether an after-window is still open
 * @param figures the figures; null where not estimable, or published and withheld
 * @param utility what learning is worth by a model, kept apart from all figures; null where not estimable
 * @param evidence how strong the evidence is
 * @param decision what it says should be done, by the net benefit
 * @param reasons why something is absent
 * @param withheld why publication withholds the numbers; null where it does not
 */
public record Returns(
        @Nullable String currency,
        List<String> outcomes,
        List<String> intangibles,
        @Nullable ReturnsBasis basis,
        @Nullable Double horizonMonths,
        boolean provisional,
        @Nullable ReturnFigures figures,
        @Nullable UtilityModel utility,
        Evidence evidence,
        Decision decision,
        List<Reason> reasons,
        @Nullable Withheld withheld) {

    public Returns {
        Finite.checkPresent(horizonMonths);
        outcomes = List.copyOf(outcomes);
        intangibles = List.copyOf(intangibles);
        reasons = List.copyOf(reasons);
    }

    /** The same returns, marked (or not, where null) as ones that publication withholds. */
    public Returns marked(@Nullable Withheld why) {
        return new Returns(
                currency,
                outcomes,
                intangibles,
                basis,
                horizonMonths,
                provisional,
                figures,
                utility,
                evidence,
                decision,
                reasons,
                why);
    }

    /** The same returns without any amount, and without what would tell its sign: grade, decision, payback. */
    public Returns withoutFigures() {
        return new Returns(
                currency,
                outcomes,
                intangibles,
                basis,
                horizonMonths,
                provisional,
                null,
                null,
                Evidence.WITHHELD,
                Decision.NOT_PROVEN_YET,
                reasons.stream().filter(reason -> reason != Reason.NO_PAYBACK).toList(),
                withheld);
    }

    /** The same returns with other figures. */
    public Returns showing(@Nullable ReturnFigures shown) {
        return new Returns(
                currency,
                outcomes,
                intangibles,
                basis,
                horizonMonths,
                provisional,
                shown,
                utility,
                evidence,
                decision,
                reasons,
                withheld);
    }

    /** The same returns with another model of what learning is worth, or none. */
    public Returns with(@Nullable UtilityModel model) {
        return new Returns(
                currency,
                outcomes,
                intangibles,
                basis,
                horizonMonths,
                provisional,
                figures,
                model,
                evidence,
                decision,
                reasons,
                withheld);
    }

    /** Of the figures: the benefit; null where there are no figures. */
    public @Nullable Bounded benefit() {
        return figures == null ? null : figures.benefit();
    }

    /** Of the figures: the net benefit; null where there are no figures. */
    public @Nullable Bounded netBenefit() {
        return figures == null ? null : figures.netBenefit();
    }

    /** Of the figures: the ROI; null where there are no figures. */
    public @Nullable Bounded roi() {
        return figures == null ? null : figures.roi();
    }

    /** Of the figures: the benefit-cost ratio; null where there are no figures. */
    public @Nullable Bounded benefitCostRatio() {
        return figures == null ? null : figures.benefitCostRatio();
    }

    /** Of the figures: the payback; null where there are no figures. */
    public @Nullable Double paybackMonths() {
        return figures == null ? null : figures.paybackMonths();
    }

    /** Of the figures: treated people; null where there are no figures. */
    public @Nullable Long measured() {
        return figures == null ? null : Long.valueOf(figures.measured());
    }

    /** Of the figures: controls; null where there are no figures. */
    public @Nullable Long controls() {
        return figures == null ? null : Long.valueOf(figures.controls());
    }
}
