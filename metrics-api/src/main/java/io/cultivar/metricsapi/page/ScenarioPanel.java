package io.cultivar.metricsapi.page;

import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.result.AvoidedTurnover;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Decision;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.ReturnFigures;
import io.cultivar.contract.result.Returns;
import io.cultivar.metricsapi.explained.Plain;
import io.cultivar.metricsapi.explained.ProgramState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/** The assumptions behind a return, and sliders that ask for the return under other ones. */
final class ScenarioPanel {

    private static final int PERCENT = 100;
    private static final int LONGEST_MONTHS = 60;
    private static final String TITLE = "What it assumes, and what if";

    /**
     * One assumption that can be moved, in the unit of its slider.
     *
     * @param name the field of the request
     * @param scale what a slider's value is divided by to be that of the field
     */
    private record Slider(
            String name, String label, String unit, long least, long most, long step, long start, long scale) {}

    /** What the script needs. */
    record Scenario(
            String program,
            @Nullable String currency,
            @Nullable ShownFigure roi,
            @Nullable ShownFigure netBenefit,
            Decision decision) {}

    private ScenarioPanel() {}

    /** Nothing where there is no return that could be another one. */
    static void addTo(Html html, ProgramResult program) {
        Returns returns = program.returns();
        Bounded roi = ReturnsChart.shown(program);
        ReturnFigures figures = returns.figures();
        ProgramDefined definition = program.definition();
        if (roi == null || figures == null || definition == null) {
            return;
        }
        List<Slider> sliders = sliders(returns, figures);
        html.markup("<section class=\"figure\" id=\"what-if\">\n")
                .heading("h2", "what-if-title", TITLE)
                .markup("<p class=\"summary\" id=\"what-if-summary\">")
                .text(assumptions(returns, figures, definition))
                .markup("</p>\n<form id=\"what-if-form\" hidden>\n");
        sliders.forEach(slider -> addSlider(html, slider));
        html.markup("<button type=\"reset\">As published</button>\n</form>\n")
                .markup("<output id=\"what-if-answer\" for=\"")
                .markup(String.join(" ", sliders.stream().map(Slider::name).toList()))
                .markup("\"></output>\n")
                .markup("<div class=\"chart\" data-chart=\"scenario\" data-source=\"what-if-data\""
                        + " data-title=\"what-if-title\" data-summary=\"what-if-summary\"></div>\n")
                .data(
                        "what-if-data",
                        new Scenario(
                                program.program(),
                                returns.currency(),
                                ShownFigure.of(roi),
                                ShownFigure.of(figures.netBenefit()),
                                returns.decision()));
        PageChart.addNumbers(html, TITLE, false, opened -> addTable(opened, program, roi, figures.netBenefit()));
        html.markup("<noscript><p class=\"note\">Without scripts, ask for other assumptions with a POST to"
                + " /v1/roi/scenarios.</p></noscript>\n</section>\n");
    }

    /** What is published; below it a row that only the script shows, as it fills it. */
    private static void addTable(Html html, ProgramResult program, Bounded roi, @Nullable Bounded netBenefit) {
        Returns returns = program.returns();
        DoubleFunction<String> money = amount -> Plain.money(returns.currency(), amount);
        html.tableHead(TITLE, "Assumptions", "#ROI", "#95 % interval", "#Net benefit", "#95 % interval", "Decision")
                .markup(ProgramState.isUnproven(program) ? "<tr class=\"unproven\">" : "<tr>")
                .cell("As published")
                .number(Plain.percent(roi.value()))
                .number(PageWords.interval(roi, Plain::percent))
                .number(netBenefit == null ? "" : money.apply(netBenefit.value()))
                .number(PageWords.interval(netBenefit, money))
                .element("td", "decision", PageWords.decision(returns.decision()))
                .markup("</tr>\n<tr id=\"what-if-row\" hidden>")
                .cell("What if")
                .number("")
                .number("")
                .number("")
                .number("")
                .element("td", "decision", "")
                .markup("</tr>\n")
                .tableEnd();
    }

    private static String assumptions(Returns returns, ReturnFigures figures, ProgramDefined definition) {
        List<String> assumed = new ArrayList<>();
        definition.outcomes().stream()
                .filter(outcome ->
                        outcome.unitValue() != null && returns.outcomes().contains(outcome.metric()))
                .forEach(outcome -> assumed.add("one unit of " + outcome.metric() + " is worth "
                        + Plain.money(outcome.currency(), outcome.unitValue().doubleValue())));
        Double months = returns.horizonMonths();
        if (months != null) {
            assumed.add("benefits last " + PageWords.number(months) + " months"
                    + (definition.benefitDecay() ? ", falling to nothing over them" : ""));
        }
        AvoidedTurnover turnover = figures.turnover();
        if (turnover != null) {
            assumed.add("a leaver costs " + Plain.money(returns.currency(), turnover.costPerLeaver()));
        }
        if (definition.discountRate() != null) {
            assumed.add("a discount rate of "
                    + PageWords.number(definition.discountRate().doubleValue() * PERCENT) + " % a year");
        }
        return "The return assumes that " + String.join("; ", assumed)
                + ". Move an assumption: the interval and the decision are computed anew, nothing published changes.";
    }

    private static List<Slider> sliders(Returns returns, ReturnFigures figures) {
        List<Slider> sliders = new ArrayList<>();
        sliders.add(
                new Slider("unitValueFactor", "Value of outcomes", "% of the declared", 0, 200, 5, PERCENT, PERCENT));
        sliders.add(new Slider("costFactor", "Cost", "% of what was posted", 50, 200, 5, PERCENT, PERCENT));
        Double months = returns.horizonMonths();
        if (months != null && months <= LONGEST_MONTHS) {
            int start = (int) Math.max(1, Math.round(months));
            sliders.add(new Slider("horizonMonths", "Benefits last", "months", 1, LONGEST_MONTHS, 1, start, 1));
        }
        AvoidedTurnover turnover = figures.turnover();
        Double salary = turnover == null ? null : turnover.meanSalary();
        if (turnover != null && salary != null && salary > 0) {
            long start = Math.round(turnover.costPerLeaver() / salary * PERCENT);
            long most = Math.max(2 * PERCENT, start);
            sliders.add(new Slider(
                    "leaverCostShare", "A leaver costs", "% of a yearly salary", 0, most, 1, start, PERCENT));
        }
        return sliders;
    }

    private static void addSlider(Html html, Slider slider) {
        html.markup("<p><label for=\"" + slider.name() + "\">" + slider.label() + "</label> <input type=\"range\" id=\""
                + slider.name() + "\" min=\"" + slider.least() + "\" max=\"" + slider.most() + "\" step=\""
                + slider.step() + "\" value=\"" + slider.start() + "\" data-scale=\"" + slider.scale()
                + "\" data-unit=\"" + slider.unit() + "\"> <output for=\"" + slider.name() + "\">" + slider.start()
                + " " + slider.unit() + "</output></p>\n");
    }
}
