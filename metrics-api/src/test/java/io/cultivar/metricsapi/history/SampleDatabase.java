package io.cultivar.metricsapi.history;

import io.cultivar.metricsapi.about.Methods;
import io.cultivar.metricsapi.published.SamplePrograms;
import io.cultivar.metricsapi.published.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The sample programs in a PostgreSQL history. */
public final class SampleDatabase {

    static final Path READER = Path.of(System.getProperty("basedir", "."), "..", "docker/postgres/reader.sql");

    private static final String PASSWORD = "only-for-this-test";

    private SampleDatabase() {}

    /** A fresh database with these snapshots written one after the other. */
    public static HistoryConfig of(Snapshot... snapshots) {
        HistoryConfig database = EmbeddedPostgreSql.freshDatabase();
        write(database, snapshots);
        return database;
    }

    /** Who may only read, made by the script for it before the first migration, so that what comes later is seen to be readable. */
    public static HistoryConfig readerOf(HistoryConfig database) throws IOException {
        EmbeddedPostgreSql.run(
                database, "SET cultivar.reader_password = '" + PASSWORD + "'; " + Files.readString(READER));
        return new HistoryConfig(database.url(), "cultivar_reader", PASSWORD);
    }

    public static void write(HistoryConfig database, Snapshot... snapshots) {
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
