package io.cultivar.metricsapi;

import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Interval;
import io.cultivar.contract.result.ProgramResult;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The built-in page: every program's return in plain words, and where to ask for more. Plain HTML, no scripts. */
final class Page {

    static final String STYLE_PATH = "/page.css";

    static final String STYLE = """
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
            table { border-collapse: collapse; width: 100%; }
            th, td { text-align: left; vertical-align: top; padding: .4rem .8rem; border-bottom: 1px solid #bbb; }
            tr.unproven { color: #595959; }
            td.number, th.number { text-align: right; white-space: nowrap; }
            """;

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Cultivar: what training returns</title>
            <link rel="stylesheet" href="%s">
            </head>
            <body>
            <h1>What training returns</h1>
            """.formatted(STYLE_PATH);

    private static final String TABLE_HEAD = """
            <table>
            <thead>
            <tr><th>Program</th><th class="number">ROI</th><th class="number">95 % interval</th><th>State</th></tr>
            </thead>
            <tbody>
            """;

    private static final String NOTES = """
            </tbody>
            </table>
            <p>ROI is net benefit divided by the fully loaded cost. The intervals are fixed 95 % intervals; cost and
            unit values are taken as known. Results of groups too small to be shown are withheld.</p>
            """;

    private Page() {}

    /** The page as HTML; everything that came from outside is escaped. */
    static String render(Optional<Snapshot> snapshot) {
        StringBuilder html = new StringBuilder(HEAD);
        snapshot.ifPresentOrElse(
                known -> addPrograms(html, known),
                () -> html.append("<p>Not ready: what was published has not been read completely yet.</p>\n"));
        html.append("<h2>Ask for more</h2>\n<ul>\n");
        for (Dataset dataset : Dataset.values()) {
            addLink(html, dataset.path(), dataset.title());
        }
        addLink(html, "/metrics", "The same for Prometheus");
        return html.append("</ul>\n</body>\n</html>\n").toString();
    }

    private static void addPrograms(StringBuilder html, Snapshot snapshot) {
        html.append("<p>")
                .append(snapshot.programs().size())
                .append(" programs, as of ")
                .append(escape(asOf(snapshot)))
                .append(".</p>\n")
                .append(TABLE_HEAD);
        snapshot.programs().forEach(program -> addProgram(html, program));
        html.append(NOTES);
    }

    private static String asOf(Snapshot snapshot) {
        Instant asOf = snapshot.asOf();
        if (asOf != null) {
            // Services count a day to its last nanosecond; a reader wants the day.
            return asOf.atOffset(ZoneOffset.UTC).toLocalDate().toString();
        }
        return snapshot.pipeline() == null ? "no date yet" : "a date that is still being applied";
    }

    private static void addProgram(StringBuilder html, ProgramResult program) {
        String title = ProgramFacts.title(program);
        Bounded roi = program.returns().roi();
        html.append(ProgramState.isUnproven(program) ? "<tr class=\"unproven\"><td>" : "<tr><td>")
                .append(escape(title == null ? program.program() : title))
                .append("</td><td class=\"number\">")
                .append(roi == null ? "" : percent(roi.value()))
                .append("</td><td class=\"number\">")
                .append(roi == null ? "" : interval(roi.shown()))
                .append("</td><td>")
                .append(escape(ProgramState.of(program)))
                .append("</td></tr>\n");
    }

    private static String interval(@Nullable Interval shown) {
        return shown == null ? "" : percent(shown.lower()) + " to " + percent(shown.upper());
    }

    private static void addLink(StringBuilder html, String path, String title) {
        html.append("<li><a href=\"")
                .append(path)
                .append("\">")
                .append(path)
                .append("</a>: ")
                .append(escape(title))
                .append("</li>\n");
    }

    private static String percent(double ratio) {
        return String.format(Locale.ROOT, "%,d %%", Math.round(ratio * 100));
    }

    static String escape(@Nullable String text) {
        return text == null
                ? ""
                : text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&#39;");
    }
}
