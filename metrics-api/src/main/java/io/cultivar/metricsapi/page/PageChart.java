package io.cultivar.metricsapi.page;

import java.util.function.Consumer;

/**
 * A chart as the page has it: what it shows in words, the values that a script draws, and the same as a table. Without
 * scripts the words and the table are all there is, so they say everything.
 *
 * @param id of the section, unique on the page
 * @param kind which script draws it
 * @param title what it shows
 * @param summary what is to be seen, in one sentence
 * @param data what the script draws; in it everything that is said about a single mark is a sentence in {@code text}
 * @param open whether the table is shown at once
 * @param table writes the table
 */
record PageChart(
        String id, String kind, String title, String summary, Object data, boolean open, Consumer<Html> table) {

    void addTo(Html html, String heading) {
        html.markup("<section class=\"figure\" id=\"" + Html.escape(id) + "\">\n")
                .heading(heading, id + "-title", title)
                .markup("<p class=\"summary\" id=\"" + Html.escape(id) + "-summary\">")
                .text(summary)
                .markup("</p>\n<div class=\"chart\" data-chart=\"" + kind + "\" data-source=\"" + Html.escape(id)
                        + "-data\" data-title=\"" + Html.escape(id) + "-title\" data-summary=\"" + Html.escape(id)
                        + "-summary\"></div>\n")
                .data(id + "-data", data);
        addNumbers(html, title, open, table);
        html.markup("</section>\n");
    }

    /** A table that can be opened, of the numbers that a chart draws. */
    static void addNumbers(Html html, String title, boolean open, Consumer<Html> table) {
        html.markup(open ? "<details open>" : "<details>")
                .markup("<summary>The numbers of: ")
                .text(title)
                .markup("</summary>\n");
        table.accept(html);
        html.markup("</details>\n");
    }
}
