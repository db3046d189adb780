package io.cultivar.metricsapi.access;

import io.cultivar.contract.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.router.Endpoint;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before every route: finds out who asks, lets through who may, and records it. Who is not let through never
 * reaches what answers.
 */
public final class Access {

    /** Where the newest lines of the audit log are. */
    public static final String AUDIT_PATH = PathRoles.AUDIT;

    /** The cookie of whoever has signed in. */
    public static final String SESSION_COOKIE = SignIn.COOKIE;

    private static final Logger LOG = LoggerFactory.getLogger(Access.class);
    private static final String PROBLEM = "application/problem+json";
    private static final String BEARER = "bearer ";

    /** What an answer that nobody gets must not leave behind. */
    private static final List<String> HEADERS_OF_RESULTS = List.of(
            "ETag", "Link", "Content-Disposition", "Cultivar-Publication", "Cultivar-As-Of", "Location", "Set-Cookie");

    private final AccessConfig config;
    private final InstantSource clock;
    private final Refusals refusals;
    private final SignIn signIn;
    private final @Nullable Tokens tokens;
    private final @Nullable AuditLog audit;

    /**
     * Gets ready to stand before the routes.
     *
     * @throws IllegalStateException where it could not be recorded who asks
     */
    public Access(AccessConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
        this.refusals = new Refusals(clock);
        AccessKeys keys = config.keys();
        String secret = config.sessionSecret();
        Sessions sessions = keys == null || secret == null ? null : new Sessions(Sessions.secret(secret), keys, clock);
        this.signIn = new SignIn(keys, sessions, refusals);
        this.tokens = config.oidc() == null ? null : new Tokens(config.oidc());
        this.audit = config.asks() || config.auditFile() != null ? new AuditLog(config.auditFile()) : null;
    }

    /** Says in the log who may come in. */
    public void announce(String host) {
        if (config.open()) {
            LOG.warn(
                    "CULTIVAR_ACCESS=open: whoever reaches {} may see and export everything. Is there something in front"
                            + " of it that knows its visitors?",
                    host);
        } else if (config.asks()) {
            AccessKeys keys = config.keys();
            LOG.info(
                    "access for {} keys{}",
                    keys == null ? 0 : keys.size(),
                    config.oidc() == null
                            ? ""
                            : " and tokens of " + config.oidc().issuer());
        } else {
            LOG.info("open to this machine alone");
        }
    }

    /** Puts itself before the routes, and adds its own. */
    public void install(RoutesConfig routes) {
        routes.beforeMatched(this::admit);
        routes.after(this::record);
        for (HandlerType method : List.of(HandlerType.GET, HandlerType.HEAD)) {
            routes.addHttpHandler(method, PathRoles.SIGN_IN, signIn::show);
        }
        routes.addHttpHandler(HandlerType.POST, PathRoles.SIGN_IN, signIn::enter);
        routes.addHttpHandler(HandlerType.POST, PathRoles.SIGN_OUT, signIn::leave);
        routes.exception(Refused.class, this::refuse);
    }

    private void admit(Context context) {
        // What is not known as a route is nobody's but the admin's.
        Optional<Role> least = PathRoles.least(route(context).orElse(""));
        if (least.isEmpty()) {
            return;
        }
        Visitor visitor = visitor(context);
        visitor.bind(context);
        visitor.need(least.get());
        if (visitor.isSignedIn() && context.method().equals(HandlerType.POST) && !isJson(context)) {
            throw Refused.noJson();
        }
    }

    private static boolean isJson(Context context) {
        String type = context.contentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("application/json");
    }

    private static Optional<String> route(Context context) {
        Endpoint endpoint = context.endpoints().matchedHttpEndpoint();
        return endpoint == null ? Optional.empty() : Optional.of(endpoint.path);
    }

    private Visitor visitor(Context context) {
        if (!config.asks()) {
            if (!config.open() && !Loopback.isHeader(context.header("Host"))) {
                throw Refused.foreignHost();
            }
            return Visitor.ANYBODY;
        }
        String authorization = context.header("Authorization");
        if (authorization == null) {
            return signIn.session(context).orElseThrow(Refused::nobody);
        }
        String credential = authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? authorization.substring(BEARER.length()).strip()
                : "";
        try {
            return tokens != null && Tokens.looksLikeOne(credential) ? tokens.check(credential) : byKey(credential);
        } catch (Refused refused) {
            if (refused.status() == Refused.UNAUTHORIZED && refusals.count(context)) {
                throw Refused.tooMany();
            }
            throw refused;
        }
    }

    private Visitor byKey(String key) {
        AccessKeys keys = config.keys();
        return Optional.ofNullable(keys)
                .flatMap(known -> known.find(key))
                .map(entry -> new Visitor(entry.name(), Visitor.Kind.KEY, entry.role()))
                .orElseThrow(() -> Refused.unknown("The header Authorization holds no key that is known here."));
    }

    private void record(Context context) {
        Optional<String> route = route(context).filter(Access::isRecorded);
        if (audit == null || route.isEmpty() || Refusals.isOneOfMany(context)) {
            return;
        }
        Visitor visitor = Visitor.of(context);
        if (isRoutine(route.get(), visitor, context)) {
            return;
        }
        try {
            audit.write(AuditEntry.of(context, route.get(), visitor, clock.instant()));
        } catch (UncheckedIOException e) {
            LOG.error("the audit log cannot be written, so nothing is answered", e);
            throw Refused.noAudit();
        }
    }

    /** What has a least role, and who came in and went out. */
    private static boolean isRecorded(String route) {
        return PathRoles.least(route).isPresent()
                || route.equals(PathRoles.SIGN_IN)
                || route.equals(PathRoles.SIGN_OUT);
    }

    /** Prometheus comes 17,280 times a day, and reads the same each time; and a form has no results in it. */
    private static boolean isRoutine(String route, @Nullable Visitor visitor, Context context) {
        if (context.statusCode() >= HttpStatus.MULTIPLE_CHOICES.getCode()) {
            return false;
        }
        return switch (route) {
            case PathRoles.METRICS -> visitor != null && visitor.role() == Role.SCRAPE;
            case PathRoles.SIGN_IN -> !context.method().equals(HandlerType.POST);
            default -> false;
        };
    }

    /** The newest lines of the audit log, oldest first; nothing where nothing is recorded. */
    public byte[] newestAudit() {
        return audit == null ? new byte[0] : audit.newest();
    }

    /** The least role that a route needs, as it is written; nobody is asked at some. */
    public static String leastRole(String route) {
        return PathRoles.least(route).map(Role::id).orElse("");
    }

    private void refuse(Refused refused, Context context) {
        HEADERS_OF_RESULTS.forEach(context::removeHeader);
        // With it goes its charset, which JSON has none of.
        context.res().setContentType(null);
        int status = refused.status();
        if (status == Refused.UNAUTHORIZED) {
            boolean tried = context.header("Authorization") != null;
            context.header(
                    "WWW-Authenticate", "Bearer realm=\"cultivar\"" + (tried ? ", error=\"invalid_token\"" : ""));
        } else if (status == Refused.TOO_MANY) {
            context.header("Retry-After", Long.toString(Attempts.WINDOW.toSeconds()));
        }
        if (wantsPage(context)) {
            signIn.refuse(context, refused);
        } else {
            context.status(status)
                    .header("Cache-Control", "no-store")
                    .contentType(PROBLEM)
                    .result(Json.write(refused.body()));
        }
    }

    /** Browsers name HTML when somebody follows a link; programs do not. */
    private static boolean wantsPage(Context context) {
        String accept = context.header("Accept");
        return accept != null && accept.contains("text/html");
    }
}
