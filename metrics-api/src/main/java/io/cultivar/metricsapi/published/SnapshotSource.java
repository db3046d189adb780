package io.cultivar.metricsapi.published;

import java.time.Instant;
import java.util.Optional;

/** Where the endpoints find what was published. */
public interface SnapshotSource {

    /** The newest complete snapshot; empty until everything that was there at the start has been read. */
    Optional<Snapshot> snapshot();

    /**
     * When it was last confirmed that nothing newer was published; an old instant means that the snapshot may be stale.
     */
    Optional<Instant> currentAt();
}
