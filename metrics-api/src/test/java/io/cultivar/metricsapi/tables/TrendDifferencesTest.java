package io.cultivar.metricsapi.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.result.Bucket;
import io.cultivar.contract.result.TrendPoint;
import io.cultivar.contract.result.Withheld;
import io.cultivar.metricsapi.published.SamplePrograms;
import io.cultivar.metricsapi.published.Snapshot;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Treatment against control by period, from what is published of each. */
class TrendDifferencesTest {

    private static TrendPoint month(
            String metric, Arm arm, String month, long measured, double mean, double deviation) {
        return new TrendPoint(
                metric, arm, Bucket.MONTH, YearMonth.parse(month).atDay(1), measured, mean, deviation, null);
    }

    private static List<TrendDifferenceRow> rows(Map<String, List<String>> asked, TrendPoint... points) {
        Snapshot snapshot = SamplePrograms.snapshot(List.of(SamplePrograms.trending(List.of(points))));
        Filter filter = Filter.read(asked, Dataset.TREND_DIFFERENCES.parameters());
        return Dataset.TREND_DIFFERENCES.rows(snapshot, filter).stream()
                .map(TrendDifferenceRow.class::cast)
                .toList();
    }

    @Test
    void shouldCompareTheArmsOfEachPeriod() {
        TrendDifferenceRow found = rows(
                        Map.of(),
                        month("sales", Arm.TREATMENT, "2026-01", 50, 100.25, 12.5),
                        month("sales", Arm.CONTROL, "2026-01", 40, 96, 11),
                        month("sales", Arm.TREATMENT, "2026-02", 50, 100, 12),
                        month("calls", Arm.CONTROL, "2026-02", 40, 96, 11))
                .get(0);

        // R 4.2.2: Welch and Satterthwaite by hand from n, mean and sd, qt(0.975, df)
        assertThat(found.difference()).isEqualTo(4.25);
        assertThat(found.standardError()).isCloseTo(2.479919353527449, within(1e-13));
        assertThat(found.degreesOfFreedom()).isCloseTo(87.16270018330039, within(1e-11));
        assertThat(found.lower()).isCloseTo(-0.6789785178175762, within(1e-12));
        assertThat(found.upper()).isCloseTo(9.178978517817576, within(1e-12));
        assertThat(found.treated()).isEqualTo(50);
        assertThat(found.controls()).isEqualTo(40);
    }

    @Test
    void shouldHaveARow_onlyWhereBothArmsHaveThePeriodOfTheMetric() {
        assertThat(rows(
                        Map.of(),
                        month("sales", Arm.TREATMENT, "2026-01", 50, 100.25, 12.5),
                        month("sales", Arm.CONTROL, "2026-02", 40, 96, 11),
                        month("calls", Arm.CONTROL, "2026-01", 40, 96, 11)))
                .isEmpty();
    }

    @Test
    void shouldTellNothing_whereAnArmIsWithheld() {
        var hidden = new TrendPoint(
                "sales",
                Arm.CONTROL,
                Bucket.MONTH,
                YearMonth.parse("2026-01").atDay(1),
                null,
                null,
                null,
                Withheld.SMALL_GROUP);

        assertThat(rows(Map.of(), month("sales", Arm.TREATMENT, "2026-01", 50, 100.25, 12.5), hidden))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.withheld()).isEqualTo(Withheld.SMALL_GROUP);
                    assertThat(row.difference()).isNull();
                    assertThat(row.treated()).isNull();
                    assertThat(row.lower()).isNull();
                });
    }

    @Test
    void shouldHaveNoInterval_whereTheValuesOfOnePersonAreNotIndependent() {
        assertThat(rows(
                        Map.of("bucket", List.of("quarter")),
                        month("sales", Arm.TREATMENT, "2026-01", 50, 100, 12.5),
                        month("sales", Arm.TREATMENT, "2026-02", 50, 110, 12.5),
                        month("sales", Arm.CONTROL, "2026-01", 40, 96, 11)))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.difference()).isEqualTo(9.0);
                    assertThat(row.periods()).isEqualTo(2);
                    assertThat(row.lower()).isNull();
                    assertThat(row.standardError()).isNull();
                });
    }
}
