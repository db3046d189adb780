package io.cultivar.metricsapi.published;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Sources of snapshots. */
public final class SampleSources {

    private SampleSources() {}

    /** A source that always shows the same. */
    public static SnapshotSource source(Snapshot snapshot) {
        return source(() -> snapshot);
    }

    /** A source that always shows what this gives. */
    public static SnapshotSource source(Supplier<Snapshot> newest) {
        return new SnapshotSource() {
            @Override
            public Optional<Snapshot> snapshot() {
                return Optional.of(newest.get());
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
