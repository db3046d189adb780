package io.cultivar.metricsapi.page;

import static io.cultivar.metricsapi.history.EmbeddedPostgreSql.query;
import static io.cultivar.metricsapi.history.EmbeddedPostgreSql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cultivar.evaluation.statistics.StudentT;
import io.cultivar.metricsapi.history.HistoryConfig;
import io.cultivar.metricsapi.history.SampleDatabase;
import io.cultivar.metricsapi.published.SamplePage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The intervals that views compute are those of the page, as exactly as the quantile in SQL is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrendIntervalsTest {

    private static final double TAIL = 0.025;
    private static final double CLOSE = 1e-4;

    private HistoryConfig database = new HistoryConfig("jdbc:postgresql:none", null, null);

    @BeforeAll
    void fill() {
        database = SampleDatabase.of(SamplePage.snapshot());
    }

    /** Four are the fewest degrees of freedom that anything published has. */
    @ParameterizedTest
    @ValueSource(doubles = {4, 4.5, 5, 7, 10, 30, 78, 1e6})
    void shouldKnowStudentsT(double df) {
        Object quantile = value(database, "SELECT cultivar.t_quantile_975(" + df + ")");

        assertThat((Double) quantile).isCloseTo(new StudentT(df).upperQuantile(TAIL), Percentage.withPercentage(0.04));
    }

    @Test
    void shouldGiveMeansTheIntervalOfThePage() {
        // given 40 people
        ShownFigure page = ShownFigure.ofMean(103, 12.5, 40);

        // when
        Map<String, @Nullable Object> march = row("""
                SELECT mean, lower, upper FROM cultivar.trends WHERE arm = 'treatment' AND period = '2025-03-01'""");

        // then
        assertThat(number(march, "mean")).isEqualTo(page.value());
        assertThat(number(march, "lower")).isCloseTo(Objects.requireNonNull(page.lower()), within(CLOSE));
        assertThat(number(march, "upper")).isCloseTo(Objects.requireNonNull(page.upper()), within(CLOSE));
    }

    /** Arms of one size and one variance have 2 (n - 1) degrees of freedom. */
    @Test
    void shouldCompareTheArms() {
        // given
        double half = new StudentT(78).upperQuantile(TAIL) * 12.5 * Math.sqrt(2.0 / 40);

        // when
        Map<String, @Nullable Object> april = row("""
                SELECT * FROM cultivar.trend_differences WHERE period = '2025-04-01'""");

        // then
        assertThat(number(april, "difference")).isEqualTo(2);
        assertThat(number(april, "lower")).isCloseTo(2 - half, within(CLOSE));
        assertThat(number(april, "upper")).isCloseTo(2 + half, within(CLOSE));
        assertThat(april).containsEntry("treated", 40L).containsEntry("controls", 40L);
    }

    @Test
    void shouldTellNothingOfAPeriodThatIsWithheldInOneArm() {
        assertThat(row("""
                        SELECT treated, controls, difference, lower, upper, withheld FROM cultivar.trend_differences
                        WHERE period = '2025-12-01'""").values()).containsExactly(null, null, null, null, null, "small-group");
    }

    private Map<String, @Nullable Object> row(String sql) {
        List<Map<String, @Nullable Object>> rows = query(database, sql);
        assertThat(rows).as(sql).hasSize(1);
        return rows.get(0);
    }

    private static double number(Map<String, @Nullable Object> row, String column) {
        return (Double) Objects.requireNonNull(row.get(column));
    }
}
