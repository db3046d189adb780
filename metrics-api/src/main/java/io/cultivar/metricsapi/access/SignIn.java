package io.cultivar.metricsapi.access;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lets browsers in by a form, and out again. A session is a cookie that only this site's own pages send. */
final class SignIn {

    static final String COOKIE = "cultivar_session";

    private static final String HTML = "text/html; charset=utf-8";

    /** A place on this server; two slashes at the start would lead to another. */
    private static final Pattern PLACE = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,2000}");

    private final @Nullable AccessKeys keys;
    private final @Nullable Sessions sessions;
    private final Refusals refusals;

    SignIn(@Nullable AccessKeys keys, @Nullable Sessions sessions, Refusals refusals) {
        this.keys = keys;
        this.sessions = sessions;
        this.refusals = refusals;
    }

    /** Whose session this request belongs to. */
    Optional<Visitor> session(Context context) {
        String cookie = context.cookie(COOKIE);
        return cookie == null || sessions == null ? Optional.empty() : sessions.find(cookie);
    }

    /** GET of the form, or of who has signed in. */
    void show(Context context) {
        answer(
                context,
                HttpStatus.OK,
                session(context)
                        .map(SignInPage::signedIn)
                        .orElseGet(() -> SignInPage.form(place(context.queryParam("next")), null, keys != null)));
    }

    /** POST of the form. */
    void enter(Context context) {
        refuseOtherSites(context);
        if (keys == null || sessions == null) {
            answer(context, HttpStatus.NOT_FOUND, SignInPage.form("/", "Nobody can sign in with a key here.", false));
            return;
        }
        String next = place(context.formParam("next"));
        String key = Optional.ofNullable(context.formParam("key")).orElse("").strip();
        Optional<AccessKeys.Entry> entry = keys.find(key);
        if (entry.isEmpty()) {
            HttpStatus status = refusals.count(context) ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNAUTHORIZED;
            String fault = status == HttpStatus.UNAUTHORIZED
                    ? "This is not one of the keys. Copy all of it, from cultivar_ on."
                    : "Too many wrong keys came from your address. Wait a minute.";
            answer(context, status, SignInPage.form(next, fault, true));
            return;
        }
        if (!entry.get().role().includes(Role.LEADER)) {
            answer(context, HttpStatus.FORBIDDEN, SignInPage.form(next, "This key is for Prometheus alone.", true));
            return;
        }
        new Visitor(entry.get().name(), Visitor.Kind.KEY, entry.get().role()).bind(context);
        setCookie(context, sessions.start(entry.get()), Sessions.LENGTH.toSeconds());
        context.header("Location", next).header("Cache-Control", "no-store").status(HttpStatus.SEE_OTHER);
    }

    /** POST of the button that ends a session. */
    void leave(Context context) {
        refuseOtherSites(context);
        session(context).ifPresent(visitor -> visitor.bind(context));
        setCookie(context, "", 0);
        context.header("Location", PathRoles.SIGN_IN)
                .header("Cache-Control", "no-store")
                .status(HttpStatus.SEE_OTHER);
    }

    /** Browsers say where a form stands; one of another site must neither sign somebody in nor out. */
    private static void refuseOtherSites(Context context) {
        String site = context.header("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            throw Refused.crossSite();
        }
    }

    private static void setCookie(Context context, String value, long seconds) {
        boolean secure = context.scheme().equals("https") || "https".equals(context.header("X-Forwarded-Proto"));
        context.header(
                "Set-Cookie",
                COOKIE + '=' + value + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Strict"
                        + (secure ? "; Secure" : ""));
    }

    /** Answers a refusal with a page: the form where signing in may help, else what is lacking. */
    void refuse(Context context, Refused refused) {
        boolean known = Visitor.of(context) != null;
        String page = refused.status() == Refused.UNAUTHORIZED
                ? SignInPage.form(place(asked(context)), null, keys != null)
                : SignInPage.forbidden(
                        refused.body().detail(), known && session(context).isPresent());
        answer(context, HttpStatus.forStatus(refused.status()), page);
    }

    /** Where this request wanted to go. */
    private static String asked(Context context) {
        String query = context.queryString();
        return query == null ? context.path() : context.path() + '?' + query;
    }

    private static String place(@Nullable String next) {
        return next != null && PLACE.matcher(next).matches() ? next : "/";
    }

    private static void answer(Context context, HttpStatus status, String page) {
        context.status(status)
                .header("Content-Security-Policy", SignInPage.CONTENT_SECURITY_POLICY)
                .header("Cache-Control", "no-store")
                .contentType(HTML)
                .result(page);
    }
}
