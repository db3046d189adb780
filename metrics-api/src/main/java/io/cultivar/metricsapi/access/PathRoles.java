package io.cultivar.metricsapi.access;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The least role of each route. A test holds it against the server's routes; a route that is not in it is the admin's
 * alone. Some requests need more than their route says: see {@link Visitor#needForFile}.
 */
final class PathRoles {

    static final String METRICS = "/metrics";
    static final String AUDIT = "/v1/audit";
    static final String SIGN_IN = "/sign-in";
    static final String SIGN_OUT = "/sign-out";

    /** A table as a file has the role of the table; the format may need more. */
    private static final String FILE_SUFFIX = ".{format}";

    /** By route; empty where nothing is a result. */
    private static final Map<String, Optional<Role>> ROLES = new HashMap<>();

    static {
        open("/health/live", "/health/ready", "/health/history", "/page/{file}", SIGN_IN, SIGN_OUT);
        least(Role.SCRAPE, METRICS);
        least(
                Role.LEADER,
                "/",
                "/programs/{program}",
                "/v1/openapi.json",
                "/v1/programs",
                "/v1/programs/{program}",
                "/v1/effects",
                "/v1/staggered",
                "/v1/assessments",
                "/v1/feedback",
                "/v1/feedback/themes",
                "/v1/retention",
                "/v1/retention/curves",
                "/v1/retention/curves/points",
                "/v1/retention/comparisons",
                "/v1/costs",
                "/v1/costs/groups",
                "/v1/roi",
                "/v1/roi/portfolio",
                "/v1/roi/scenarios",
                "/v1/sourcing",
                "/v1/providers",
                "/v1/skills/gaps",
                "/v1/trends",
                "/v1/trends/differences",
                "/v1/data-quality");
        least(Role.ANALYST, "/v1/restatements", "/v1/exports/{dataset}", "/v1/exports/all.zip");
        least(Role.ADMIN, AUDIT);
    }

    private PathRoles() {}

    private static void open(String... routes) {
        for (String route : routes) {
            ROLES.put(route, Optional.empty());
        }
    }

    private static void least(Role role, String... routes) {
        for (String route : routes) {
            ROLES.put(route, Optional.of(role));
        }
    }

    /** Whether somebody has thought about this route. */
    static boolean isKnown(String route) {
        return ROLES.containsKey(table(route));
    }

    /** The least role; empty where anybody may ask. */
    static Optional<Role> least(String route) {
        return ROLES.getOrDefault(table(route), Optional.of(Role.ADMIN));
    }

    /** Every route that somebody has thought about. */
    static Set<String> routes() {
        return ROLES.keySet();
    }

    /** Whether a parameter may have slashes in it makes no difference here. */
    private static String table(String route) {
        String table = route.endsWith(FILE_SUFFIX) ? route.substring(0, route.length() - FILE_SUFFIX.length()) : route;
        return table.replace('<', '{').replace('>', '}');
    }
}
