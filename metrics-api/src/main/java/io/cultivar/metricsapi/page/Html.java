package io.cultivar.metricsapi.page;

import io.cultivar.contract.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** HTML while it is being written; whatever is given as text is escaped. */
final class Html {

    private static final Pattern UNIT_BEFORE = Pattern.compile("\\b([A-Z]{3}) (-?\\d)");
    private static final Pattern UNIT_AFTER = Pattern.compile("(\\d) %");

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

    /** Text in which no line ends between a number and its unit. */
    static String unbroken(String text) {
        return UNIT_AFTER
                .matcher(UNIT_BEFORE.matcher(text).replaceAll("$1\u00a0$2"))
                .replaceAll("$1\u00a0%");
    }

    /** A heading with an id that other elements name it by. */
    Html heading(String name, String id, String text) {
        return markup("<" + name + " id=\"" + escape(id) + "\">").text(text).markup("</" + name + ">\n");
    }

    Html text(@Nullable String text) {
        return markup(escape(text));
    }

    Html link(String path, String text) {
        return markup("<a href=\"" + escape(path) + "\">").text(text).markup("</a>");
    }

    Html cell(@Nullable String text) {
        return element("td", "", text);
    }

    Html number(@Nullable String text) {
        return element("td", "number", text);
    }

    /** Values for the scripts: no script itself, and with nothing in it that could end the element. */
    Html data(String id, Object value) {
        String json = new String(Json.write(value), StandardCharsets.UTF_8);
        return markup("<script type=\"application/json\" id=\"" + escape(id) + "\">")
                .markup(json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))
                .markup("</script>\n");
    }

    /**
     * The head of a table; a column whose name starts with {@code #} holds numbers. Wide tables scroll in themselves, by
     * keyboard too.
     */
    Html tableHead(String name, String... columns) {
        markup("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" + escape(name) + "\">\n");
        html.append("<table>\n<thead>\n<tr>");
        for (String column : columns) {
            boolean number = column.startsWith("#");
            html.append(number ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">")
                    .append(escape(number ? column.substring(1) : column))
                    .append("</th>");
        }
        html.append("</tr>\n</thead>\n<tbody>\n");
        return this;
    }

    Html tableEnd() {
        return markup("</tbody>\n</table>\n</div>\n");
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

    /** A name as a part of a path; a slash in it stays one. */
    static String pathPart(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
