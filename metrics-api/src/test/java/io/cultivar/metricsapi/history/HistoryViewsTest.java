package io.cultivar.metricsapi.history;

import static io.cultivar.metricsapi.history.EmbeddedPostgreSql.query;
import static io.cultivar.metricsapi.history.EmbeddedPostgreSql.value;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.metricsapi.published.SamplePrograms;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The views show what is published, in columns of the right types. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryViewsTest {

    private static final String VIEWS =
            "SELECT table_name AS name FROM information_schema.views WHERE table_schema = 'cultivar' ORDER BY 1";

    /** The rows of each over the sample programs. */
    private static final Map<String, Long> ROWS = Map.ofEntries(
            entry("programs", 3L),
            entry("effects", 2L),
            entry("staggered_effects", 8L),
            entry("trends", 2L),
            entry("trend_differences", 1L),
            entry("assessments", 3L),
            entry("assessment_phases", 6L),
            entry("feedback", 2L),
            entry("feedback_themes", 2L),
            entry("retention", 3L),
            entry("retention_differences", 1L),
            entry("survival_curves", 6L),
            entry("costs", 3L),
            entry("cost_items", 1L),
            entry("roi", 3L),
            entry("portfolio", 2L),
            entry("sourcing", 2L),
            entry("provider_targets", 3L),
            entry("provider_spend", 3L),
            entry("skill_gaps", 3L),
            entry("restatements", 2L),
            entry("withheld_cells", 20L),
            entry("watermarks", 1L));

    /** Columns that the sample programs leave empty. */
    private static final Set<String> EMPTY = Set.of(
            // The one period is withheld in the one arm; DashboardSqlTest sees these.
            "trend_differences.treated",
            "trend_differences.controls",
            "trend_differences.difference",
            "trend_differences.standard_error",
            "trend_differences.lower",
            "trend_differences.upper",
            "retention_differences.withheld",
            "costs.withheld",
            "assessments.withheld",
            "assessment_phases.skill",
            "sourcing.in_house_benefit_per_person");

    private HistoryConfig database = new HistoryConfig("jdbc:postgresql:none", null, null);

    @BeforeAll
    void fill() {
        database = SampleDatabase.of(SamplePrograms.snapshot());
    }

    private List<String> names(String sql) {
        return query(database, sql).stream()
                .map(row -> (String) row.get("name"))
                .toList();
    }

    @Test
    void shouldShowEveryRow() {
        Map<String, @Nullable Object> found = names(VIEWS).stream()
                .collect(Collectors.toMap(
                        view -> view, view -> value(database, "SELECT count(*) FROM cultivar." + view)));

        assertThat(found).containsExactlyInAnyOrderEntriesOf(ROWS);
    }

    /** A path that is misspelt makes a column without any value. */
    @Test
    void shouldFillEveryColumn() {
        Set<String> empty = new TreeSet<>();
        for (String view : names(VIEWS)) {
            String columns = query(database, "SELECT * FROM cultivar." + view).get(0).keySet().stream()
                    .map(column -> "count(" + column + ") AS " + column)
                    .collect(Collectors.joining(", "));
            query(database, "SELECT " + columns + " FROM cultivar." + view)
                    .get(0)
                    .forEach((column, count) -> {
                        if (Long.valueOf(0).equals(count)) {
                            empty.add(view + '.' + column);
                        }
                    });
        }

        assertThat(empty).containsExactlyInAnyOrderElementsOf(EMPTY);
    }

    @Test
    void shouldSayWhatEachIs() {
        assertThat(names("""
                        SELECT relname AS name FROM pg_class
                        WHERE relnamespace = 'cultivar'::regnamespace AND relkind IN ('r', 'v')
                          AND obj_description(oid, 'pg_class') IS NULL""")).containsExactly("flyway_schema_history");
    }

    @Test
    void shouldKeepAmountsAndEstimatesExactly() {
        // when
        Map<String, @Nullable Object> roi = query(database, "SELECT * FROM cultivar.roi WHERE program = 'negotiation'")
                .get(0);

        // then
        assertThat(roi.get("cost")).isEqualTo(new BigDecimal("24000.50"));
        assertThat(roi.get("roi_lower")).isEqualTo(1.4 - 0.5);
        assertThat(roi.get("roi_always_valid_lower")).isEqualTo(0.6499999999999999);
    }

    @Test
    void shouldTellTheTimeOfTheEvents() {
        assertThat(query(database, """
                        SELECT period::text AS period, (time AT TIME ZONE 'UTC')::text AS time, mean, measured
                        FROM cultivar.trends WHERE arm = 'treatment'"""))
                .containsExactly(
                        Map.of("period", "2026-01-01", "time", "2026-01-01 00:00:00", "mean", 100.25, "measured", 50L));
    }

    /** Beside the mark there is no number, but for what defines the row. */
    @Test
    void shouldShowNothingOfWhatIsWithheld() {
        Set<String> definitions = Set.of(
                "horizon_days",
                "required_level",
                "elapsed",
                "is_primary",
                "provisional",
                "first_published_at",
                "changed_at",
                "turn",
                "period_end",
                "period",
                "time");
        for (String view : names(VIEWS)) {
            List<Map<String, @Nullable Object>> rows = query(database, "SELECT * FROM cultivar." + view);
            if (rows.get(0).containsKey("withheld")) {
                rows.stream()
                        .filter(row -> row.get("withheld") != null)
                        .forEach(row -> assertThat(row)
                                .as(view)
                                .allSatisfy((column, cell) -> assertThat(
                                                cell == null || cell instanceof String || definitions.contains(column))
                                        .as(column)
                                        .isTrue()));
            }
        }
    }
}
