package io.cultivar.metricsapi.page;

import io.cultivar.metricsapi.published.Snapshot;
import io.cultivar.metricsapi.rest.OpenApi;
import io.cultivar.metricsapi.tables.Dataset;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The built-in page: what training returned, every program's return in plain words, and where to ask for more. Sentences,
 * figures and tables are HTML; scripts only draw the charts.
 */
final class Page {

    static final String STYLE = PageResources.text("page.css");

    /** What Plot writes into each chart as a style element; a browser takes it by the hash of its text alone. */
    private static final String PLOT_STYLE = "'sha256-jSYQUrW7J0b3jPqhZP9C2Xh1PyJKHKXd4s0fpGGKrww='";

    /** What the pages may load: their own scripts, styles and answers, nothing else, and nothing inline. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self' " + PLOT_STYLE
            + "; script-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'";

    /** Where the pages' content starts. */
    static final String BODY = "<body>\n";

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <link rel="icon" href="/page/icon.svg" type="image/svg+xml">
            <link rel="stylesheet" href="/page/page.css">
            <script src="/page/lib/d3.min.js" defer></script>
            <script src="/page/lib/plot.umd.min.js" defer></script>
            <script src="/page/main.js" type="module"></script>
            </head>
            <body>
            """;

    private static final String NOTES = """
            <p class="note">ROI is net benefit divided by the fully loaded cost. The 95 % intervals hold however often
            one looks; where too few people or too skewed values stand behind one, it is the fixed one for a single
            look. Expand: the whole interval is above zero and the evidence is graded A or B. Results of groups too
            small to be shown are withheld.</p>
            """;

    static final String NOT_READY = "<p>Not ready: what was published has not been read completely yet.</p>\n";

    private Page() {}

    /** The page as HTML; everything that came from outside is escaped. */
    static String render(Optional<Snapshot> snapshot) {
        Html html = new Html();
        start(html, "Cultivar: what training returns");
        html.markup("<main>\n<h1>What training returns</h1>\n");
        snapshot.ifPresentOrElse(known -> addResults(html, known), () -> html.markup(NOT_READY));
        html.markup("</main>\n<nav aria-label=\"Ask for more\">\n<h2>Ask for more</h2>\n<ul>\n");
        for (Dataset dataset : Dataset.values()) {
            addLink(html, dataset.path(), dataset.title());
        }
        addLink(html, OpenApi.PATH, "What can be asked, for machines (OpenAPI)");
        addLink(html, "/metrics", "The same for Prometheus");
        return end(html.markup("</ul>\n</nav>\n"));
    }

    static void start(Html html, String title) {
        html.markup(HEAD.formatted(Html.escape(title)));
    }

    static String end(Html html) {
        return html.markup("</body>\n</html>\n").toString();
    }

    private static void addResults(Html html, Snapshot snapshot) {
        Headline.of(snapshot)
                .forEach(sentence ->
                        html.element("p", "headline", Html.unbroken(sentence)).markup("\n"));
        PageTiles.addCompany(html, snapshot);
        html.element("p", "note", Headline.dates(snapshot)).markup("\n");
        Headline.caveats(snapshot)
                .forEach(caveat -> html.element("p", "note", caveat).markup("\n"));
        ReturnsChart.of(snapshot).addTo(html, "h2");
        html.markup(NOTES);
        Stream.of(SourcingChart.of(snapshot), ProviderChart.of(snapshot), SkillGapChart.of(snapshot))
                .flatMap(charts -> charts)
                .forEach(chart -> chart.addTo(html, "h2"));
        DataQualityStrip.addTo(html, snapshot);
    }

    private static void addLink(Html html, String path, String title) {
        html.markup("<li><a href=\"" + path + "\">" + path + "</a>: " + Html.escape(title) + "</li>\n");
    }
}
