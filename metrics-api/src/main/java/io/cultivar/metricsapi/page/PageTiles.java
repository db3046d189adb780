package io.cultivar.metricsapi.page;

import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Decision;
import io.cultivar.contract.result.Interval;
import io.cultivar.contract.result.PipelineResult;
import io.cultivar.contract.result.PortfolioResult;
import io.cultivar.contract.result.PortfolioTotal;
import io.cultivar.contract.result.ReturnFigures;
import io.cultivar.contract.result.Returns;
import io.cultivar.metricsapi.explained.Doubt;
import io.cultivar.metricsapi.explained.Plain;
import io.cultivar.metricsapi.published.Snapshot;
import io.cultivar.metricsapi.tables.SuppressedCells;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/** Five figures at a glance, each with what it is to be read with. */
final class PageTiles {

    private static final String UNKNOWN = "Not known yet";

    /** The class of a tile that is not to be taken for a result: grey, with a dashed edge. */
    private static final String OPEN = "open";

    private PageTiles() {}

    /** Of the company: in the currency of most programs, which they name. */
    static void addCompany(Html html, Snapshot snapshot) {
        Optional<PortfolioTotal> total = snapshot.portfolio(PortfolioResult::totals)
                .max(Comparator.comparingLong(PortfolioTotal::programs)
                        .thenComparing(PortfolioTotal::currency, Comparator.reverseOrder()));
        html.markup("<dl class=\"tiles\">\n");
        boolean several = snapshot.portfolio(PortfolioResult::totals).count() > 1;
        total.ifPresent(known -> addTotal(html, known, several));
        PipelineResult pipeline = snapshot.pipeline();
        Instant latest = pipeline == null ? null : pipeline.latestEventTime();
        Instant asOf = snapshot.asOf();
        add(
                html,
                "Data through",
                latest == null ? UNKNOWN : PageWords.day(latest),
                asOf == null ? "a new day is being applied" : "as of " + PageWords.day(asOf),
                "");
        html.markup("</dl>\n");
    }

    private static void addTotal(Html html, PortfolioTotal total, boolean several) {
        String currency = total.currency();
        String weakest = "; evidence grade " + total.evidence().grade().id();
        String name = several ? "Return on investment, " + currency : "Return on investment";
        addTotalFigure(html, name, total, total.roi(), Plain::percent, weakest);
        addTotalFigure(html, "Net benefit", total, total.netBenefit(), amount -> Plain.money(currency, amount), "");
        Double share = total.measuredShare();
        add(
                html,
                "Spend measured",
                share == null ? UNKNOWN : Plain.percent(share),
                Plain.money(currency, total.measuredCost().doubleValue()) + " of "
                        + Plain.money(currency, total.cost().doubleValue()),
                "");
        add(
                html,
                "Programs proven",
                total.proven() + " of " + total.programs(),
                total.measured() + " measured; proven is a whole interval above zero and grade A or B",
                "");
    }

    private static void addTotalFigure(
            Html html,
            String name,
            PortfolioTotal total,
            @Nullable Bounded figure,
            DoubleFunction<String> words,
            String more) {
        boolean unproven = figure != null && Headline.decision(total, figure) == Decision.NOT_PROVEN_YET;
        addFigure(html, name, figure, words, UNKNOWN, unproven, more);
    }

    /** Of one program. */
    static void addProgram(Html html, Returns returns) {
        html.markup("<dl class=\"tiles\">\n");
        ReturnFigures figures = returns.withheld() == null ? returns.figures() : null;
        String currency = returns.currency();
        String none = returns.withheld() == null ? UNKNOWN : "Withheld";
        boolean unproven = returns.decision() == Decision.NOT_PROVEN_YET;
        addFigure(
                html,
                "Return on investment",
                figures == null ? null : figures.roi(),
                Plain::percent,
                none,
                unproven,
                "");
        addFigure(
                html,
                "Net benefit",
                figures == null ? null : figures.netBenefit(),
                amount -> Plain.money(currency, amount),
                none,
                unproven,
                "");
        addFigure(
                html,
                "Benefit",
                figures == null ? null : figures.benefit(),
                amount -> Plain.money(currency, amount),
                none,
                unproven,
                "");
        add(
                html,
                "People compared",
                figures == null ? none : figures.measured() + " trained",
                figures == null ? "" : figures.controls() + " controls",
                "");
        add(html, "Payback", payback(figures, none), horizon(returns, unproven), unproven ? OPEN : "");
        html.markup("</dl>\n");
    }

    private static String payback(@Nullable ReturnFigures figures, String none) {
        if (figures == null) {
            return none;
        }
        Double months = figures.paybackMonths();
        return months == null ? "Not within the horizon" : PageWords.number(months) + " months";
    }

    private static String horizon(Returns returns, boolean unproven) {
        Double months = returns.horizonMonths();
        return months == null || returns.withheld() != null
                ? ""
                : "benefits counted over " + PageWords.number(months) + " months"
                        + (unproven && returns.figures() != null ? ": not proven yet" : "");
    }

    /** How many cells are withheld in the whole publication. */
    static long withheldCells(Snapshot snapshot) {
        return SuppressedCells.of(snapshot).stream()
                .mapToLong(SuppressedCells.Suppressed::cells)
                .sum();
    }

    private static void addFigure(
            Html html,
            String name,
            @Nullable Bounded figure,
            DoubleFunction<String> words,
            String none,
            boolean unproven,
            String more) {
        if (figure == null) {
            add(html, name, none, "", OPEN);
            return;
        }
        Interval shown = figure.shown();
        boolean either = shown == null || Doubt.containsZero(shown);
        String doubt = either ? ": may be above or below zero" : unproven ? ": not proven yet" : "";
        add(
                html,
                name,
                words.apply(figure.value()),
                PageWords.bounds(figure, words) + doubt + more,
                either || unproven ? OPEN : "");
    }

    private static void add(Html html, String name, String value, String note, String kind) {
        html.markup(kind.isEmpty() ? "<div class=\"tile\">" : "<div class=\"tile " + kind + "\">")
                .element("dt", "", name)
                .element("dd", "value", Html.unbroken(value));
        if (!note.isEmpty()) {
            html.element("dd", "reading", Html.unbroken(note));
        }
        html.markup("</div>\n");
    }
}
