package io.cultivar.metricsapi.access;

import java.io.Serial;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ends the handling of a request that may not be answered. */
public final class Refused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int FORBIDDEN = 403;
    private static final int MISDIRECTED = 421;
    private static final int UNSUPPORTED = 415;
    private static final int UNAVAILABLE = 503;
    private static final String AUTHORIZATION = "Authorization";

    static final int UNAUTHORIZED = 401;
    static final int TOO_MANY = 429;

    private final transient Body body;

    /**
     * What is said about it (RFC 9457), in the form that all problems have.
     *
     * @param type what kind of problem, for machines
     * @param title the same, for people
     * @param status HTTP status
     * @param detail what it was in this request
     * @param parameter the header that is to blame
     * @param allowed what would have been allowed instead
     */
    public record Body(
            String type,
            String title,
            int status,
            String detail,
            @Nullable String parameter,
            @Nullable List<String> allowed) {}

    private Refused(
            String kind,
            String title,
            int status,
            String detail,
            @Nullable String header,
            @Nullable List<String> allowed) {
        super(title);
        this.body = new Body("urn:cultivar:problem:" + kind, title, status, detail, header, allowed);
    }

    /** What is said about each of those that a description of the server tells of. */
    public static Map<String, Body> examples() {
        Visitor leader = new Visitor("anna", Visitor.Kind.KEY, Role.LEADER);
        return Map.of(
                "NotSignedIn", nobody().body(),
                "RoleNeeded", role(leader, Role.ANALYST).body(),
                "TooManyAttempts", tooMany().body(),
                "NotJson", noJson().body());
    }

    /** What is said about it. */
    Body body() {
        return body;
    }

    int status() {
        return body.status();
    }

    /** Nothing says who asks. */
    static Refused nobody() {
        return new Refused(
                "not-signed-in",
                "Not signed in",
                UNAUTHORIZED,
                "Send a key or a token as Authorization: Bearer ..., or sign in at " + PathRoles.SIGN_IN + '.',
                AUTHORIZATION,
                null);
    }

    /** A key that there is not, or a token that does not hold. */
    static Refused unknown(String why) {
        return new Refused("not-accepted", "Not accepted", UNAUTHORIZED, why, AUTHORIZATION, null);
    }

    /** Known, but not allowed to. */
    static Refused role(Visitor visitor, Role least) {
        return new Refused(
                "role-needed",
                "Another role is needed",
                FORBIDDEN,
                "This needs the role " + least.id() + "; " + visitor.name() + " has the role "
                        + visitor.role().id() + '.',
                AUTHORIZATION,
                least.orMore());
    }

    static Refused withoutRole(String name) {
        return new Refused(
                "role-needed",
                "Another role is needed",
                FORBIDDEN,
                "The token of " + name + " gives none of the roles here.",
                AUTHORIZATION,
                Role.SCRAPE.orMore());
    }

    static Refused crossSite() {
        return new Refused(
                "cross-site", "From another site", FORBIDDEN, "A page of another site has sent this.", null, null);
    }

    /** Too many that were not accepted. */
    static Refused tooMany() {
        return new Refused(
                "too-many-attempts",
                "Too many attempts",
                TOO_MANY,
                "Too many wrong keys or tokens came from your address. Wait a minute.",
                AUTHORIZATION,
                null);
    }

    static Refused foreignHost() {
        return new Refused(
                "foreign-host",
                "Not the name of this machine",
                MISDIRECTED,
                "Without access keys this answers only to localhost, so that no web page elsewhere can ask it.",
                "Host",
                List.of("localhost", "127.0.0.1", "[::1]"));
    }

    static Refused noJson() {
        return new Refused(
                "no-json",
                "Not JSON",
                UNSUPPORTED,
                "Send it as application/json, which no form of another site can.",
                "Content-Type",
                List.of("application/json"));
    }

    static Refused noIssuer() {
        return new Refused(
                "issuer-away",
                "The issuer is away",
                UNAVAILABLE,
                "The keys of whoever issued the token cannot be had now. Try again.",
                null,
                null);
    }

    static Refused noAudit() {
        return new Refused(
                "audit-log-broken",
                "Nothing can be recorded",
                UNAVAILABLE,
                "Nothing is answered while the audit log cannot be written. Its operator must mend that.",
                null,
                null);
    }
}
