package io.cultivar.metricsapi.published;

import java.time.Instant;
import java.util.Optional;

/** Sources of snapshots that never change. */
public final class SampleSources {

    private SampleSources() {}

    /** A source that always shows the same. */
    public static SnapshotSource source(Snapshot snapshot) {
        return new SnapshotSource() {
            @Override
            public Optional<Snapshot> snapshot() {
                return Optional.of(snapshot);
            }

            @Override
            public Optional<Instant> currentAt() {
                return Optional.of(SamplePrograms.CURRENT);
            }
        };
    }

    /** A source that has not read everything yet. */
    public static SnapshotSource notReady() {
        return new SnapshotSource() {
            @Override
            public Optional<Snapshot> snapshot() {
                return Optional.empty();
            }

            @Override
            public Optional<Instant> currentAt() {
                return Optional.empty();
            }
        };
    }
}
