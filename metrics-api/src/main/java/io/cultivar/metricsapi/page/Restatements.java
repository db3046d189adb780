package io.cultivar.metricsapi.page;

import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.PublishedFigure;
import io.cultivar.metricsapi.explained.Plain;
import io.cultivar.metricsapi.published.RestatementRow;
import io.cultivar.metricsapi.published.Snapshot;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was said before and is said otherwise now, in words. */
final class Restatements {

    private static final int SHOWN = 10;

    private Restatements() {}

    /** How many published figures were restated, and when the last time; updates, which only add, do not count. */
    static String summary(Snapshot snapshot) {
        long restated = snapshot.earlier().restated().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        if (restated == 0) {
            return "No published figure has been said otherwise since.";
        }
        String last = snapshot.earlier().changes().stream()
                .filter(row -> row.change() == RestatementRow.Change.RESTATEMENT)
                .max(Comparator.comparing(RestatementRow::published))
                .map(row -> ", the last on " + PageWords.day(row.published()) + " because of " + causes(row))
                .orElse("");
        return Plain.count(restated, "published figure has", "published figures have") + " been said otherwise since"
                + last + ".";
    }

    /** The newest of a program; nothing where none of its figures was restated, or they are withheld by now. */
    static void addTable(Html html, Snapshot snapshot, ProgramResult program) {
        List<RestatementRow> rows = snapshot.restatements()
                .filter(row -> row.change() == RestatementRow.Change.RESTATEMENT)
                .filter(row -> program.program().equals(row.program()) && row.withheld() == null)
                .sorted(Comparator.comparing(RestatementRow::published).reversed())
                .limit(SHOWN)
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        html.heading("h2", "restated", "What was said otherwise before")
                .tableHead("What was said otherwise before", "Restated on", "Figure", "#Before", "#Then", "Because of");
        for (RestatementRow row : rows) {
            html.markup("<tr>")
                    .cell(PageWords.day(row.published()))
                    .cell(figure(row))
                    .number(value(row, row.before()))
                    .number(value(row, row.now()))
                    .cell(causes(row))
                    .markup("</tr>\n");
        }
        html.tableEnd();
    }

    private static String causes(RestatementRow row) {
        return row.causes().stream().map(cause -> cause.id().replace('-', ' ')).collect(Collectors.joining(", "));
    }

    private static String figure(RestatementRow row) {
        String name = row.figure().id().replace('-', ' ');
        return row.about() == null ? name : name + ", " + row.about();
    }

    private static String value(RestatementRow row, @Nullable Bounded figure) {
        if (figure == null) {
            return "no longer published";
        }
        String value = words(row.figure(), row.about(), figure.value());
        String interval = PageWords.interval(figure, amount -> words(row.figure(), row.about(), amount));
        return interval.isEmpty() ? value : value + "\n" + interval;
    }

    private static String words(PublishedFigure figure, @Nullable String about, double value) {
        return switch (figure) {
            case ROI, PORTFOLIO_ROI, ASSESSMENT_GAIN, RETENTION_DIFFERENCE -> Plain.percent(value);
            case COST, BENEFIT, PORTFOLIO_COST, PORTFOLIO_BENEFIT -> Plain.money(about, value);
            case EFFECT -> EffectTable.signed(value);
        };
    }
}
