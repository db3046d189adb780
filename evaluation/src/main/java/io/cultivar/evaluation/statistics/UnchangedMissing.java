package io.cultivar.evaluation.statistics;

import io.cultivar.contract.result.Estimate;
import java.util.Optional;

/**
 * The conservative line: whoever was lost from the comparison counts as unchanged, "no data, no improvement" (Phillips). They
 * enter with a change of 0, so n grows and the sums stay; then as {@link WelchDifference}. It assumes much about the missing,
 * and can be larger than the plain difference where the controls changed for the better; it is read beside it, as a
 * sensitivity, not in its place.
 */
public final class UnchangedMissing {

    private UnchangedMissing() {}

    /** The difference of the mean changes with the missing unchanged; empty as Welch's: n &lt; 2 in an arm, or no variance. */
    public static Optional<Estimate> of(Moments changeT, long missingT, Moments changeC, long missingC) {
        return WelchDifference.of(withUnchanged(changeT, missingT), withUnchanged(changeC, missingC));
    }

    private static Moments withUnchanged(Moments change, long missing) {
        return new Moments(change.n() + missing, change.sum(), change.sumOfSquares());
    }
}
