package io.cultivar.metricsapi;

import io.cultivar.metricsapi.history.EmbeddedPostgreSql;
import io.cultivar.metricsapi.history.HistoryConfig;
import io.cultivar.metricsapi.history.Publication;
import java.time.Instant;
import java.util.List;

/** The sample programs in a PostgreSQL history. */
final class SampleDatabase {

    private SampleDatabase() {}

    /** A fresh database with these snapshots written one after the other. */
    static HistoryConfig of(Snapshot... snapshots) {
        HistoryConfig database = EmbeddedPostgreSql.freshDatabase();
        write(database, snapshots);
        return database;
    }

    static void write(HistoryConfig database, Snapshot... snapshots) {
        Instant confirmed = SamplePrograms.CURRENT;
        for (Snapshot snapshot : List.of(snapshots)) {
            confirmed = confirmed.plusSeconds(1);
            EmbeddedPostgreSql.write(database, publication(snapshot, confirmed));
        }
    }

    private static Publication publication(Snapshot snapshot, Instant confirmed) {
        return new Publication(
                snapshot.version(),
                confirmed.toString(),
                Methods.VERSION,
                snapshot.asOf(),
                snapshot.published(),
                confirmed,
                () -> HistoryTables.of(snapshot));
    }
}
