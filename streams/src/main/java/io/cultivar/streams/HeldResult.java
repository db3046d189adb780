package io.cultivar.streams;

import io.cultivar.evaluation.publication.ScopeChanges;
import java.time.Instant;
import java.util.Map;

/**
 * A result that may not be published yet.
 *
 * @param since when something began to wait
 * @param latest when this one came, the newest of what waits
 * @param refolding whether it is half of a changed definition: then it waits for the other half, however long
 * @param json as it will be published
 * @param changes what changed its scope, by part of the pipeline
 */
record HeldResult(Instant since, Instant latest, boolean refolding, String json, Map<String, ScopeChanges> changes) {

    HeldResult {
        changes = Map.copyOf(changes);
    }

    /** The same, in the place of one that has waited since. */
    HeldResult waitingSince(Instant earlier) {
        return new HeldResult(earlier, latest, refolding, json, changes);
    }
}
