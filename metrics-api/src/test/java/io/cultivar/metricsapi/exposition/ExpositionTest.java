package io.cultivar.metricsapi.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.event.Better;
import io.cultivar.contract.event.LeavingKind;
import io.cultivar.contract.event.Respondent;
import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.Feedback;
import io.cultivar.contract.result.PortfolioResult;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.ProviderKpi;
import io.cultivar.contract.result.ReturnFigures;
import io.cultivar.contract.result.Returns;
import io.cultivar.contract.result.SkillGap;
import io.cultivar.contract.result.SurvivalCurve;
import io.cultivar.contract.result.SurvivalPoint;
import io.cultivar.metricsapi.published.SampleCompany;
import io.cultivar.metricsapi.published.SampleFigures;
import io.cultivar.metricsapi.published.SamplePrograms;
import io.cultivar.metricsapi.published.SampleSources;
import io.cultivar.metricsapi.published.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * What Prometheus sees. Where the exact text differs on purpose, replace {@code exposition.txt} or {@code openmetrics.txt} by
 * what the failure shows, after reading each changed line.
 */
class ExpositionTest {

    @Test
    void shouldExposeASnapshotExactly() throws IOException {
        assertThat(Exposition.of(SampleSources.source(SamplePrograms.snapshot())))
                .isEqualTo(resource("exposition.txt"));
    }

    @Test
    void shouldExposeASnapshotExactlyAsOpenMetrics() throws IOException {
        assertThat(Exposition.openMetrics(SampleSources.source(SamplePrograms.snapshot())))
                .isEqualTo(resource("openmetrics.txt"));
    }

    @Test
    void shouldExposeTheSameSeriesInBothForms() throws IOException {
        assertThat(series(resource("openmetrics.txt"))).isEqualTo(series(resource("exposition.txt")));
    }

    /** Value by series: what the forms have in common, beside how they write it. */
    private static Map<String, Double> series(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.lastIndexOf(' ')),
                        line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1))));
    }

    @Test
    void shouldExposeOnlyTheFrameBeforeThereIsASnapshot() {
        assertThat(Exposition.of(SampleSources.notReady())).isEqualTo("""
                        # HELP training_build_info Build of the metrics service; value is always 1.
                        # TYPE training_build_info gauge
                        training_build_info{java_version="17.0.15",version="1.2.3"} 1
                        # HELP training_metrics_series Series exposed for the metric group, \
                        without those about the exposition itself.
                        # TYPE training_metrics_series gauge
                        training_metrics_series{group="frame"} 2.0
                        # HELP training_metrics_series_dropped Series left out because the ceiling was reached.
                        # TYPE training_metrics_series_dropped gauge
                        training_metrics_series_dropped 0.0
                        # HELP training_metrics_series_limit Ceiling for exposed series.
                        # TYPE training_metrics_series_limit gauge
                        training_metrics_series_limit 10000.0
                        # HELP training_reporting_info Reporting settings every other series uses \
                        (ISO 4217 currency, time zone); value is always 1.
                        # TYPE training_reporting_info gauge
                        training_reporting_info{currency="EUR",zone="UTC"} 1
                        """);
    }

    @Test
    void shouldNeverWriteAWithheldOrAbsentValue() {
        // given a program whose effect and returns are withheld, and one that nobody defined
        String text = Exposition.of(SampleSources.source(SamplePrograms.snapshot()));

        // then
        assertThat(text.lines().filter(line -> line.contains("program=\"coaching\"")))
                .noneMatch(line -> line.startsWith("training_effect") || line.startsWith("training_roi"));
        assertThat(text.lines().filter(line -> line.contains("program=\"mystery\"")))
                .noneMatch(line -> line.startsWith("training_cost"));
        assertThat(text).doesNotContain("NaN").doesNotContain("Inf");
    }

    @Test
    void shouldNameTheFiftyCostliestProgramsAndAddUpTheOthers() {
        // given 52 programs, the two cheapest of which are p00 and p01
        List<ProgramResult> programs = programs(52, i -> 1000 + i);

        // when
        String text = Exposition.of(SampleSources.source(SamplePrograms.snapshot(programs)));

        // then
        assertThat(text)
                .contains("training_programs 52.0\n", "training_programs_exposed 50.0\n")
                .contains("training_cost_amount{category=\"facilitation\",program=\"_other\"} 2001.0\n")
                .contains("training_enrolled_employees{program=\"_other\"} 22.0\n")
                .contains("training_program_info{design=\"self-selected\",program=\"p02\",")
                .doesNotContain("program=\"p00\"", "program=\"p01\"");
    }

    @Test
    void shouldKeepTheSeriesOfAProgram_untilOthersAreClearlyCostlier() {
        // given 52 programs, of which the log tells that p00 was one of the fifty costliest before the others cost more
        List<ProgramResult> before = programs(52, i -> i == 0 ? 1100 : 1000 + i);
        List<ProgramResult> now = programs(52, i -> 1000 + i);

        // when
        Snapshot first = SamplePrograms.snapshot(before);
        Snapshot second = SamplePrograms.snapshot(now);
        var kept = new Snapshot(
                now,
                second.company(),
                second.portfolio(),
                second.pipeline(),
                second.published(),
                second.received(),
                second.version(),
                first.earlier());

        // then
        assertThat(Exposition.of(SampleSources.source(second))).doesNotContain("program=\"p00\"");
        assertThat(Exposition.of(SampleSources.source(kept)))
                .contains("program=\"p00\"", "training_programs_exposed 50.0\n")
                .doesNotContain("program=\"p01\"", "program=\"p02\"");
    }

    private static List<ProgramResult> programs(int number, IntUnaryOperator cost) {
        return IntStream.range(0, number)
                .mapToObj(i -> SamplePrograms.costing(
                        SamplePrograms.undefined("p%02d".formatted(i)), "EUR", Integer.toString(cost.applyAsInt(i))))
                .toList();
    }

    @Test
    void shouldLeaveOutAmountsInAnotherCurrency() {
        var foreign = SamplePrograms.costing(SamplePrograms.undefined(), "USD", "5000");

        assertThat(Exposition.of(SampleSources.source(SamplePrograms.snapshot(List.of(foreign)))))
                .contains("training_programs_exposed 1.0\n")
                .doesNotContain("training_cost_amount");
    }

    @Test
    void shouldHaveASampleOfEveryFamily() throws IOException {
        String text = resource("exposition.txt");

        assertThat(TrainingMeters.values())
                .extracting(TrainingMeters::meter)
                .allMatch(meter ->
                        text.contains("# TYPE " + meter.id() + (meter.isCounter() ? " counter\n" : " gauge\n")));
    }

    @Test
    void shouldNameEachFamilyOnceAndItsBoundsAfterIt() {
        assertThat(TrainingMeters.families()).extracting(Meter::id).doesNotHaveDuplicates();
        assertThat(TrainingMeters.ROI_RATIO.lower())
                .isEqualTo(new Meter(
                        MeterGroup.ROI,
                        "training_roi_ci_lower_ratio",
                        "Lower bound of the 95% confidence interval: "
                                + "Net benefit divided by fully loaded cost; 1 means 100% ROI.",
                        List.of("program", "interval")));
        assertThat(TrainingMeters.EFFECT_VALUE.upper().id()).isEqualTo("training_effect_ci_upper");
    }

    @Test
    void shouldExposeTheBoundsOfTheBenefitCostRatio_whereItHasAny() {
        // given
        Returns returns = SamplePrograms.winner().returns();
        ReturnFigures known = Objects.requireNonNull(returns.figures());
        var bounded = new ReturnFigures(
                known.measured(),
                known.controls(),
                known.benefit(),
                known.standardError(),
                known.degreesOfFreedom(),
                known.minimumDetectable(),
                known.turnover(),
                known.cost(),
                known.netBenefit(),
                known.roi(),
                SampleFigures.bounded(2.4, 0.5),
                known.paybackMonths(),
                known.netPresentValue(),
                known.discountedPaybackMonths(),
                known.probabilityPositive());
        ProgramResult program = SamplePrograms.returning(returns.showing(bounded));

        // then
        assertThat(Exposition.of(SampleSources.source(SamplePrograms.snapshot(List.of(program)))))
                .contains(
                        "training_benefit_cost_ratio{program=\"negotiation\"} 2.4\n",
                        "training_benefit_cost_ci_lower_ratio{interval=\"fixed\",program=\"negotiation\"} 1.9\n",
                        "training_benefit_cost_ci_upper_ratio{interval=\"fixed\",program=\"negotiation\"} 2.9\n");
    }

    @Test
    void shouldExposeNothingAcrossProgramsWhereNothingIsPublishedAboutThem() {
        var alone = SamplePrograms.snapshot(List.of(SamplePrograms.winner()), null, null);

        assertThat(Exposition.of(SampleSources.source(alone)))
                .contains("training_roi_ratio{program=\"negotiation\"} 1.4\n")
                .doesNotContain(
                        "training_portfolio",
                        "training_provider",
                        "training_sourcing",
                        "training_skill",
                        "training_workforce",
                        "p_value");
    }

    @Test
    void shouldExposeNoTotalInAnotherCurrency() {
        var portfolio = new PortfolioResult(
                SamplePrograms.AS_OF,
                List.of(SampleCompany.total("USD")),
                List.of(),
                List.of(),
                List.of(),
                Map.of("USD", 1.0));

        assertThat(Exposition.of(SampleSources.source(SamplePrograms.snapshot(List.of(), null, portfolio))))
                .doesNotContain("training_portfolio", "training_provider");
    }

    @Test
    void shouldNameNoMoreProvidersSkillsAndFiguresThanTheirLimits() {
        // given 30 providers with 8 figures each and 60 skills, of which the last have the largest gaps
        var kpis = IntStream.range(0, 240)
                .mapToObj(i -> new ProviderKpi(
                        "v%02d".formatted(i / 8),
                        "k" + i % 8,
                        SamplePrograms.AS_OF,
                        BigDecimal.ONE,
                        BigDecimal.ONE,
                        Better.HIGHER,
                        1,
                        0))
                .toList();
        var gaps = IntStream.range(0, 60)
                .mapToObj(i ->
                        new SkillGap("s%02d".formatted(i), "all", BigDecimal.ONE, 100L, 90L, 1.0, 0.5, (long) i, null))
                .toList();
        var company = new CompanyResult(
                SamplePrograms.AS_OF, List.of(), gaps, kpis, List.of(), List.of(), List.of(), 0, 0, 0);

        // when
        String text = Exposition.of(SampleSources.source(SamplePrograms.snapshot(List.of(), company, null)));

        // then
        assertThat(text.lines().filter(line -> line.startsWith("training_provider_kpi{")))
                .hasSize(ProviderSeries.MAX_PROVIDERS * ProviderSeries.MAX_KPIS);
        assertThat(text).contains("provider=\"v24\"").doesNotContain("provider=\"v25\"", "kpi=\"k6\"");
        assertThat(text.lines().filter(line -> line.startsWith("training_skill_gap_employees{")))
                .hasSize(SkillSeries.MAX_SKILLS);
        assertThat(text).contains("skill=\"s10\"").doesNotContain("skill=\"s09\"");
    }

    @Test
    void shouldNameTheTwelveMostFrequentThemesOnly() {
        // given 14 themes, the two rarest of which are t00 and t01
        var themes = IntStream.range(0, 14)
                .mapToObj(i -> new Feedback.Theme("t%02d".formatted(i), 5L, 5L + i, null))
                .toList();
        var feedback = new Feedback(
                Respondent.CUSTOMER,
                20L,
                20L,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                themes,
                List.of(),
                Evidence.DESCRIPTIVE,
                null);
        var program = SamplePrograms.hearing(List.of(feedback, feedback));

        String text = Exposition.of(SampleSources.source(SamplePrograms.snapshot(List.of(program))));

        assertThat(text)
                .contains("training_feedback_theme_responses{theme=\"t02\"} 14.0\n", "theme=\"t13\"")
                .doesNotContain("theme=\"t01\"");
    }

    @Test
    void shouldTellOfTheWorkforceOnlyAsFarAsTheCurveReaches() {
        var curve = new SurvivalCurve(
                null,
                LeavingKind.INVOLUNTARY,
                40L,
                2L,
                List.of(
                        new SurvivalPoint(100, 38, 1, 0.97, 0.9, 0.99),
                        new SurvivalPoint(180, 30, 1, 0.94, 0.85, 0.98)),
                null,
                365,
                List.of(),
                null);
        var company = new CompanyResult(
                SamplePrograms.AS_OF, List.of(curve), List.of(), List.of(), List.of(), List.of(), List.of(), 0, 0, 0);

        assertThat(Exposition.of(SampleSources.source(SamplePrograms.snapshot(List.of(), company, null)))
                        .lines()
                        .filter(line -> line.startsWith("training_workforce_retention_ratio{")))
                .containsExactly("training_workforce_retention_ratio{horizon=\"180d\",kind=\"involuntary\"} 0.94");
    }

    @Test
    void shouldStopAtTheCeilingAndSayHowManyItDropped() {
        String text = Exposition.of(SampleSources.source(SamplePrograms.snapshot()), 20);

        int counted = text.lines()
                .filter(line -> line.startsWith("training_metrics_series{"))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.indexOf(' ') + 1)))
                .sum();
        assertThat(counted).isEqualTo(20);
        assertThat(text).contains("training_metrics_series_limit 20.0\n");
        assertThat(text).doesNotContain("training_metrics_series_dropped 0.0");
    }

    @Test
    void shouldPassPromtool() throws IOException, InterruptedException {
        Process promtool;
        try {
            promtool = new ProcessBuilder("promtool", "check", "metrics")
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            System.err.println("SKIPPED: promtool is not on the PATH, the exposition was not checked by Prometheus");
            Assumptions.abort("promtool is not on the PATH");
            return;
        }
        try (var in = promtool.getOutputStream()) {
            in.write(Exposition.of(SampleSources.source(SamplePrograms.snapshot()))
                    .getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(promtool.waitFor()).as(said).isZero();
        assertThat(said).isEmpty();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ExpositionTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
