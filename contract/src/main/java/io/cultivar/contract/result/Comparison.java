package io.cultivar.contract.result;

import org.jspecify.annotations.Nullable;

/**
 * The numbers of the comparison of two arms on one metric, in the metric's unit; positive is higher, which is better only
 * where the metric says so. Where the metric declares a cap, values are counted at its ends.
 *
 * @param treatment the treatment arm; without assigned controls also those who only enrolled
 * @param control the control arm; null where nobody was assigned to one
 * @param differenceInDifferences change of the treated minus change of the controls (ATT), Welch
 * @param relative the same as a share of what the treated would have had without the program; positive is always better
 * @param minimumDetectable the smallest effect that could have been seen
 * @param uncapped difference-in-differences of the values as measured; null where the metric declares no cap, and
 *     where published and the cap changes values of a few people only: the two effects' difference would tell them
 * @param capped people of whom the cap changes a value, in the arm that has fewer of them, arms without any aside; 0 where it
 *     changes nobody's; null where the metric declares no cap, and where published
 * @param conservative difference-in-differences with no change for everybody lost from the comparison
 * @param completers effect on those who completed (Bloom): the intention-to-treat effect over the share who did
 * @param postOnly difference of the after-means, Welch; unbiased only under randomization
 * @param lin difference of the after-means, each arm adjusted by a slope of its own (Lin 2013); for randomized designs
 * @param ancova difference of the after-means adjusted by one common slope; reference only
 * @param hedgesG standardized difference of the after-means
 * @param hedgesGOfChange standardized difference of the changes
 * @param baseline how alike the arms were before
 * @param placebo difference-in-differences between two windows before the program: far from zero means the arms drifted
 *     apart already
 * @param attrition who was lost
 * @param completed of the treated with both values, those who completed the program; behind {@code completers}
 * @param placeboMeasured people behind the placebo in the arm that has fewer of them
 */
public record Comparison(
        ArmChange treatment,
        @Nullable ArmChange control,
        @Nullable Estimate differenceInDifferences,
        @Nullable Bounded relative,
        @Nullable MinimumDetectable minimumDetectable,
        @Nullable Estimate uncapped,
        @Nullable Long capped,
        @Nullable Estimate conservative,
        @Nullable Estimate completers,
        @Nullable Estimate postOnly,
        @Nullable Estimate lin,
        @Nullable Estimate ancova,
        @Nullable Standardized hedgesG,
        @Nullable Standardized hedgesGOfChange,
        @Nullable Balance baseline,
        @Nullable Estimate placebo,
        @Nullable Attrition attrition,
        @Nullable Long completed,
        @Nullable Long placeboMeasured) {}
