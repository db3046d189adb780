package io.cultivar.metricsapi.deployment;

import static io.cultivar.metricsapi.history.EmbeddedPostgreSql.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.metricsapi.history.EmbeddedPostgreSql;
import io.cultivar.metricsapi.history.HistoryConfig;
import io.cultivar.metricsapi.history.SampleDatabase;
import io.cultivar.metricsapi.published.SamplePage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What dashboards ask the history is answered, to who may only read it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardSqlTest {

    private static final int PANELS = 8;
    private static final Pattern SOURCE = Pattern.compile("\\bFROM (\\w+\\.\\w+)");
    private static final Pattern ESTIMATE =
            Pattern.compile("\\b(?:mean|difference|survival|before|after)\\b(?! *(?:IS|THEN))");

    private HistoryConfig reader = new HistoryConfig("jdbc:postgresql:none", null, null);

    @BeforeAll
    void fill() throws IOException {
        HistoryConfig owner = EmbeddedPostgreSql.freshDatabase();
        reader = SampleDatabase.readerOf(owner);
        SampleDatabase.write(owner, SamplePage.snapshot());
    }

    static List<DashboardQueries.SqlQuery> queries() throws IOException {
        return DashboardQueries.sql();
    }

    private List<Map<String, @Nullable Object>> answer(DashboardQueries.SqlQuery question) {
        return query(
                reader,
                question.sent(
                        "2024-11-20T00:00:00Z",
                        "2026-11-20T00:00:00Z",
                        Map.of(
                                "program", List.of("negotiation", "it's none"),
                                "metric", List.of("sales"))));
    }

    @Test
    void shouldSeeEveryQuery() throws IOException {
        assertThat(queries()).hasSize(PANELS + 1);
    }

    /** Without rows a panel is empty; a column without any value is misspelt or useless. */
    @ParameterizedTest
    @MethodSource("queries")
    void shouldBeAnswered(DashboardQueries.SqlQuery question) {
        // when
        List<Map<String, @Nullable Object>> rows = answer(question);

        // then
        assertThat(rows).as(question.sql()).isNotEmpty();
        Set<String> empty = new TreeSet<>(rows.get(0).keySet());
        rows.forEach(row -> row.forEach((column, cell) -> {
            if (cell != null) {
                empty.remove(column);
            }
        }));
        assertThat(empty).as(question.sql()).isEmpty();
    }

    /** Grafana makes a line of each text in {@code metric}, and refuses what is not in the order of time. */
    @ParameterizedTest
    @MethodSource("queries")
    void shouldGiveEachLineOneValueAtATime(DashboardQueries.SqlQuery question) {
        if (question.format().equals("time_series")) {
            List<Map<String, @Nullable Object>> rows = answer(question);

            assertThat(rows.get(0)).containsOnlyKeys("time", "metric", "value");
            assertThat(rows)
                    .extracting(row -> row.get("time") + " " + row.get("metric"))
                    .doesNotHaveDuplicates();
            assertThat(rows).extracting(row -> String.valueOf(row.get("time"))).isSorted();
        }
    }

    /** The x of a trend panel must go up. */
    @ParameterizedTest
    @MethodSource("queries")
    void shouldTellEachDayOfACurveOnce(DashboardQueries.SqlQuery question) {
        if (question.sql().contains("cultivar.survival_curves")) {
            List<Integer> days = new ArrayList<>();
            answer(question).forEach(row -> days.add((Integer) row.get("day")));

            assertThat(days).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(2);
        }
    }

    @ParameterizedTest
    @MethodSource("queries")
    void shouldShowTheIntervalOfEveryEstimate(DashboardQueries.SqlQuery question) {
        String sql = question.sql().toLowerCase(Locale.ROOT);
        if (ESTIMATE.matcher(sql).find()) {
            assertThat(sql).contains("lower bound", "upper bound");
        }
    }

    /** By the chosen programs, and within the range of time where there is one; from views, not from the tables under them. */
    @ParameterizedTest
    @MethodSource("queries")
    void shouldBoundWhatItAsksFor(DashboardQueries.SqlQuery question) {
        String sql = question.sql();

        assertThat(SOURCE.matcher(sql).results().map(source -> source.group(1)))
                .isNotEmpty()
                .allMatch(source -> source.startsWith("cultivar.") && !source.equals("cultivar.published_row"));
        assertThat(sql).containsPattern("program IN \\(\\$\\{program:sqlstring}\\)|WHERE program IS NULL");
        if (!sql.contains("DISTINCT metric")
                && (sql.contains("cultivar.trend") || sql.contains("cultivar.restatements"))) {
            assertThat(sql).containsPattern("\\$__timeFilter\\((time|published_at)\\)");
        }
    }

    @Test
    void shouldSayInWordsWhatIsWithheld() throws IOException {
        Set<Object> words = new TreeSet<>();
        for (DashboardQueries.SqlQuery question : queries()) {
            answer(question)
                    .forEach(row -> row.forEach((column, cell) -> {
                        if (cell != null && (column.equals("Shown?") || column.equals("Why"))) {
                            words.add(cell);
                        }
                    }));
        }

        assertThat(words)
                .containsExactly(
                        "all shown",
                        "everybody was followed so long",
                        "not followed long enough",
                        "shown",
                        "withheld: too few people",
                        "withheld: would reveal a small group");
    }
}
