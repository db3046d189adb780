package io.cultivar.evaluation.statistics;

import io.cultivar.contract.result.Estimate;
import java.util.Optional;

/** The mean change of the same people: t = mean(d) / sqrt(v_d / n), df = n - 1. */
public final class PairedChange {

    private PairedChange() {}

    /** The mean change with its paired t interval; empty for n < 2 or where all changes are equal. */
    public static Optional<Estimate> of(Moments change) {
        double variance = change.variance().orElse(0.0);
        if (variance <= 0) {
            return Optional.empty();
        }
        double standardError = Math.sqrt(variance / change.n());
        return Optional.of(Estimates.of(change.mean().orElseThrow(), standardError, change.n() - 1.0));
    }
}
