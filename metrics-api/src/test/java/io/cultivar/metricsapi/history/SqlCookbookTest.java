package io.cultivar.metricsapi.history;

import static io.cultivar.metricsapi.history.EmbeddedPostgreSql.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.result.Bucket;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.TrendPoint;
import io.cultivar.metricsapi.published.SamplePrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/SQL.md tells the truth: it names every view, and each statement answers its question to who may only read. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SqlCookbookTest {

    private static final Path ROOT = Path.of(System.getProperty("basedir", "."), "..");
    private static final Pattern QUESTION = Pattern.compile("(?m)^### (.+)$|^```sql\\n([^`]+)```$");
    private static final Pattern VIEWS = Pattern.compile("(?m)^\\| (`[a-z_`, ]+`) \\|");

    /** The questions of REST, one of them with a statement more than once. */
    private static final int LEAST_STATEMENTS = 18;

    private HistoryConfig owner = new HistoryConfig("jdbc:postgresql:none", null, null);
    private HistoryConfig reader = owner;

    @BeforeAll
    void fill() throws IOException {
        owner = EmbeddedPostgreSql.freshDatabase();
        reader = SampleDatabase.readerOf(owner);
        SampleDatabase.write(
                owner,
                SamplePrograms.snapshot(List.of(withBothArms(SamplePrograms.winner()), SamplePrograms.withheld())));
    }

    private static String cookbook() throws IOException {
        return Files.readString(ROOT.resolve("docs/SQL.md"));
    }

    private static ProgramResult withBothArms(ProgramResult program) {
        List<TrendPoint> trends = Stream.of(1, 2, 3)
                .flatMap(month -> Arrays.stream(Arm.values())
                        .map(arm -> new TrendPoint(
                                "sales",
                                arm,
                                Bucket.MONTH,
                                LocalDate.of(2026, month, 1),
                                50L,
                                arm == Arm.TREATMENT ? 100.5 : 100.5 + month,
                                12.5,
                                null)))
                .toList();
        return new ProgramResult(
                program.program(),
                program.definition(),
                program.asOf(),
                program.refolding(),
                program.participation(),
                program.starts(),
                program.effects(),
                program.staggered(),
                program.assessments(),
                program.feedback(),
                program.retention(),
                program.survival(),
                program.retentionComparison(),
                trends,
                program.costs(),
                program.returns());
    }

    @TestFactory
    Stream<DynamicTest> shouldAnswerEachQuestion() throws IOException {
        List<MatchResult> parts = QUESTION.matcher(cookbook()).results().toList();
        assertThat(parts).filteredOn(part -> part.group(2) != null).hasSizeGreaterThanOrEqualTo(LEAST_STATEMENTS);
        return Stream.iterate(0, at -> at < parts.size(), at -> at + 1)
                .filter(at -> parts.get(at).group(2) != null)
                .map(at -> DynamicTest.dynamicTest(
                        question(parts, at), () -> assertAnswered(parts.get(at).group(2))));
    }

    private static String question(List<MatchResult> parts, int at) {
        return parts.subList(0, at).stream()
                .map(part -> part.group(1))
                .filter(heading -> heading != null)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** A column that is null in every row answers nothing; withheld may be null, everything else has to be there once. */
    private void assertAnswered(String sql) {
        List<Map<String, @Nullable Object>> rows = query(reader, sql);
        assertThat(rows).isNotEmpty();
        Set<String> columns = rows.get(0).keySet();
        Set<String> filled = rows.stream()
                .flatMap(row -> row.entrySet().stream())
                .filter(cell -> cell.getValue() != null)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
        filled.add("withheld");
        assertThat(filled).containsAll(columns);
    }

    @Test
    void shouldComputeTheDifferenceOfTheArms() {
        assertThat(query(reader, """
                        SELECT treated.mean - control.mean AS difference
                        FROM cultivar.trends AS treated JOIN cultivar.trends AS control USING (program, metric, period)
                        WHERE treated.arm = 'treatment' AND control.arm = 'control' ORDER BY period""")).extracting(row -> row.get("difference")).containsExactly(-1.0, -2.0, -3.0);
    }

    @Test
    void shouldNameEveryView() throws IOException {
        Set<String> named = VIEWS.matcher(cookbook())
                .results()
                .flatMap(row -> Arrays.stream(row.group(1).replace("`", "").split(", ", -1)))
                .collect(Collectors.toSet());

        assertThat(query(owner, "SELECT viewname FROM pg_views WHERE schemaname = 'cultivar'"))
                .extracting(row -> row.get("viewname"))
                .containsExactlyInAnyOrderElementsOf(named);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM cultivar.published_row",
                "CREATE TABLE cultivar.mine (id integer)",
                "CREATE TABLE public.mine (id integer)"
            })
    void shouldLetTheReaderOnlyRead(String sql) throws SQLException {
        try (Connection connection = EmbeddedPostgreSql.connect(reader);
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("read-only transaction");

            // when the habit is put off, in a transaction of its own
            statement.execute("SET default_transaction_read_only = off");

            // then the wall stays
            assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("permission denied");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SET cultivar.reader_password = 'short';"})
    void shouldMakeNoReaderWithoutAPassword(String setting) throws Exception {
        try (Connection connection = EmbeddedPostgreSql.connect(EmbeddedPostgreSql.freshDatabase());
                Statement statement = connection.createStatement()) {
            String script = setting + Files.readString(SampleDatabase.READER);
            assertThatThrownBy(() -> statement.execute(script))
                    .hasMessageContaining("cultivar.reader_password must be set, to 12 characters or more");
        }
    }
}
