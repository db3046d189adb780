package io.cultivar.contract.result;

import io.cultivar.contract.event.Design;
import io.cultivar.contract.event.MetricDefined;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a program did to one metric.
 *
 * @param metric the metric
 * @param definition what it means; null where nobody defined it
 * @param primary whether the program is judged by it
 * @param design how people came into their arms; where they differ, the weakest; null without assignments
 * @param provisional whether an after-window is still open, so that the estimate will move
 * @param comparison the numbers; null where published and withheld
 * @param evidence how strong the evidence is
 * @param decision what it says should be done
 * @param reasons why something is absent, or to be read with care
 * @param withheld why publication withholds all the numbers; null where it does not
 */
public record Effect(
        String metric,
        @Nullable MetricDefined definition,
        boolean primary,
        @Nullable Design design,
        boolean provisional,
        @Nullable Comparison comparison,
        Evidence evidence,
        Decision decision,
        List<Reason> reasons,
        @Nullable Withheld withheld) {

    public Effect {
        reasons = List.copyOf(reasons);
    }

    /** The same effect, marked (or not, where null) as one that publication withholds. */
    public Effect marked(@Nullable Withheld why) {
        return new Effect(
                metric, definition, primary, design, provisional, comparison, evidence, decision, reasons, why);
    }

    /** The same effect with other numbers. */
    public Effect showing(@Nullable Comparison numbers) {
        return new Effect(
                metric, definition, primary, design, provisional, numbers, evidence, decision, reasons, withheld);
    }

    /** Of the comparison: the treatment arm; null where there are no numbers. */
    public @Nullable ArmChange treatment() {
        return comparison == null ? null : comparison.treatment();
    }

    /** Of the comparison: the control arm; null where there are no numbers. */
    public @Nullable ArmChange control() {
        return comparison == null ? null : comparison.control();
    }

    /** Of the comparison: the difference-in-differences; null where there are no numbers. */
    public @Nullable Estimate differenceInDifferences() {
        return comparison == null ? null : comparison.differenceInDifferences();
    }

    /** Of the comparison: the placebo; null where there are no numbers. */
    public @Nullable Estimate placebo() {
        return comparison == null ? null : comparison.placebo();
    }

    /** Of the comparison: the post-only difference; null where there are no numbers. */
    public @Nullable Estimate postOnly() {
        return comparison == null ? null : comparison.postOnly();
    }

    /** Of the comparison: the ANCOVA; null where there are no numbers. */
    public @Nullable Estimate ancova() {
        return comparison == null ? null : comparison.ancova();
    }

    /** Of the comparison: Hedges' g; null where there are no numbers. */
    public @Nullable Standardized hedgesG() {
        return comparison == null ? null : comparison.hedgesG();
    }

    /** Of the comparison: the balance before; null where there are no numbers. */
    public @Nullable Balance baseline() {
        return comparison == null ? null : comparison.baseline();
    }
}
