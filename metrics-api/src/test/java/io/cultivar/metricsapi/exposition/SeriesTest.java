package io.cultivar.metricsapi.exposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cultivar.contract.result.Interval;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left out at the ceiling, and how that is counted. */
class SeriesTest {

    private static final Figure WITH_BOTH_INTERVALS = new Figure(1.4, new Interval(0.9, 1.9), new Interval(0.4, 2.4));
    private static final String ROI = "training_roi_ratio{program=\"a\"}";

    /** Value by series, without those about the exposition itself. */
    private static Map<String, Double> shown(Series series) {
        Map<String, Double> shown = all(series);
        shown.keySet().removeIf(name -> name.startsWith("training_metrics_series"));
        return shown;
    }

    private static double dropped(Series series) {
        return all(series).getOrDefault("training_metrics_series_dropped{}", Double.NaN);
    }

    private static Map<String, Double> all(Series series) {
        Map<String, Double> all = new TreeMap<>();
        series.build().stream()
                .map(GaugeSnapshot.class::cast)
                .forEach(family -> family.getDataPoints()
                        .forEach(point ->
                                all.put(family.getMetadata().getName() + point.getLabels(), point.getValue())));
        return all;
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 5", "1, 0, 5", "2, 0, 5", "3, 0, 5", "4, 0, 5", "5, 5, 0", "6, 5, 0"})
    void shouldAddAnEstimateWithAllItsEndsOrNothingOfIt(int ceiling, int added, int dropped) {
        Series series = new Series(ceiling);

        series.add(TrainingMeters.ROI_RATIO, WITH_BOTH_INTERVALS, "a");

        assertThat(shown(series)).hasSize(added);
        assertThat(dropped(series)).isEqualTo(dropped);
    }

    @Test
    void shouldStillTakeWhatFits_afterAnEstimateDidNot() {
        Series series = new Series(3);
        series.add(TrainingMeters.PROGRAMS, 2);

        series.add(TrainingMeters.ROI_RATIO, new Figure(1.4, new Interval(0.9, 1.9), null), "a");
        series.add(TrainingMeters.ROI_GRADE, 3, "a");

        assertThat(shown(series).keySet())
                .containsExactly("training_programs{}", "training_roi_evidence_grade{program=\"a\"}");
        assertThat(dropped(series)).isEqualTo(3);
    }

    @Test
    void shouldKeepTheFirstOfTwo_andDropNothing_evenAtTheCeiling() {
        Series series = new Series(6);
        series.add(TrainingMeters.ROI_RATIO, WITH_BOTH_INTERVALS, "a");
        series.add(TrainingMeters.PROGRAMS, 2);

        series.add(TrainingMeters.ROI_RATIO, WITH_BOTH_INTERVALS, "a");
        series.add(TrainingMeters.PROGRAMS, 3);

        assertThat(shown(series)).hasSize(6).containsEntry(ROI, 1.4).containsEntry("training_programs{}", 2.0);
        assertThat(dropped(series)).isZero();
    }

    @Test
    void shouldNotMixTheEndsOfTwo() {
        Series series = new Series(10);

        series.add(TrainingMeters.ROI_RATIO, new Figure(1.4, null, null), "a");
        series.add(TrainingMeters.ROI_RATIO, WITH_BOTH_INTERVALS, "a");

        assertThat(shown(series)).containsExactly(Map.entry(ROI, 1.4));
    }

    @Test
    void shouldRefuseOtherLabelsThanAFamilyHas() {
        assertThatThrownBy(() -> new Series(10).add(TrainingMeters.ROI_GRADE, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("training_roi_evidence_grade has the labels [program], not []");
    }
}
