package io.cultivar.metricsapi.access;

import org.jspecify.annotations.Nullable;

/** The page where a browser signs in and out; without scripts. */
final class SignInPage {

    /** Its own style, its own form, nothing else. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self'; img-src 'self';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <link rel="icon" href="/page/icon.svg" type="image/svg+xml">
            <link rel="stylesheet" href="/page/page.css">
            </head>
            <body>
            <main>
            <h1>%s</h1>
            %s</main>
            </body>
            </html>
            """;

    private static final String FORM = """
            <form class="sign-in" method="post" action="/sign-in">
            <p>Cultivar shows what training returns. Whoever runs this server has given you a key; it opens the results for ten
            hours in this browser.</p>
            %s<p><label for="key">Key</label>
            <input id="key" name="key" type="password" required autocomplete="current-password" spellcheck="false"%s></p>
            <input type="hidden" name="next" value="%s">
            <p><button type="submit">Sign in</button></p>
            </form>
            """;

    private static final String NO_FORM = """
            <p>Results are shown to those who come by way of your organisation's sign-in; this address has none of its
            own. Ask whoever runs the server for the right one.</p>
            """;

    private static final String SIGN_OUT = """
            <form class="sign-in" method="post" action="/sign-out">
            <p><button type="submit">Sign out</button></p>
            </form>
            <p><a href="/">What training returns</a></p>
            """;

    private SignInPage() {}

    /**
     * Asks for a key.
     *
     * @param next where to go then
     * @param fault what was wrong with the last one; null at first
     * @param byKey whether there are keys at all
     */
    static String form(String next, @Nullable String fault, boolean byKey) {
        String alert =
                fault == null ? "" : "<p id=\"fault\" class=\"fault\" role=\"alert\">" + escape(fault) + "</p>\n";
        String field = fault == null ? " autofocus" : " aria-invalid=\"true\" aria-describedby=\"fault\" autofocus";
        return page("Sign in", byKey ? FORM.formatted(alert, field, escape(next)) : alert + NO_FORM);
    }

    /** Says who has signed in, and lets them sign out. */
    static String signedIn(Visitor visitor) {
        return page("Signed in", "<p>You are " + who(visitor) + ".</p>\n" + SIGN_OUT);
    }

    /** Says what a visitor lacks. */
    static String forbidden(String detail, boolean canSignOut) {
        return page(
                "Not for your role",
                "<p role=\"alert\">" + escape(detail) + "</p>\n"
                        + (canSignOut ? SIGN_OUT : "<p><a href=\"/\">What training returns</a></p>\n"));
    }

    /** Name and role. */
    static String who(Visitor visitor) {
        return escape(visitor.name()) + " (" + visitor.role().id() + ')';
    }

    private static String page(String title, String content) {
        return PAGE.formatted("Cultivar: " + title, title, content);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
