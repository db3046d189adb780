package io.cultivar.metricsapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * What Prometheus sees. Where the exact text differs on purpose, replace {@code exposition.txt} by what the failure
 * shows, after reading each changed line.
 */
class ExpositionTest {

    @Test
    void shouldExposeASnapshotExactly() throws IOException {
        assertThat(Exposition.of(SampleSources.source(SamplePrograms.snapshot())))
                .isEqualTo(resource("exposition.txt"));
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
        var programs = IntStream.range(0, 52)
                .mapToObj(i -> SamplePrograms.costing(
                        SamplePrograms.undefined("p%02d".formatted(i)), "EUR", Integer.toString(1000 + i)))
                .toList();

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
    void shouldLeaveOutAmountsInAnotherCurrency() {
        var foreign = SamplePrograms.costing(SamplePrograms.undefined(), "USD", "5000");

        assertThat(Exposition.of(SampleSources.source(SamplePrograms.snapshot(List.of(foreign)))))
                .contains("training_programs_exposed 1.0\n")
                .doesNotContain("training_cost_amount");
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
