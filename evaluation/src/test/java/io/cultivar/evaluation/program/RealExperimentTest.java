package io.cultivar.evaluation.program;

import static io.cultivar.evaluation.program.Figures.METRIC;
import static io.cultivar.evaluation.sums.Cohort.CONTROL;
import static io.cultivar.evaluation.sums.Cohort.TREATMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cultivar.contract.event.Design;
import io.cultivar.contract.result.Decision;
import io.cultivar.contract.result.Effect;
import io.cultivar.contract.result.Estimate;
import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.Grade;
import io.cultivar.contract.result.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The National Supported Work experiment, from its facts to its grade and decision. Expected values: R 4.2.2. */
class RealExperimentTest {

    private static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    @Test
    void shouldJudgeARealExperiment() throws IOException {
        // given: earnings of 1974, 1975 and 1978
        Figures figures = new Figures()
                .members(TREATMENT, Design.RANDOMIZED, 185, 0)
                .members(CONTROL, Design.RANDOMIZED, 260, 0)
                .changes(METRIC, TREATMENT, nsw("treatment", 9), nsw("treatment", 10))
                .changes(METRIC, CONTROL, nsw("control", 9), nsw("control", 10))
                .placebo(METRIC, TREATMENT, nsw("treatment", 8), nsw("treatment", 9))
                .placebo(METRIC, CONTROL, nsw("control", 8), nsw("control", 9));

        // when
        Effect effect =
                figures.evaluate(Known.of(Known.intangible(METRIC))).effects().get(0);

        // then: significant for one look at a declared day, but not for a daily one
        Estimate difference = there(effect.differenceInDifferences());
        assertThat(difference.lower()).isPositive();
        // R: as in EffectEvaluationTest, with N = 445 and N* = 200
        assertThat(there(difference.alwaysValid()).lower()).isCloseTo(-674.3780362471357, within(1e-7));
        assertThat(there(difference.alwaysValid()).upper()).isCloseTo(3732.7702028900217, within(1e-7));
        assertThat(effect.evidence()).isEqualTo(new Evidence(Grade.A, List.of(Reason.BASELINE_ADJUST)));
        assertThat(effect.decision()).isEqualTo(Decision.NOT_PROVEN_YET);
    }

    private static String nsw(String arm, int column) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(
                there(RealExperimentTest.class.getResourceAsStream("/nsw/nsw_dw.csv")), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> List.of(line.split(",", -1)))
                    .filter(cells -> cells.get(1).equals(arm))
                    .map(cells -> cells.get(column))
                    .collect(Collectors.joining(" "));
        }
    }
}
