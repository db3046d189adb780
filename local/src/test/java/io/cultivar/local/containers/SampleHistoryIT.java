package io.cultivar.local.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cultivar.metricsapi.history.HistoryConfig;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The history of the sample company in a real PostgreSQL: no panel that asks it is empty, as seen by who may read it and
 * nothing else.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(EmbeddedSampleRun.class)
@Timeout(600)
class SampleHistoryIT {

    private static final String METRIC = "${metric:sqlstring}";

    /** All but what says when a row was written here. */
    private static final String ROWS =
            "SELECT dataset, row_key::text, content::text, publication FROM cultivar.published_row ORDER BY 1, 2";

    private static final String PUBLICATIONS =
            "SELECT id, version, build, methods, as_of, published_at, rows_changed, rows_removed FROM cultivar.publication";

    private @Nullable EmbeddedDatabases databases;
    private @Nullable HistoryConfig reader;
    private List<String> programs = List.of();

    @BeforeAll
    void write(SampleRun sample) throws SQLException, IOException {
        databases = EmbeddedDatabases.start().orElse(null);
        assumeTrue(databases != null);
        HistoryConfig owner = databases().create("sample");
        reader = EmbeddedDatabases.readerOf(owner);
        HistoryReplica.upToDate(sample, owner).close();
        programs = first("SELECT program FROM cultivar.programs");
        assertThat(programs).hasSameSizeAs(sample.programs().keySet());
    }

    @AfterAll
    void stop() throws IOException {
        if (databases != null) {
            databases.close();
        }
    }

    private EmbeddedDatabases databases() {
        return Objects.requireNonNull(databases);
    }

    private HistoryConfig reader() {
        return Objects.requireNonNull(reader);
    }

    @TestFactory
    Stream<DynamicTest> shouldFindSomethingWithEveryQuery() throws IOException, SQLException {
        List<DashboardSql.Question> questions = DashboardSql.questions();
        assertThat(questions).hasSizeGreaterThan(8);
        DashboardSql.Question ofMetrics = questions.stream()
                .filter(question -> question.place().endsWith("$metric"))
                .findFirst()
                .orElseThrow();
        List<String> metrics = first(ofMetrics.sent(Map.of("program", programs)));
        assertThat(metrics).isNotEmpty();
        return questions.stream()
                .flatMap(question -> question.sql().contains(METRIC)
                        ? metrics.stream().map(metric -> answered(question, metric))
                        : Stream.of(answered(question, "")));
    }

    private DynamicTest answered(DashboardSql.Question question, String metric) {
        return DynamicTest.dynamicTest(question.place() + ' ' + metric, () -> {
            // when
            List<List<@Nullable Object>> rows = EmbeddedDatabases.rows(
                    reader(), question.sent(Map.of("program", programs, "metric", List.of(metric))));

            // then there are rows, and no column is empty in all of them
            assertThat(rows).as(question.sql()).isNotEmpty();
            for (int column = 0; column < rows.get(0).size(); column++) {
                int at = column;
                assertThat(rows)
                        .as("column " + (column + 1) + " of " + question.sql())
                        .anyMatch(row -> row.get(at) != null);
            }
        });
    }

    /** The first column of an answer. */
    private List<String> first(String sql) throws SQLException {
        return EmbeddedDatabases.rows(reader(), sql).stream()
                .map(row -> String.valueOf(row.get(0)))
                .toList();
    }

    /** A new process that finds nothing reads everything that is published again. */
    @Test
    void shouldBeTheSameOnceItWasDropped(SampleRun sample) throws SQLException {
        // given
        HistoryConfig database = databases().create("dropped");
        HistoryReplica.upToDate(sample, database).close();
        List<List<@Nullable Object>> written = EmbeddedDatabases.rows(database, PUBLICATIONS);
        List<List<@Nullable Object>> rows = EmbeddedDatabases.rows(database, ROWS);

        // when
        EmbeddedDatabases.run(database, "DROP SCHEMA cultivar CASCADE");
        HistoryReplica.upToDate(sample, database).close();

        // then
        assertThat(EmbeddedDatabases.rows(database, PUBLICATIONS))
                .isEqualTo(written)
                .hasSize(1);
        assertThat(EmbeddedDatabases.rows(database, ROWS)).isEqualTo(rows).hasSizeGreaterThan(1_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM cultivar.published_row",
                "INSERT INTO cultivar.published_row SELECT * FROM cultivar.published_row",
                "UPDATE cultivar.publication SET confirmed_at = now()",
                "TRUNCATE cultivar.published_row",
                "DROP VIEW cultivar.roi",
                "CREATE TABLE cultivar.mine (id integer)",
                "CREATE TABLE public.mine (id integer)"
            })
    void shouldLetTheReaderOnlyRead(String sql) {
        assertThatThrownBy(() -> EmbeddedDatabases.run(reader(), sql)).hasMessageContaining("read-only transaction");
        // The habit can be put off, in a transaction of its own; the wall stays.
        assertThatThrownBy(() -> EmbeddedDatabases.run(reader(), "SET default_transaction_read_only = off", sql))
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }
}
