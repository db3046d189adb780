package io.cultivar.metricsapi.page;

import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Decision;
import io.cultivar.contract.result.Grade;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Returns;
import io.cultivar.metricsapi.explained.ExplainedEvidence;
import io.cultivar.metricsapi.explained.Plain;
import io.cultivar.metricsapi.explained.ProgramFacts;
import io.cultivar.metricsapi.explained.ProgramState;
import io.cultivar.metricsapi.published.Snapshot;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The return of every program with its interval, grade and decision: a forest plot, the best first. */
final class ReturnsChart {

    private static final String ID = "returns";

    /**
     * One program in the chart.
     *
     * @param roi null where there is none to show
     * @param grade null where there is no return
     * @param decision null where there is no return
     * @param status why there is no return, in two or three words; null where there is one
     */
    record Row(
            String label,
            @Nullable ShownFigure roi,
            @Nullable Grade grade,
            @Nullable Decision decision,
            @Nullable String status,
            String text) {}

    private ReturnsChart() {}

    static PageChart of(Snapshot snapshot) {
        List<ProgramResult> programs = snapshot.programs().stream()
                .sorted(Comparator.comparing(
                                ReturnsChart::shown,
                                Comparator.nullsLast(Comparator.comparingDouble((Bounded roi) -> -roi.value())))
                        .thenComparing(ReturnsChart::name))
                .toList();
        return new PageChart(
                ID,
                "returns",
                "Return on investment by program",
                summary(programs),
                programs.stream().map(ReturnsChart::row).toList(),
                true,
                html -> addTable(html, programs));
    }

    /** How many programs there are of each kind of answer. */
    private static String summary(List<ProgramResult> programs) {
        long expand = count(programs, Decision.EXPAND);
        long stop = count(programs, Decision.STOP_OR_FIX);
        long open = count(programs, Decision.NOT_PROVEN_YET);
        long none = programs.size() - expand - stop - open;
        return "Of %s, %d returned more than their cost (expand), %d less (stop or fix), %d are not proven yet and %d have no return to show."
                .formatted(Plain.count(programs.size(), "program", "programs"), expand, stop, open, none);
    }

    private static long count(List<ProgramResult> programs, Decision decision) {
        return programs.stream()
                .filter(program -> shown(program) != null)
                .filter(program -> program.returns().decision() == decision)
                .count();
    }

    /** The return that may be shown; null where there is none. */
    static @Nullable Bounded shown(ProgramResult program) {
        Returns returns = program.returns();
        return returns.withheld() == null ? returns.roi() : null;
    }

    static String name(ProgramResult program) {
        String title = ProgramFacts.title(program);
        return title == null ? program.program() : title;
    }

    private static Row row(ProgramResult program) {
        Bounded roi = shown(program);
        Returns returns = program.returns();
        if (roi == null) {
            return new Row(name(program), null, null, null, status(program), text(program));
        }
        return new Row(
                name(program),
                ShownFigure.of(roi),
                returns.evidence().grade(),
                returns.decision(),
                null,
                text(program));
    }

    private static String status(ProgramResult program) {
        if (program.definition() == null) {
            return "not defined yet";
        }
        return program.returns().withheld() == null ? "not estimable" : "withheld: too few people";
    }

    private static String text(ProgramResult program) {
        Bounded roi = shown(program);
        if (roi == null) {
            return name(program) + ": " + status(program) + ".";
        }
        String interval = PageWords.interval(roi, Plain::percent);
        return "%s: ROI %s%s, evidence %s, %s."
                .formatted(
                        name(program),
                        Plain.percent(roi.value()),
                        interval.isEmpty() ? " without an interval" : ", 95 % interval " + interval,
                        program.returns().evidence().grade().id(),
                        PageWords.decision(program.returns().decision()));
    }

    private static void addTable(Html html, List<ProgramResult> programs) {
        html.tableHead(
                "Return on investment by program", "Program", "#ROI", "#95 % interval", "Evidence", "Decision", "Why");
        programs.forEach(program -> addRow(html, program));
        html.tableEnd();
    }

    private static void addRow(Html html, ProgramResult program) {
        Returns returns = program.returns();
        Bounded roi = shown(program);
        html.markup(ProgramState.isUnproven(program) ? "<tr class=\"unproven\"><td>" : "<tr><td>")
                .link(ProgramPage.path(program.program()), name(program))
                .markup("</td>")
                .number(roi == null ? "" : Plain.percent(roi.value()))
                .number(PageWords.interval(roi, Plain::percent))
                .cell(roi == null ? "" : evidence(returns))
                .element("td", "decision", roi == null ? "" : PageWords.decision(returns.decision()))
                .cell(ProgramState.of(program))
                .markup("</tr>\n");
    }

    static String evidence(Returns returns) {
        return returns.evidence().grade().id() + ": "
                + ExplainedEvidence.meaning(returns.evidence().grade());
    }
}
