package io.cultivar.metricsapi.access;

import io.cultivar.contract.Term;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param name of the key, or the subject of the token
 * @param kind how it is known
 * @param role what may be seen
 */
public record Visitor(String name, Kind kind, Role role) {

    /** How a visitor is known. */
    enum Kind implements Term {
        KEY("key"),
        SESSION("session"),
        TOKEN("token"),
        /** Nobody is asked for anything. */
        OPEN("open");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }

    /** Where nobody is asked who they are. */
    static final Visitor ANYBODY = new Visitor("anybody", Kind.OPEN, Role.ADMIN);

    private static final String ATTRIBUTE = "access-visitor";

    /** Remembers who asks, for the rest of the request. */
    void bind(Context context) {
        context.attribute(ATTRIBUTE, this);
    }

    /** Who asks; null where that is not known, or need not be. */
    public static @Nullable Visitor of(Context context) {
        return context.attribute(ATTRIBUTE);
    }

    /** Whether this visitor has signed in by the form, and so can sign out. */
    boolean isSignedIn() {
        return kind == Kind.SESSION;
    }

    /**
     * Checks that whoever asks may take results away as a file, or look at earlier ones.
     *
     * @throws Refused with 403 where not
     */
    public static void needForFile(Context context) {
        Visitor visitor = of(context);
        if (visitor == null) {
            throw new IllegalStateException("nobody has checked who asks for " + context.path());
        }
        visitor.need(Role.ANALYST);
    }

    /** For the top of a page: who has signed in, and where to sign out; nothing for anybody else. */
    public String signOutLink() {
        return isSignedIn()
                ? "<nav class=\"visitor\" aria-label=\"Visitor\"><a href=\"" + PathRoles.SIGN_IN + "\">"
                        + SignInPage.who(this) + ": sign out</a></nav>\n"
                : "";
    }

    void need(Role least) {
        if (!role.includes(least)) {
            throw Refused.role(this, least);
        }
    }
}
