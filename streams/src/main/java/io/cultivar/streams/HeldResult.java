package io.cultivar.streams;

import io.cultivar.evaluation.publication.ScopeChanges;
import java.time.Instant;
import java.util.Map;

/**
 * A result that may not be published yet.
 *
 * @param since when something began to wait
 * @param refolding whether it is half of a changed definition: then it waits for the other half, however long
 * @param json the newest of what waits, as it will be published
 * @param changes what changed its scope, by part of the pipeline
 */
record HeldResult(Instant since, boolean refolding, String json, Map<String, ScopeChanges> changes) {

    HeldResult {
        changes = Map.copyOf(changes);
    }
}
