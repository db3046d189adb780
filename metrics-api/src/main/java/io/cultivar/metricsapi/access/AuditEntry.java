package io.cultivar.metricsapi.access;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who asked for what: one line of the audit log. No result is in it, no key, and no more of the request than says which
 * results it was about.
 *
 * @param time when it was answered
 * @param action read, export, sign-in or sign-out
 * @param who name of the key or subject of the token; absent where that is not known
 * @param known how: key, session, token, open
 * @param role of whoever asked
 * @param address where the request came from; behind a proxy, the proxy
 * @param method of HTTP
 * @param path the route, not what was put in its place
 * @param about which program, metric, table or format was asked for
 * @param parameters names of the query's parameters
 * @param format media type of the answer
 * @param status of HTTP: 401 and 403 were denied
 * @param publication which state of all results
 * @param rows how many rows were answered, where it was a table
 */
public record AuditEntry(
        Instant time,
        String action,
        @Nullable String who,
        Visitor.@Nullable Kind known,
        @Nullable Role role,
        String address,
        String method,
        String path,
        Map<String, String> about,
        List<String> parameters,
        @Nullable String format,
        int status,
        @Nullable String publication,
        @Nullable Integer rows) {

    private static final String ROWS = "audit-rows";
    private static final String PUBLICATION = "Cultivar-Publication";
    private static final Set<String> FILTERS = Set.of("program", "metric", "asOf");
    private static final Set<String> FILES = Set.of("text/csv", "application/x-ndjson", "application/zip");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,31}");
    private static final int LONGEST = 200;
    private static final int MOST_PARAMETERS = 20;

    /** Says how many rows an answer has. */
    public static void rows(Context context, int rows) {
        context.attribute(ROWS, rows);
    }

    /** What a request came to. */
    static AuditEntry of(Context context, String route, @Nullable Visitor visitor, Instant time) {
        boolean good = context.statusCode() < 300;
        String format = context.res().getContentType();
        String type = format == null ? null : format.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return new AuditEntry(
                time,
                action(route, type),
                visitor == null ? null : shortened(visitor.name()),
                visitor == null ? null : visitor.kind(),
                visitor == null ? null : visitor.role(),
                context.ip(),
                context.method().name(),
                route,
                about(context, route),
                context.queryParamMap().keySet().stream()
                        .map(name -> NAME.matcher(name).matches() ? name : "?")
                        .sorted()
                        .limit(MOST_PARAMETERS)
                        .toList(),
                type,
                context.statusCode(),
                context.res().getHeader(PUBLICATION),
                good ? context.attribute(ROWS) : null);
    }

    private static String action(String route, @Nullable String type) {
        return switch (route) {
            case PathRoles.SIGN_IN -> "sign-in";
            case PathRoles.SIGN_OUT -> "sign-out";
            default -> route.startsWith("/v1/exports/") || FILES.contains(String.valueOf(type)) ? "export" : "read";
        };
    }

    private static Map<String, String> about(Context context, String route) {
        Map<String, String> about = new TreeMap<>();
        Stream.of("program", "dataset", "format")
                .filter(name -> route.contains('{' + name + '}') || route.contains('<' + name + '>'))
                .forEach(name -> about.put(name, shortened(context.pathParam(name))));
        FILTERS.forEach(name ->
                Optional.ofNullable(context.queryParam(name)).ifPresent(value -> about.put(name, shortened(value))));
        return about;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
