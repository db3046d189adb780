package io.cultivar.metricsapi.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.result.Bucket;
import io.cultivar.contract.result.PipelineResult;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.TrendPoint;
import io.cultivar.contract.result.Withheld;
import io.cultivar.metricsapi.published.SamplePrograms;
import io.cultivar.metricsapi.published.Snapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trends by period: what is published, and what is put together from it. */
class TrendsTest {

    private static TrendPoint week(String monday, long measured, double mean, double deviation) {
        return new TrendPoint(
                "calls", Arm.TREATMENT, Bucket.WEEK, LocalDate.parse(monday), measured, mean, deviation, null);
    }

    private static TrendPoint month(String month, long measured, double mean, double deviation) {
        return new TrendPoint(
                "sales", Arm.CONTROL, Bucket.MONTH, YearMonth.parse(month).atDay(1), measured, mean, deviation, null);
    }

    private static List<TrendRow> rows(String query, TrendPoint... points) {
        return rows(SamplePrograms.pipeline(), query, points);
    }

    private static List<TrendRow> rows(PipelineResult pipeline, String query, TrendPoint... points) {
        ProgramResult program = SamplePrograms.trending(List.of(points));
        Snapshot snapshot = new Snapshot(
                List.of(program), null, null, pipeline, SamplePrograms.PUBLISHED, SamplePrograms.PUBLISHED, "v");
        Map<String, List<String>> asked = new HashMap<>();
        Arrays.stream(query.split("&")).filter(part -> !part.isEmpty()).forEach(part -> {
            String[] pair = part.split("=", 2);
            asked.put(pair[0], List.of(pair[1]));
        });
        Filter filter = Filter.read(asked, Dataset.TRENDS.parameters());
        return Dataset.TRENDS.rows(snapshot, filter).stream()
                .map(TrendRow.class::cast)
                .toList();
    }

    @Test
    void shouldPutWeeksTogetherToTheMonthOfTheirThursday() {
        // given: Thursdays 29 January, 5 February, 5 March
        TrendPoint[] weeks = {week("2026-01-26", 5, 1, 1), week("2026-02-02", 6, 10, 2), week("2026-03-02", 9, 4, 1)};

        // when
        List<TrendRow> months = rows("bucket=month", weeks);

        // then
        assertThat(months)
                .extracting(TrendRow::month, TrendRow::from, TrendRow::to, TrendRow::periods, TrendRow::measured)
                .containsExactly(
                        tuple(YearMonth.of(2026, 1), LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1), 1, 5L),
                        tuple(YearMonth.of(2026, 2), LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 1), 1, 6L),
                        tuple(YearMonth.of(2026, 3), LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 1), 1, 9L));
        assertThat(months).extracting(TrendRow::values).containsExactly(5L, 6L, 9L);
        assertThat(rows("", weeks)).isEqualTo(months);
    }

    @Test
    void shouldHaveMeanAndDeviationOfAllValuesTogether() {
        // given: the values 1, 3 and 5, 5, 8
        List<TrendRow> quarter =
                rows("bucket=quarter", month("2026-01", 2, 2, Math.sqrt(2)), month("2026-02", 3, 6, Math.sqrt(3)));

        // then: R 4.2.2: mean(c(1, 3, 5, 5, 8)), sd(c(1, 3, 5, 5, 8))
        assertThat(quarter).singleElement().satisfies(row -> {
            assertThat(row.bucket()).isEqualTo(Bucket.QUARTER);
            assertThat(row.month()).isNull();
            assertThat(row.from()).isEqualTo(LocalDate.of(2026, 1, 1));
            assertThat(row.to()).isEqualTo(LocalDate.of(2026, 4, 1));
            assertThat(row.periods()).isEqualTo(2);
            assertThat(row.measured()).as("they may be the same people").isNull();
            assertThat(row.values()).isEqualTo(5);
            assertThat(row.mean()).isEqualTo(4.4);
            assertThat(row.standardDeviation()).isEqualTo(2.6076809620810595);
        });
    }

    @Test
    void shouldWithholdAPeriodOfWhichAPartIsWithheld() {
        TrendPoint few = new TrendPoint(
                "sales", Arm.CONTROL, Bucket.MONTH, LocalDate.of(2026, 2, 1), null, null, null, Withheld.SMALL_GROUP);

        assertThat(rows("bucket=quarter", month("2026-01", 20, 2, 1), few))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.withheld()).isEqualTo(Withheld.SMALL_GROUP);
                    assertThat(row.measured()).isNull();
                    assertThat(row.values()).isNull();
                    assertThat(row.mean()).isNull();
                    assertThat(row.standardDeviation()).isNull();
                });
    }

    @Test
    void shouldHaveWeeksOnlyOfMetricsThatAreCutByWeek() {
        TrendPoint[] both = {week("2026-01-26", 5, 1, 1), month("2026-01", 7, 2, 1)};

        assertThat(rows("bucket=week", both)).extracting(TrendRow::metric).containsExactly("calls");
        assertThat(rows("bucket=finest", both)).extracting(TrendRow::bucket).containsExactly(Bucket.WEEK, Bucket.MONTH);
        assertThat(rows("bucket=month", both)).extracting(TrendRow::metric).containsExactly("calls", "sales");
    }

    @Test
    void shouldHavePeriodsThatBeginInTheRange() {
        TrendPoint[] months = {month("2026-01", 5, 1, 1), month("2026-02", 6, 1, 1), month("2026-03", 7, 1, 1)};

        assertThat(rows("from=2026-02-01&to=2026-03-01", months))
                .extracting(TrendRow::measured)
                .containsExactly(6L);
        assertThat(rows("from=2026-01-02", months))
                .extracting(TrendRow::measured)
                .containsExactly(6L, 7L);
        assertThat(rows("to=2026-01-02", months)).extracting(TrendRow::measured).containsExactly(5L);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-30T23:59:59.999999999Z, 2026-07-05T00:00:00Z, false",
        "2026-06-30T23:59:59Z,           2026-06-30T23:59:59Z, false",
        "2026-06-30T23:59:58Z,           2026-07-05T00:00:00Z, true",
        "2026-12-31T00:00:00Z,           2026-06-30T12:00:00Z, true",
        "2026-12-31T00:00:00Z,                               , false"
    })
    void shouldMarkWhatIsNotOverYet(Instant asOf, Instant latest, boolean provisional) {
        PipelineResult pipeline = new PipelineResult(1, asOf, Map.of(), latest, 0, 0, 0, null);

        assertThat(rows(pipeline, "", month("2026-06", 5, 1, 1)))
                .singleElement()
                .extracting(TrendRow::provisional)
                .isEqualTo(provisional);
    }

    @ParameterizedTest
    @CsvSource({
        "bucket=day, bucket, week",
        "timezone=Europe/Vienna, timezone, UTC",
        "from=2026-02, from, a day such as 2026-01-31",
        "to=2026-02-30, to, a day such as 2026-01-31"
    })
    void shouldRefuseWhatCannotBeCut(String query, String parameter, String allowed) {
        assertThatThrownBy(() -> rows(query)).isInstanceOfSatisfying(Problem.Found.class, found -> {
            assertThat(found.problem().status()).isEqualTo(400);
            assertThat(found.problem().parameter()).isEqualTo(parameter);
            assertThat(found.problem().allowed()).startsWith(allowed);
        });
    }
}
