package io.cultivar.metricsapi.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL without a container engine: one server for all tests, a fresh database for each that asks. */
public final class EmbeddedPostgreSql {

    private static final String OWNER = "postgres";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private EmbeddedPostgreSql() {}

    /** Started with the first test that needs it, and ended with the JVM. */
    private static final class Server {
        static final EmbeddedPostgres INSTANCE = start(EmbeddedPostgres.builder());
    }

    /** Starts a server of its own; where there is none for this machine the test is skipped, and says so. */
    static EmbeddedPostgres start(EmbeddedPostgres.Builder builder) {
        try {
            // A test's data need not outlive a power cut.
            return builder.setServerConfig("fsync", "off").start();
        } catch (IOException | IllegalStateException e) {
            System.err.println("SKIPPED: tests of the history: no PostgreSQL can be started here: " + e);
            return abort("no PostgreSQL can be started here: " + e);
        }
    }

    static HistoryConfig config(int port, String database) {
        return new HistoryConfig("jdbc:postgresql://localhost:" + port + '/' + database, OWNER, null);
    }

    /** Where an empty database is. */
    public static HistoryConfig freshDatabase() {
        int port = Server.INSTANCE.getPort();
        String name = "test" + DATABASES.incrementAndGet();
        run(config(port, OWNER), "CREATE DATABASE " + name);
        return config(port, name);
    }

    /** Writes this publication into the history, as one that nothing is newer than. */
    public static void write(HistoryConfig config, Publication publication) {
        HistoryStore store = new HistoryStore(config);
        store.migrate();
        try {
            assertThat(store.write(publication)).isEqualTo(HistoryStore.Outcome.WRITTEN);
        } catch (SQLException e) {
            throw new AssertionError("cannot write to " + config, e);
        }
    }

    public static Connection connect(HistoryConfig config) throws SQLException {
        return DriverManager.getConnection(config.url(), config.user(), config.password());
    }

    /** Runs SQL that answers nothing. */
    public static void run(HistoryConfig config, String sql) {
        try (Connection connection = connect(config);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError("cannot run " + sql, e);
        }
    }

    /** What a query answers: of each row every column by name. */
    public static List<Map<String, @Nullable Object>> query(HistoryConfig config, String sql) {
        try (Connection connection = connect(config);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            ResultSetMetaData columns = answer.getMetaData();
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            while (answer.next()) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                for (int column = 1; column <= columns.getColumnCount(); column++) {
                    row.put(columns.getColumnLabel(column), answer.getObject(column));
                }
                rows.add(Collections.unmodifiableMap(row));
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError("cannot answer " + sql, e);
        }
    }

    /** The only value of the only row. */
    public static @Nullable Object value(HistoryConfig config, String sql) {
        List<Map<String, @Nullable Object>> rows = query(config, sql);
        assertThat(rows).as(sql).hasSize(1);
        return rows.get(0).values().iterator().next();
    }
}
