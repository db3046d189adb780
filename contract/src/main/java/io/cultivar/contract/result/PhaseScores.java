package io.cultivar.contract.result;

import io.cultivar.contract.event.Phase;
import org.jspecify.annotations.Nullable;

/**
 * The scores of one phase of an assessment, each person's newest attempt, as a share of the scale.
 *
 * @param phase the phase
 * @param assessed people with a score (n)
 * @param mean their mean, 0 to 1
 * @param standardDeviation sample standard deviation; null for n = 1
 * @param attempts how often they took it, all attempts counted
 * @param judged people of whose newest attempt it is told whether it was enough
 * @param passed those of them for whom it was
 * @param withheld why publication withholds the numbers; null where it does not
 */
public record PhaseScores(
        Phase phase,
        @Nullable Long assessed,
        @Nullable Double mean,
        @Nullable Double standardDeviation,
        @Nullable Long attempts,
        @Nullable Long judged,
        @Nullable Long passed,
        @Nullable Withheld withheld) {

    public PhaseScores {
        Finite.checkPresent(mean, standardDeviation);
    }
}
