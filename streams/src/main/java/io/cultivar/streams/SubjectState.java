package io.cultivar.streams;

import io.cultivar.evaluation.fold.Folded;
import io.cultivar.evaluation.sums.Contribution;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a subject contributes now, kept so that it can be taken out exactly when it changes.
 *
 * @param contribution what is in the sums
 * @param programs the programs under which the subject is indexed
 * @param changesAt the instant under which it is due again; null for never
 */
record SubjectState(
        Contribution contribution,
        List<String> programs,
        @Nullable Instant changesAt) {

    static final SubjectState NOTHING = new SubjectState(Contribution.NONE, Collections.emptyList(), null);

    static SubjectState of(Folded folded) {
        return new SubjectState(folded.contribution(), List.copyOf(folded.programs()), folded.changesAt());
    }
}
