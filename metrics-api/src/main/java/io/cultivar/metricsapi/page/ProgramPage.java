package io.cultivar.metricsapi.page;

import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Returns;
import io.cultivar.metricsapi.explained.Plain;
import io.cultivar.metricsapi.explained.ProgramFacts;
import io.cultivar.metricsapi.explained.ProgramState;
import io.cultivar.metricsapi.published.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The page about one program: what it did, what it returned, and under which assumptions. */
public final class ProgramPage {

    /** The route; an id may have slashes in it. */
    public static final String ROUTE = "/programs/<program>";

    private ProgramPage() {}

    static String path(String program) {
        return ROUTE.replace("<program>", Html.pathPart(program));
    }

    /** The page as HTML. */
    static String render(Snapshot snapshot, ProgramResult program) {
        Html html = new Html();
        Page.start(html, ReturnsChart.name(program) + ": what it returned");
        html.markup("<nav aria-label=\"Back\"><a href=\"/\">All programs</a></nav>\n<main>\n")
                .element("h1", "", ReturnsChart.name(program))
                .markup("\n")
                .element("p", "headline", Html.unbroken(headline(program)))
                .markup("\n");
        if (program.refolding()) {
            html.markup(
                    "<p class=\"note\">A changed definition is being applied: these numbers are about to move.</p>\n");
        }
        html.element("p", "note", facts(program)).markup("\n");
        PageTiles.addProgram(html, program.returns());
        html.element("p", "note", ProgramState.of(program)).markup("\n");
        EffectTable.addTo(html, program);
        List<PageChart> trends = TrendChart.of(snapshot, program).toList();
        Stream.of(trends.stream().limit(1), PhasesChart.of(program), SurvivalChart.of(program), CostChart.of(program))
                .flatMap(charts -> charts)
                .forEach(chart -> chart.addTo(html, "h2"));
        if (program.costs().withheld() != null) {
            html.element("p", "note", "What it cost: " + PageWords.WITHHELD).markup("\n");
        }
        ScenarioPanel.addTo(html, program);
        trends.stream().skip(1).forEach(chart -> chart.addTo(html, "h2"));
        Restatements.addTable(html, snapshot, program);
        html.markup("</main>\n<nav aria-label=\"Ask for more\">\n<p>Everything about it as JSON: ")
                .link("/v1/programs/" + Html.pathPart(program.program()), "/v1/programs/" + program.program())
                .markup("</p>\n</nav>\n");
        return Page.end(html);
    }

    /** A page that only says so. */
    static String renderMissing(String program) {
        return message("Nothing is published about the program " + program + ".");
    }

    /** A page that only says so. */
    static String renderNotReady() {
        return message("Not ready: what was published has not been read completely yet.");
    }

    private static String message(String words) {
        Html html = new Html();
        Page.start(html, "Cultivar");
        return Page.end(html.markup("<nav aria-label=\"Back\"><a href=\"/\">All programs</a></nav>\n<main>\n")
                .element("h1", "", words)
                .markup("\n</main>\n"));
    }

    private static String headline(ProgramResult program) {
        Returns returns = program.returns();
        Bounded roi = ReturnsChart.shown(program);
        if (roi == null) {
            return ProgramState.of(program);
        }
        return "%s: an ROI of %s (%s), evidence grade %s."
                .formatted(
                        PageWords.decision(returns.decision()),
                        Plain.percent(roi.value()),
                        PageWords.bounds(roi, Plain::percent),
                        ReturnsChart.evidence(returns).replaceFirst("\\.$", ""));
    }

    private static String facts(ProgramResult program) {
        ProgramDefined definition = program.definition();
        if (definition == null) {
            return "Results as of " + PageWords.day(program.asOf()) + ".";
        }
        List<String> facts = new ArrayList<>();
        facts.add(PageWords.sourcing(definition.sourcing()));
        Optional.ofNullable(definition.provider()).ifPresent(provider -> facts.add("by " + provider));
        Optional.ofNullable(definition.skillArea()).ifPresent(area -> facts.add("skill area " + area));
        Optional.ofNullable(definition.format()).ifPresent(format -> facts.add(format.id()));
        ProgramFacts.design(program).ifPresent(design -> facts.add("people came into it: " + design.id()));
        facts.add("results as of " + PageWords.day(program.asOf()));
        return String.join("; ", facts) + ".";
    }
}
