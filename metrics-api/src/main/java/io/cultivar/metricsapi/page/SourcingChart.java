package io.cultivar.metricsapi.page;

import io.cultivar.contract.event.Sourcing;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Grade;
import io.cultivar.contract.result.Interval;
import io.cultivar.metricsapi.explained.Doubt;
import io.cultivar.metricsapi.explained.Plain;
import io.cultivar.metricsapi.published.Snapshot;
import io.cultivar.metricsapi.tables.SourcingRow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** In-house against external in each skill area: benefit a person with its interval, beside the cost of a completion. */
final class SourcingChart {

    private static final String ID = "sourcing";

    /** One sourcing in one skill area, with something to draw. */
    record Row(
            String label,
            Sourcing sourcing,
            @Nullable String currency,
            @Nullable ShownFigure benefit,
            @Nullable Double costPerCompletion,
            String text) {}

    private SourcingChart() {}

    /** Empty where nothing is known of any skill area. */
    static Stream<PageChart> of(Snapshot snapshot) {
        List<SourcingRow> areas = SourcingRow.all(snapshot).toList();
        if (areas.isEmpty()) {
            return Stream.empty();
        }
        List<Row> rows = areas.stream().flatMap(SourcingChart::rows).toList();
        return Stream.of(new PageChart(
                ID, "sourcing", "In-house or external", summary(areas), rows, false, html -> addTable(html, areas)));
    }

    /** What the net benefit a person, in-house minus external, says about which is better. */
    private enum Answer {
        APART,
        ONE_LOOK,
        WEAK,
        OPEN
    }

    private static String summary(List<SourcingRow> areas) {
        Map<Answer, List<String>> better = new EnumMap<>(Answer.class);
        for (SourcingRow area : areas) {
            Bounded difference = area.netBenefitDifference();
            if (difference != null) {
                String side = difference.value() > 0 ? " (in-house)" : " (external)";
                better.computeIfAbsent(answer(area, difference), unseen -> new ArrayList<>())
                        .add(area.skillArea() + side);
            }
        }
        List<String> apart = better.get(Answer.APART);
        int open = better.getOrDefault(Answer.OPEN, List.of()).size();
        return "%s the net benefit a person tells the two apart;%s%s in %s both are measured and their intervals leave it open; in the others there is only one, or nothing to compare."
                .formatted(
                        apart == null ? "In no skill area" : "In " + String.join(", ", apart),
                        unproven(better.get(Answer.ONE_LOOK), "its interval holds for one look only"),
                        unproven(better.get(Answer.WEAK), "the evidence is too weak to act on"),
                        Plain.count(open, "skill area", "skill areas"));
    }

    /**
     * As one is the loss of the other, a grade that is enough to prove a loss is enough: C, and other people on the other side
     * allow no better one.
     */
    private static Answer answer(SourcingRow area, Bounded difference) {
        Interval shown = difference.shown();
        if (shown == null || Doubt.containsZero(shown)) {
            return Answer.OPEN;
        }
        if (difference.alwaysValid() == null) {
            return Answer.ONE_LOOK;
        }
        return area.evidence().grade().compareTo(Grade.C) <= 0 ? Answer.APART : Answer.WEAK;
    }

    private static String unproven(@Nullable List<String> areas, String why) {
        return areas == null ? "" : " in " + String.join(", ", areas) + " that is not proven yet, as " + why + ";";
    }

    private static Stream<Row> rows(SourcingRow area) {
        return Stream.of(row(area, Sourcing.IN_HOUSE, area.inHouse()), row(area, Sourcing.EXTERNAL, area.external()))
                .flatMap(side -> side);
    }

    private static Stream<Row> row(SourcingRow area, Sourcing sourcing, SourcingRow.@Nullable Side side) {
        if (side == null || (side.benefitPerPerson() == null && side.costPerCompletion() == null)) {
            return Stream.empty();
        }
        String text = "%s, %s: benefit a person %s; cost a completion %s."
                .formatted(
                        area.skillArea(),
                        PageWords.sourcing(sourcing).toLowerCase(Locale.ROOT),
                        side.benefitPerPerson() == null ? "not known" : benefit(area, side),
                        side.costPerCompletion() == null
                                ? "not known"
                                : Plain.money(area.currency(), side.costPerCompletion()));
        return Stream.of(new Row(
                area.skillArea(),
                sourcing,
                area.currency(),
                ShownFigure.of(side.benefitPerPerson()),
                side.costPerCompletion(),
                text));
    }

    private static String benefit(SourcingRow area, SourcingRow.Side side) {
        if (side.benefitPerPerson() == null) {
            return "";
        }
        String interval = PageWords.interval(side.benefitPerPerson(), amount -> Plain.money(area.currency(), amount));
        return Plain.money(area.currency(), side.benefitPerPerson().value())
                + (interval.isEmpty() ? "" : ", 95 % interval " + interval);
    }

    private static void addTable(Html html, List<SourcingRow> areas) {
        html.tableHead(
                "In-house or external",
                "Skill area",
                "Sourcing",
                "#Programs",
                "#Completed",
                "#Cost a completion",
                "#Benefit a person",
                "#ROI",
                "#Days to completion",
                "Judged beside the numbers");
        areas.forEach(area -> {
            addRow(html, area, Sourcing.IN_HOUSE, area.inHouse());
            addRow(html, area, Sourcing.EXTERNAL, area.external());
        });
        html.tableEnd();
        for (SourcingRow area : areas) {
            if (area.netBenefitDifference() != null) {
                html.element("p", "note", difference(area)).markup("\n");
            }
        }
    }

    private static String difference(SourcingRow area) {
        if (area.netBenefitDifference() == null) {
            return "";
        }
        return "%s: net benefit a person, in-house minus external, %s (%s)."
                .formatted(
                        area.skillArea(),
                        Plain.money(area.currency(), area.netBenefitDifference().value()),
                        PageWords.bounds(area.netBenefitDifference(), amount -> Plain.money(area.currency(), amount)));
    }

    private static void addRow(Html html, SourcingRow area, Sourcing sourcing, SourcingRow.@Nullable Side side) {
        List<String> judged = area.factors().stream()
                .filter(factor -> factor.sourcing() == sourcing)
                .map(factor -> factor.factor() + " " + factor.score().toPlainString())
                .toList();
        if (side == null && judged.isEmpty()) {
            return;
        }
        html.markup("<tr>").cell(area.skillArea()).cell(PageWords.sourcing(sourcing));
        if (side == null) {
            html.markup("<td colspan=\"6\">No program.</td>");
        } else {
            Double lead = side.leadTimeDays();
            Double cost = side.costPerCompletion();
            html.number(Long.toString(side.programs()))
                    .number(side.completed() == null ? "" : side.completed().toString())
                    .number(cost == null ? "" : Plain.money(area.currency(), cost))
                    .number(benefit(area, side))
                    .number(side.roi() == null ? "" : roi(side))
                    .number(lead == null ? "" : Plain.level(lead));
        }
        html.cell(String.join(", ", judged)).markup("</tr>\n");
    }

    private static String roi(SourcingRow.Side side) {
        return side.roi() == null
                ? ""
                : Plain.percent(side.roi().value()) + ", " + PageWords.interval(side.roi(), Plain::percent);
    }
}
