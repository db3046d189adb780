package io.cultivar.metricsapi;

import java.time.Instant;
import java.util.Optional;

/** Sources of snapshots that never change. */
final class SampleSources {

    private SampleSources() {}

    /** A source that always shows the same. */
    static SnapshotSource source(Snapshot snapshot) {
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
    static SnapshotSource notReady() {
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
