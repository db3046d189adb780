package io.cultivar.metricsapi.page;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.Phase;
import io.cultivar.contract.result.AssessmentResult;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Estimate;
import io.cultivar.contract.result.PhaseScores;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.metricsapi.explained.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What people scored before, after and at follow-up, in each assessment. */
final class PhasesChart {

    /** One phase of one arm; scores are shares of the scale. */
    record Point(Arm arm, String armName, Phase phase, String phaseName, ShownFigure mean, String text) {}

    private PhasesChart() {}

    /** One chart for each assessment. */
    static Stream<PageChart> of(ProgramResult program) {
        return program.assessments().stream()
                .map(AssessmentResult::assessment)
                .filter(Objects::nonNull)
                .distinct()
                .map(assessment -> chart(program, assessment));
    }

    private static PageChart chart(ProgramResult program, String assessment) {
        List<AssessmentResult> arms = program.assessments().stream()
                .filter(result -> assessment.equals(result.assessment()))
                .toList();
        return new PageChart(
                "scores-" + assessment,
                "phases",
                "Before, after and follow-up: " + assessment,
                summary(arms),
                arms.stream().flatMap(PhasesChart::points).toList(),
                false,
                html -> addTable(html, assessment, arms));
    }

    private static String summary(List<AssessmentResult> arms) {
        List<String> sentences = new ArrayList<>();
        for (AssessmentResult arm : arms) {
            String who = PageWords.arm(arm.arm());
            Estimate gain = arm.gain();
            if (arm.withheld() != null) {
                sentences.add(who + ": the gain is withheld, too few people stand behind it");
            } else if (gain == null) {
                sentences.add(who + ": no gain can be told");
            } else {
                Estimate decay = arm.decay();
                sentences.add("%s: a gain of %s of the scale (%s)%s"
                        .formatted(
                                who,
                                points(gain.value()),
                                interval(gain),
                                decay == null
                                        ? ""
                                        : ", then %s by the follow-up (%s)"
                                                .formatted(points(decay.value()), interval(decay))));
            }
        }
        arms.forEach(arm -> arm.phases().stream()
                .filter(scores -> scores.withheld() != null)
                .forEach(scores -> sentences.add("%s, %s: withheld, too few people"
                        .formatted(
                                PageWords.phase(scores.phase()).toLowerCase(Locale.ROOT),
                                PageWords.arm(arm.arm()).toLowerCase(Locale.ROOT)))));
        return String.join("; ", sentences) + ".";
    }

    private static String points(double share) {
        String words = Plain.percent(share);
        return share > 0 ? "+" + words : words;
    }

    private static String interval(Estimate estimate) {
        Bounded bounded = EffectTable.bounded(estimate);
        return PageWords.bounds(bounded, PhasesChart::points);
    }

    private static Stream<Point> points(AssessmentResult arm) {
        return arm.phases().stream().flatMap(scores -> {
            ShownFigure mean = shown(scores);
            return mean == null
                    ? Stream.empty()
                    : Stream.of(new Point(
                            arm.arm(),
                            PageWords.arm(arm.arm()),
                            scores.phase(),
                            PageWords.phase(scores.phase()),
                            mean,
                            text(arm, scores, mean)));
        });
    }

    private static @Nullable ShownFigure shown(PhaseScores scores) {
        Double mean = scores.mean();
        Long people = scores.assessed();
        return scores.withheld() != null || mean == null || people == null
                ? null
                : ShownFigure.ofMean(mean, scores.standardDeviation(), people);
    }

    private static String text(AssessmentResult arm, PhaseScores scores, ShownFigure mean) {
        String between = between(mean);
        return "%s, %s: mean score %s%s, %d people."
                .formatted(
                        PageWords.phase(scores.phase()),
                        PageWords.arm(arm.arm()),
                        Plain.percent(mean.value()),
                        between.isEmpty() ? "" : " (95 % interval " + between + ")",
                        scores.assessed());
    }

    private static String between(ShownFigure mean) {
        Double lower = mean.lower();
        Double upper = mean.upper();
        return lower == null || upper == null ? "" : PageWords.between(lower, upper, Plain::percent);
    }

    private static void addTable(Html html, String assessment, List<AssessmentResult> arms) {
        html.tableHead("Scores: " + assessment, "Arm", "Phase", "#Mean score", "#95 % interval (one look)", "#People");
        for (AssessmentResult arm : arms) {
            for (PhaseScores scores : arm.phases()) {
                ShownFigure mean = shown(scores);
                html.markup("<tr>").cell(PageWords.arm(arm.arm())).cell(PageWords.phase(scores.phase()));
                if (mean == null) {
                    html.markup("<td colspan=\"3\">")
                            .text(scores.withheld() == null ? "Nobody was assessed." : PageWords.WITHHELD)
                            .markup("</td>");
                } else {
                    html.number(Plain.percent(mean.value()))
                            .number(between(mean))
                            .number(String.valueOf(scores.assessed()));
                }
                html.markup("</tr>\n");
            }
        }
        html.tableEnd();
    }
}
