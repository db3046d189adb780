package io.cultivar.contract.result;

import io.cultivar.contract.event.Design;
import io.cultivar.contract.event.MetricDefined;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a program did to one metric. Values are in the metric's own unit; a positive value is a higher metric, which is
 * better only where the metric says so.
 *
 * @param metric the metric
 * @param definition what it means; null where nobody defined it
 * @param primary whether the program is judged by it
 * @param design how people came into their arms; where they differ, the weakest; null without assignments
 * @param provisional whether an after-window is still open, so that the estimate will move
 * @param treatment the treatment arm; without assigned controls also those who only enrolled
 * @param control the control arm; null where nobody was assigned to one
 * @param differenceInDifferences change of the treated minus change of the controls (ATT), Welch interval
 * @param postOnly difference of the after-means, Welch interval; unbiased only under randomization
 * @param ancova difference of the after-means adjusted for the before-values by one common slope; reference only
 * @param hedgesG standardised difference of the after-means, corrected for small samples
 * @param baselineDifference standardised difference of the before-means (SMD)
 * @param placebo difference-in-differences between two windows before the program: far from zero means the arms drifted
 *     apart already
 * @param reasons why something is absent, or to be read with care
 * @param withheld why publication withholds all the numbers; null where it does not
 */
public record Effect(
        String metric,
        @Nullable MetricDefined definition,
        boolean primary,
        @Nullable Design design,
        boolean provisional,
        @Nullable ArmChange treatment,
        @Nullable ArmChange control,
        @Nullable Estimate differenceInDifferences,
        @Nullable Estimate postOnly,
        @Nullable Estimate ancova,
        @Nullable Double hedgesG,
        @Nullable Double baselineDifference,
        @Nullable Estimate placebo,
        List<Reason> reasons,
        @Nullable Withheld withheld) {

    public Effect {
        reasons = List.copyOf(reasons);
    }
}
