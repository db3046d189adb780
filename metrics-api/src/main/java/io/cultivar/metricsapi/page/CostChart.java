package io.cultivar.metricsapi.page;

import io.cultivar.contract.event.CostCategory;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Costs;
import io.cultivar.contract.result.Decision;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Returns;
import io.cultivar.metricsapi.explained.Plain;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a program cost: one category on top of the other up to the whole, and the benefit beside it. */
final class CostChart {

    private static final String ID = "costs";

    /** What is drawn: the steps, the whole, and what came of it, null where that is not known; whether that is unproven. */
    record Stack(
            String currency,
            List<Step> steps,
            @Nullable ShownFigure benefit,
            boolean unproven,
            @Nullable String benefitText) {}

    /** One step from one amount to another; the whole starts at zero. */
    record Step(String label, double from, double to, boolean whole, String text) {}

    private CostChart() {}

    /** Empty where nothing was spent, and where that is withheld without anything to say. */
    static Stream<PageChart> of(ProgramResult program) {
        Costs costs = program.costs();
        String currency = costs.currency();
        BigDecimal total = costs.total();
        if (costs.withheld() != null || currency == null || total == null) {
            return Stream.empty();
        }
        Returns returns = program.returns();
        Bounded benefit = returns.withheld() == null ? returns.benefit() : null;
        boolean unproven = returns.decision() == Decision.NOT_PROVEN_YET;
        String brought = benefit == null ? null : amount(currency, benefit) + (unproven ? ", not proven yet" : "");
        return Stream.of(new PageChart(
                ID,
                "costs",
                "What it cost, fully loaded",
                summary(costs, currency, total, brought),
                new Stack(
                        currency,
                        steps(costs, currency, total),
                        ShownFigure.of(benefit),
                        unproven,
                        brought == null ? null : "Benefit: " + brought + "."),
                false,
                html -> addTable(html, costs, currency, total)));
    }

    private static String summary(Costs costs, String currency, BigDecimal total, @Nullable String brought) {
        return "It cost %s in %s; %s."
                .formatted(
                        Plain.money(currency, total.doubleValue()),
                        Plain.count(costs.byCategory().size(), "category", "categories"),
                        brought == null ? "what it brought in is not known" : "it brought in " + brought);
    }

    private static String amount(String currency, Bounded benefit) {
        return Plain.money(currency, benefit.value()) + " ("
                + PageWords.bounds(benefit, amount -> Plain.money(currency, amount)) + ")";
    }

    private static List<Step> steps(Costs costs, String currency, BigDecimal total) {
        List<Step> steps = new ArrayList<>();
        BigDecimal from = BigDecimal.ZERO;
        for (var part : costs.byCategory().entrySet()) {
            BigDecimal to = from.add(part.getValue());
            steps.add(step(label(part.getKey()), currency, from, to, false));
            from = to;
        }
        steps.add(step("Cost in all", currency, BigDecimal.ZERO, total, true));
        return steps;
    }

    private static Step step(String label, String currency, BigDecimal from, BigDecimal to, boolean whole) {
        return new Step(
                label,
                from.doubleValue(),
                to.doubleValue(),
                whole,
                label + ": " + Plain.money(currency, to.subtract(from).doubleValue()) + ".");
    }

    private static String label(CostCategory category) {
        String words = category.id().replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static void addTable(Html html, Costs costs, String currency, BigDecimal total) {
        html.tableHead("What it cost", "Category", "#Amount", "#Share");
        costs.byCategory()
                .forEach((category, amount) -> addRow(
                        html,
                        label(category),
                        currency,
                        amount,
                        total.signum() == 0 ? "" : Plain.percent(amount.doubleValue() / total.doubleValue())));
        addRow(html, "Cost in all", currency, total, "");
        html.tableEnd();
        if (costs.participantTimeDerived() != null) {
            html.markup(
                    "<p class=\"note\">Participant time is derived: hours at the program's loaded hourly rate.</p>\n");
        }
    }

    private static void addRow(Html html, String label, String currency, BigDecimal amount, String share) {
        html.markup("<tr>")
                .cell(label)
                .number(Plain.money(currency, amount.doubleValue()))
                .number(share)
                .markup("</tr>\n");
    }
}
