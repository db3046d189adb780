package io.cultivar.metricsapi.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** The history in PostgreSQL. Any number of writers may use one database; each write is one transaction. */
final class HistoryStore {

    static final String SCHEMA = "cultivar";

    /** What a write has come to. */
    enum Outcome {
        /** The history is now this publication. */
        WRITTEN,
        /** It was already. */
        UNCHANGED,
        /** It is a newer one, and stays so. */
        SUPERSEDED
    }

    /**
     * What is held.
     *
     * @param confirmed null where no clock that is right can have said it yet
     */
    private record Present(
            long id, String identity, @Nullable Instant confirmed) {

        boolean isNewerThan(Publication publication) {
            return confirmed != null && confirmed.isAfter(publication.confirmed());
        }
    }

    private static final int CONNECT_TIMEOUT_SECONDS = 10;
    private static final int ANSWER_TIMEOUT_SECONDS = 120;
    private static final int ROWS_AT_ONCE = 1_000;

    /** The number of the lock that writers of a history share; nothing else uses it. */
    private static final long LOCK = 0x43554C54_49564152L;

    /** How far a writer's clock may be ahead of the database's; a confirmation later than that hinders nobody. */
    private static final String CREDIBLE = "confirmed_at <= now() + interval '5 minutes'";

    /** A year of a publication every six minutes. */
    private static final int PUBLICATIONS_KEPT = 100_000;

    private final PGSimpleDataSource database;

    HistoryStore(HistoryConfig config) {
        database = new PGSimpleDataSource();
        database.setURL(config.url());
        if (config.user() != null) {
            database.setUser(config.user());
        }
        if (config.password() != null) {
            database.setPassword(config.password());
        }
        database.setApplicationName("cultivar-metrics-api");
        database.setConnectTimeout(CONNECT_TIMEOUT_SECONDS);
        database.setLoginTimeout(CONNECT_TIMEOUT_SECONDS);
        database.setSocketTimeout(ANSWER_TIMEOUT_SECONDS);
        database.setReWriteBatchedInserts(true);
    }

    /**
     * Makes the schema what this build needs; does nothing where it is. A schema of a newer build is left as it is.
     *
     * @throws org.flywaydb.core.api.FlywayException where the database is away, or is not what an earlier build has left
     */
    void migrate() {
        Flyway.configure(HistoryStore.class.getClassLoader())
                .dataSource(database)
                .schemas(SCHEMA)
                .locations("classpath:io/cultivar/metricsapi/history")
                .load()
                .migrate();
    }

    /** Makes the history this publication, unless it is a newer one. */
    Outcome write(Publication publication) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setSchema(SCHEMA);
            Outcome outcome = write(connection, publication);
            // Whatever is thrown before this leaves the history as it was.
            connection.commit();
            return outcome;
        }
    }

    private static Outcome write(Connection connection, Publication publication) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            lock.execute();
        }
        Optional<Present> present = present(connection);
        if (present.isPresent()) {
            if (present.get().identity().equals(publication.identity())) {
                confirm(connection, present.get().id(), publication.confirmed());
                return Outcome.UNCHANGED;
            }
            if (present.get().isNewerThan(publication)) {
                return Outcome.SUPERSEDED;
            }
        }
        replace(connection, publication);
        return Outcome.WRITTEN;
    }

    private static Optional<Present> present(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id, version || '-' || build, CASE WHEN " + CREDIBLE
                        + " THEN confirmed_at END FROM publication ORDER BY id DESC LIMIT 1")) {
            return rows.next()
                    ? Optional.of(new Present(rows.getLong(1), rows.getString(2), instant(rows, 3)))
                    : Optional.empty();
        }
    }

    private static @Nullable Instant instant(ResultSet rows, int column) throws SQLException {
        OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** By when the history that is held had everything; empty where it holds nothing, or no clock that is right has said so. */
    Optional<Instant> confirmed() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setSchema(SCHEMA);
            return present(connection).map(Present::confirmed);
        }
    }

    private static void confirm(Connection connection, long id, Instant confirmed) throws SQLException {
        // What is not credible is mended with the first that is; greatest() passes over a null.
        try (PreparedStatement statement = connection.prepareStatement("UPDATE publication SET confirmed_at = greatest("
                + "CASE WHEN " + CREDIBLE + " THEN confirmed_at END, ?) WHERE id = ?")) {
            statement.setObject(1, time(confirmed));
            statement.setLong(2, id);
            statement.executeUpdate();
        }
    }

    private static void replace(Connection connection, Publication publication) throws SQLException {
        List<PublishedTable> tables = publication.tables().get();
        long id = record(connection, publication);
        stage(connection, tables);
        long changed = upsert(connection, id, publication);
        long removed = remove(connection, tables);
        count(connection, id, changed, removed);
        try (PreparedStatement statement = connection.prepareStatement("DELETE FROM publication WHERE id <= ?")) {
            statement.setLong(1, id - PUBLICATIONS_KEPT);
            statement.executeUpdate();
        }
    }

    /** Removes what is no longer published, but for what logs have said. */
    private static long remove(Connection connection, List<PublishedTable> tables) throws SQLException {
        Object[] logs = tables.stream()
                .filter(PublishedTable::log)
                .map(PublishedTable::name)
                .toArray();
        try (PreparedStatement statement = connection.prepareStatement("""
                DELETE FROM published_row AS known
                WHERE known.dataset <> ALL (?) AND NOT EXISTS (
                    SELECT FROM incoming WHERE incoming.dataset = known.dataset AND incoming.row_key = known.row_key)""")) {
            statement.setArray(1, connection.createArrayOf("text", logs));
            return statement.executeLargeUpdate();
        }
    }

    private static long record(Connection connection, Publication publication) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO publication
                    (version, build, methods, as_of, published_at, confirmed_at, rows_changed, rows_removed)
                VALUES (?, ?, ?, ?, ?, ?, 0, 0) RETURNING id""")) {
            statement.setString(1, publication.version());
            statement.setString(2, publication.build());
            statement.setString(3, publication.methods());
            statement.setObject(4, time(publication.asOf()));
            statement.setObject(5, time(publication.published()));
            statement.setObject(6, time(publication.confirmed()));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static void stage(Connection connection, List<PublishedTable> tables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TEMPORARY TABLE incoming (
                        dataset text NOT NULL, row_key jsonb NOT NULL, content jsonb NOT NULL,
                        PRIMARY KEY (dataset, row_key)) ON COMMIT DROP""");
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO incoming (dataset, row_key, content) VALUES (?, ?::jsonb, ?::jsonb)")) {
            int waiting = 0;
            for (PublishedTable table : tables) {
                for (PublishedTable.Row row : table.rows()) {
                    statement.setString(1, table.name());
                    statement.setString(2, row.key());
                    statement.setString(3, row.content());
                    statement.addBatch();
                    waiting++;
                    if (waiting == ROWS_AT_ONCE) {
                        statement.executeBatch();
                        waiting = 0;
                    }
                }
            }
            statement.executeBatch();
        }
        try (Statement statement = connection.createStatement()) {
            // Nobody else does it for a temporary table, and without it the rows are looked up one by one.
            statement.execute("ANALYZE incoming");
        }
    }

    /** Texts are compared, because as JSON 1.0 and 1.00 are the same. */
    private static long upsert(Connection connection, long id, Publication publication) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO published_row AS known
                    (dataset, row_key, content, first_published_at, changed_at, publication)
                SELECT dataset, row_key, content, present.at, present.at, ?
                FROM incoming, (SELECT coalesce(?::timestamptz, now()) AS at) AS present
                ON CONFLICT (dataset, row_key) DO UPDATE
                SET content = excluded.content, changed_at = excluded.changed_at, publication = excluded.publication
                WHERE known.content::text <> excluded.content::text""")) {
            statement.setLong(1, id);
            statement.setObject(2, time(publication.published()));
            return statement.executeLargeUpdate();
        }
    }

    private static void count(Connection connection, long id, long changed, long removed) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE publication SET rows_changed = ?, rows_removed = ? WHERE id = ?")) {
            statement.setLong(1, changed);
            statement.setLong(2, removed);
            statement.setLong(3, id);
            statement.executeUpdate();
        }
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
