package io.cultivar.metricsapi;

import java.util.Optional;

/**
 * The built-in page: what training returned, every program's return in plain words, and where to ask for more. Plain
 * HTML, no scripts.
 */
final class Page {

    static final String STYLE_PATH = "/page.css";

    static final String STYLE = """
            :root { color-scheme: light dark; --faint: #595959; --line: #bbb; }
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 75rem; margin: 2rem auto; padding: 0 1rem; }
            p.headline { font-size: 1.2rem; }
            table { border-collapse: collapse; width: 100%; }
            th, td { text-align: left; vertical-align: top; padding: .4rem .8rem; border-bottom: 1px solid var(--line); }
            td { white-space: pre-line; }
            td.number, th.number { text-align: right; white-space: pre; }
            td.decision { white-space: pre; font-weight: bold; }
            tr.unproven { color: var(--faint); }
            p.note { color: var(--faint); }
            @media (prefers-color-scheme: dark) {
              :root { --faint: #a8a8a8; --line: #555; }
            }
            @media print {
              body { font-size: 10pt; max-width: none; margin: 0; }
              tr { break-inside: avoid; }
              nav { display: none; }
            }
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

    private static final String NOTES = """
            <p class="note">ROI is net benefit divided by the fully loaded cost. The 95 % intervals hold however often
            one looks; where too few people or too skewed values stand behind one, it is the fixed one for a single
            look. Expand: the whole interval is above zero and the evidence is graded A or B. Results of groups too
            small to be shown are withheld.</p>
            """;

    private Page() {}

    /** The page as HTML; everything that came from outside is escaped. */
    static String render(Optional<Snapshot> snapshot) {
        Html html = new Html().markup(HEAD);
        snapshot.ifPresentOrElse(
                known -> addResults(html, known),
                () -> html.markup("<p>Not ready: what was published has not been read completely yet.</p>\n"));
        html.markup("<nav>\n<h2>Ask for more</h2>\n<ul>\n");
        for (Dataset dataset : Dataset.values()) {
            addLink(html, dataset.path(), dataset.title());
        }
        addLink(html, OpenApi.PATH, "What can be asked, for machines (OpenAPI)");
        addLink(html, "/metrics", "The same for Prometheus");
        return html.markup("</ul>\n</nav>\n</body>\n</html>\n").toString();
    }

    private static void addResults(Html html, Snapshot snapshot) {
        Headline.of(snapshot)
                .forEach(sentence -> html.element("p", "headline", sentence).markup("\n"));
        PageTables.addPrograms(html, snapshot);
        html.markup(NOTES);
        PageTables.addProviders(html, snapshot);
        PageTables.addSkillGaps(html, snapshot);
    }

    private static void addLink(Html html, String path, String title) {
        html.markup("<li><a href=\"" + path + "\">" + path + "</a>: " + Html.escape(title) + "</li>\n");
    }
}
