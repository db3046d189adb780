package io.cultivar.evaluation.fold;

import io.cultivar.evaluation.sums.Contribution;
import java.time.Instant;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;

/**
 * What came out of folding one subject's facts.
 *
 * @param contribution what the subject adds to which sums
 * @param programs the programs that its facts name, now or after as-of: when one of them is redefined, fold again
 * @param changesAt the first instant after as-of at which, with no new event, the contribution may change; null for never
 */
public record Folded(
        Contribution contribution,
        NavigableSet<String> programs,
        @Nullable Instant changesAt) {}
