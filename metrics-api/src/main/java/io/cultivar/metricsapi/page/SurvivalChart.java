package io.cultivar.metricsapi.page;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.RetentionComparison;
import io.cultivar.contract.result.SurvivalCurve;
import io.cultivar.contract.result.SurvivalPoint;
import io.cultivar.metricsapi.explained.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Who stayed: Kaplan-Meier curves of both arms for any leaving, with the people at risk. */
final class SurvivalChart {

    private static final String ID = "retention";

    /** One published day of one arm. */
    record Point(Arm arm, String armName, int day, ShownFigure stayed, long atRisk, String text) {}

    private SurvivalChart() {}

    /** Empty where nobody is under observation. */
    static Stream<PageChart> of(ProgramResult program) {
        List<SurvivalCurve> curves = program.survival().stream()
                .filter(curve -> curve.leaving() == null && curve.arm() != null)
                .toList();
        if (curves.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(new PageChart(
                ID,
                "survival",
                "Who stayed",
                summary(program, curves),
                curves.stream().flatMap(SurvivalChart::points).toList(),
                false,
                html -> addTable(html, curves)));
    }

    private static String summary(ProgramResult program, List<SurvivalCurve> curves) {
        List<String> sentences = new ArrayList<>();
        for (SurvivalCurve curve : curves) {
            String who = PageWords.arm(arm(curve));
            List<Point> points = points(curve).toList();
            if (curve.withheld() != null) {
                sentences.add(who + ": withheld, too few people stand behind it");
            } else if (!points.isEmpty()) {
                Point last = points.get(points.size() - 1);
                sentences.add("%s: %s were still employed after %d days"
                        .formatted(who, PageWords.stayed(last.stayed()), last.day()));
            }
        }
        RetentionComparison comparison = program.retentionComparison();
        Bounded hazard = comparison == null || comparison.withheld() != null ? null : comparison.hazardRatio();
        sentences.add(
                hazard == null
                        ? "whether the trained stay longer cannot be told"
                        : "hazard ratio %s (%s; below 1 the trained leave less)"
                                .formatted(
                                        PageWords.number(hazard.value()), PageWords.bounds(hazard, PageWords::number)));
        return String.join("; ", sentences) + ".";
    }

    private static Arm arm(SurvivalCurve curve) {
        return Objects.requireNonNull(curve.arm());
    }

    private static Stream<Point> points(SurvivalCurve curve) {
        if (curve.withheld() != null) {
            return Stream.empty();
        }
        return curve.points().stream().map(point -> point(arm(curve), point));
    }

    private static Point point(Arm arm, SurvivalPoint point) {
        ShownFigure stayed = new ShownFigure(point.survival(), point.lower(), point.upper(), true);
        return new Point(
                arm,
                PageWords.arm(arm),
                point.day(),
                stayed,
                point.atRisk(),
                "Day %d, %s: %s still employed; %d at risk."
                        .formatted(point.day(), PageWords.arm(arm), PageWords.stayed(stayed), point.atRisk()));
    }

    private static void addTable(Html html, List<SurvivalCurve> curves) {
        html.tableHead("Who stayed", "Arm", "#Day", "#Still employed, 95 % interval (one look)", "#At risk", "#Left");
        for (SurvivalCurve curve : curves) {
            if (curve.withheld() != null || curve.points().isEmpty()) {
                html.markup("<tr>")
                        .cell(PageWords.arm(arm(curve)))
                        .markup("<td colspan=\"4\">")
                        .text(curve.withheld() == null ? Plain.sentences(curve.reasons()) : PageWords.WITHHELD)
                        .markup("</td></tr>\n");
                continue;
            }
            for (SurvivalPoint point : curve.points()) {
                html.markup("<tr>")
                        .cell(PageWords.arm(arm(curve)))
                        .number(Integer.toString(point.day()))
                        .number(PageWords.stayed(new ShownFigure(point.survival(), point.lower(), point.upper(), true)))
                        .number(Long.toString(point.atRisk()))
                        .number(Long.toString(point.left()))
                        .markup("</tr>\n");
            }
        }
        html.tableEnd();
    }
}
