package io.cultivar.evaluation.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cultivar.contract.result.AggregateEffect;
import io.cultivar.contract.result.LargeSample;
import io.cultivar.contract.result.StaggeredEffect;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Cohorts in six periods against R, which works person by person with regressions and influence functions: {@code
 * staggered.R} reads {@code staggered-people.tsv} and wrote {@code staggered.tsv} (R 4.2.2).
 */
class StaggeredReferenceTest {

    private static final LocalDate BEFORE_FIRST = LocalDate.parse("2025-12-01");

    private record Found(
            @Nullable Long treated,
            @Nullable Long controls,
            @Nullable LargeSample effect) {}

    private static Stream<String[]> rows(String file) {
        try (InputStream in = StaggeredReferenceTest.class.getResourceAsStream(file)) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).map(line -> line.split("\t", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StaggeredEffect effect(String panel, String comparison, String shift) {
        var rollout = new Rollout();
        rows("staggered-people.tsv").filter(row -> row[0].equals(panel)).forEach(row -> {
            String values = Arrays.stream(row)
                    .skip(2)
                    .map(value -> value.equals("NA")
                            ? "-"
                            : new BigDecimal(value).add(new BigDecimal(shift)).toPlainString())
                    .collect(Collectors.joining(" "));
            rollout.person(row[1].equals("NA") ? null : Integer.valueOf(row[1]), values);
        });
        return rollout.effects().stream()
                .filter(effect -> effect.comparisonGroup().id().equals(comparison))
                .findFirst()
                .orElseThrow();
    }

    /** By kind, start, period and elapsed, as R writes them. */
    private static Map<List<String>, Found> found(StaggeredEffect effect) {
        Map<List<String>, Found> found = new HashMap<>();
        effect.groupTimes()
                .forEach(cell -> found.put(
                        List.of("group-time", number(cell.start()), number(cell.period()), "NA"),
                        new Found(cell.treated(), cell.controls(), cell.effect())));
        found.put(List.of("simple", "NA", "NA", "NA"), new Found(effect.treated(), effect.controls(), effect.simple()));
        put(found, "dynamic", effect.dynamic());
        put(found, "group", effect.group());
        put(found, "calendar", effect.calendar());
        return found;
    }

    private static void put(Map<List<String>, Found> found, String kind, List<AggregateEffect> aggregates) {
        for (AggregateEffect aggregate : aggregates) {
            String elapsed =
                    aggregate.elapsed() == null ? "NA" : aggregate.elapsed().toString();
            found.put(
                    List.of(kind, number(aggregate.start()), number(aggregate.period()), elapsed),
                    new Found(aggregate.treated(), aggregate.controls(), aggregate.effect()));
        }
    }

    private static String number(@Nullable LocalDate month) {
        return month == null ? "NA" : String.valueOf(BEFORE_FIRST.until(month).toTotalMonths());
    }

    @ParameterizedTest
    @CsvSource({
        "complete, not-yet-treated",
        "complete, never-treated",
        "all-treated, not-yet-treated",
        "incomplete, not-yet-treated",
        "incomplete, never-treated",
        "larger, not-yet-treated",
        "larger, never-treated"
    })
    void shouldAgreeWithR(String panel, String comparison) {
        // when
        StaggeredEffect effect = effect(panel, comparison, "0");

        // then
        Map<List<String>, Found> found = found(effect);
        Set<List<String>> expected = new HashSet<>();
        List<String[]> reference = rows("staggered.tsv")
                .filter(row -> row[0].equals(panel) && row[1].equals(comparison))
                .toList();
        boolean tested = false;
        for (String[] row : reference) {
            double value = Double.parseDouble(row[8]);
            if (row[2].equals("pre-trend")) {
                tested = true;
                assertThat(effect.preTrend()).isNotNull().satisfies(test -> {
                    assertThat(test.statistic()).isCloseTo(value, within(1e-9));
                    assertThat(test.numeratorDegreesOfFreedom()).isEqualTo(Integer.parseInt(row[5]));
                    assertThat(test.denominatorDegreesOfFreedom()).isCloseTo(Double.parseDouble(row[9]), within(1e-9));
                    assertThat(test.p()).isCloseTo(Double.parseDouble(row[10]), within(1e-9));
                });
                continue;
            }
            List<String> key = List.of(row[2], row[3], row[4], row[5]);
            expected.add(key);
            assertThat(found).containsKey(key);
            Found ours = Objects.requireNonNull(found.get(key));
            assertThat(ours.treated()).as("%s", key).isEqualTo(Long.parseLong(row[6]));
            assertThat(ours.controls()).as("%s", key).isEqualTo(Long.parseLong(row[7]));
            assertThat(ours.effect()).as("%s", key).isNotNull().satisfies(sample -> {
                assertThat(sample.value()).isCloseTo(value, within(1e-9));
                assertThat(sample.standardError()).isCloseTo(Double.parseDouble(row[9]), within(1e-9));
                assertThat(sample.p()).isCloseTo(Double.parseDouble(row[10]), within(1e-9));
                assertThat(sample.lower()).isCloseTo(Double.parseDouble(row[11]), within(1e-9));
                assertThat(sample.upper()).isCloseTo(Double.parseDouble(row[12]), within(1e-9));
            });
        }
        assertThat(found.keySet()).isEqualTo(expected);
        assertThat(effect.preTrend() != null).isEqualTo(tested);
    }

    @ParameterizedTest
    @CsvSource({"complete, 12, 0", "all-treated, 12, 0", "incomplete, 9, 3"})
    void shouldTellWhoIsBehindTheAggregates(String panel, long complete, long leftOut) {
        // when
        StaggeredEffect effect = effect(panel, "not-yet-treated", "0");

        // then
        assertThat(effect.complete()).isEqualTo(complete);
        assertThat(effect.leftOut()).isEqualTo(leftOut);
        assertThat(effect.firstPeriod()).isEqualTo("2026-01-01");
        assertThat(effect.lastPeriod()).isEqualTo("2026-06-01");
    }

    @Test
    void shouldGiveTheSameBits_whateverTheLevelOfTheValues() {
        List<String> panels = new ArrayList<>(List.of("complete", "incomplete"));
        for (String panel : panels) {
            for (String shift : List.of("100000000", "-99999999999999.123456789012345678")) {
                assertThat(effect(panel, "not-yet-treated", shift)).isEqualTo(effect(panel, "not-yet-treated", "0"));
            }
        }
    }
}
