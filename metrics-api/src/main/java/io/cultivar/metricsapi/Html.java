package io.cultivar.metricsapi;

import org.jspecify.annotations.Nullable;

/** HTML while it is being written; whatever is given as text is escaped. */
final class Html {

    private final StringBuilder html = new StringBuilder();

    /** Takes over markup of our own as it is. */
    Html markup(String markup) {
        html.append(markup);
        return this;
    }

    /** An element that holds text; no class where that is empty. */
    Html element(String name, String kind, @Nullable String text) {
        html.append('<').append(name);
        if (!kind.isEmpty()) {
            html.append(" class=\"").append(kind).append('"');
        }
        html.append('>').append(escape(text)).append("</").append(name).append('>');
        return this;
    }

    Html cell(@Nullable String text) {
        return element("td", "", text);
    }

    Html number(@Nullable String text) {
        return element("td", "number", text);
    }

    /** The head of a table; a column whose name starts with {@code #} holds numbers. */
    Html tableHead(String... columns) {
        html.append("<table>\n<thead>\n<tr>");
        for (String column : columns) {
            boolean number = column.startsWith("#");
            element("th", number ? "number" : "", number ? column.substring(1) : column);
        }
        html.append("</tr>\n</thead>\n<tbody>\n");
        return this;
    }

    Html tableEnd() {
        return markup("</tbody>\n</table>\n");
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

    @Override
    public String toString() {
        return html.toString();
    }
}
