package io.cultivar.local.containers;

import io.cultivar.metricsapi.history.HistoryConfig;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL without a container engine, on a port that is free. */
final class EmbeddedDatabases implements AutoCloseable {

    private static final Path READER = Path.of("..", "docker", "postgres", "reader.sql");
    private static final String PASSWORD = "only-for-this-test";
    private static final String OWNER = "postgres";

    private final EmbeddedPostgres server;

    private EmbeddedDatabases(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Empty where there is none for this machine. */
    static Optional<EmbeddedDatabases> start() {
        try {
            // A test's data need not outlive a power cut.
            return Optional.of(new EmbeddedDatabases(
                    EmbeddedPostgres.builder().setServerConfig("fsync", "off").start()));
        } catch (IOException | IllegalStateException e) {
            ContainerEngine.saySkipped("the history of the sample company", "no PostgreSQL can be started here: " + e);
            return Optional.empty();
        }
    }

    /** An empty database, seen by its owner. */
    HistoryConfig create(String name) throws SQLException {
        run(owner(OWNER), "CREATE DATABASE " + name);
        return owner(name);
    }

    private HistoryConfig owner(String database) {
        return new HistoryConfig("jdbc:postgresql://localhost:" + server.getPort() + '/' + database, OWNER, null);
    }

    /** Who may only read this database, made by the script that the stack runs, before there is anything to read. */
    static HistoryConfig readerOf(HistoryConfig database) throws SQLException, IOException {
        run(database, "SET cultivar.reader_password = '" + PASSWORD + "'; " + Files.readString(READER));
        return new HistoryConfig(database.url(), "cultivar_reader", PASSWORD);
    }

    /** Runs SQL that answers nothing, each text in a transaction of its own. */
    static void run(HistoryConfig as, String... texts) throws SQLException {
        try (Connection connection = connect(as);
                Statement statement = connection.createStatement()) {
            for (String sql : texts) {
                statement.execute(sql);
            }
        }
    }

    /** What a query answers, column by column. */
    static List<List<@Nullable Object>> rows(HistoryConfig as, String sql) throws SQLException {
        try (Connection connection = connect(as);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            while (answer.next()) {
                List<@Nullable Object> row = new ArrayList<>();
                for (int column = 1; column <= answer.getMetaData().getColumnCount(); column++) {
                    row.add(answer.getObject(column));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    private static Connection connect(HistoryConfig as) throws SQLException {
        return DriverManager.getConnection(as.url(), as.user(), as.password());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
