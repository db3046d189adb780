package io.cultivar.metricsapi.tables;

import io.cultivar.contract.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which rows a request asks for, and how: the wanted values of each parameter that was given. */
public record Filter(Map<Parameter, List<String>> wanted) {

    /** Nothing in particular. */
    public static final Filter ALL = new Filter(Map.of());

    /** A comma that stands in a value has a backslash before it. */
    private static final String BETWEEN = "(?<!\\\\),";

    public Filter {
        wanted = Map.copyOf(wanted);
    }

    /**
     * The filter that a query string makes.
     *
     * @throws Problem.Found where a parameter is unknown or repeated, or cannot have such a value
     */
    public static Filter read(Map<String, List<String>> query, List<Parameter> allowed) {
        Map<Parameter, List<String>> wanted = new EnumMap<>(Parameter.class);
        new TreeMap<>(query).forEach((name, values) -> {
            Parameter parameter = allowed.stream()
                    .filter(candidate -> candidate.id().equals(name))
                    .findFirst()
                    .orElseThrow(() -> Problem.unknownParameter(
                            name, allowed.stream().map(Parameter::id).toList()));
            if (values.size() != 1) {
                throw Problem.repeatedParameter(name);
            }
            wanted.put(parameter, split(parameter, values.get(0)));
        });
        return new Filter(wanted);
    }

    private static List<String> split(Parameter parameter, String value) {
        List<String> values = parameter.isList()
                ? Arrays.stream(value.split(BETWEEN, -1))
                        .map(item -> item.replace("\\,", ","))
                        .toList()
                : List.of(value);
        values.forEach(parameter::check);
        return values;
    }

    /** Whether a row with this value of the parameter, null for none, is asked for. */
    boolean accepts(Parameter parameter, @Nullable Object value) {
        List<String> asked = wanted.get(parameter);
        return asked == null || (value != null && asked.contains(text(value)));
    }

    private static String text(Object value) {
        return value instanceof Term term ? term.id() : value.toString();
    }

    /** The only value of a parameter; empty where it was not given. */
    public Optional<String> value(Parameter parameter) {
        return list(parameter).stream().findFirst();
    }

    /** The instant that a parameter names; of a day, its beginning (UTC). */
    Optional<Instant> beginning(Parameter parameter) {
        return value(parameter).map(text -> instant(text, 0));
    }

    /** The same, but of a day its last nanosecond. */
    public Optional<Instant> end(Parameter parameter) {
        return value(parameter).map(text -> instant(text, 1));
    }

    private static Instant instant(String text, int days) {
        return Parameter.isDate(text)
                // Instants reach further than days: after the last day that there is comes one more.
                ? LocalDate.parse(text)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .plus(days, ChronoUnit.DAYS)
                        .minusNanos(days)
                : Instant.parse(text);
    }

    /** Whether something that was published then is in the half-open range that is asked for. */
    boolean coversPublication(Instant published) {
        return beginning(Parameter.SINCE)
                        .map(since -> !published.isBefore(since))
                        .orElse(true)
                && beginning(Parameter.UNTIL).map(published::isBefore).orElse(true);
    }

    /** The values of a parameter; empty where it was not given. */
    List<String> list(Parameter parameter) {
        return wanted.getOrDefault(parameter, List.of());
    }

    /** Whether a period that begins on this day is in the half-open range that is asked for. */
    boolean covers(LocalDate start) {
        return value(Parameter.FROM)
                        .map(LocalDate::parse)
                        .map(from -> !start.isBefore(from))
                        .orElse(true)
                && value(Parameter.TO)
                        .map(LocalDate::parse)
                        .map(start::isBefore)
                        .orElse(true);
    }

    /** Whether numbers that reach down to this, null where that is unknown, are asked for. */
    boolean acceptsLower(@Nullable Double lower) {
        return value(Parameter.LOWER_ABOVE)
                .map(Double::parseDouble)
                .map(least -> lower != null && lower > least)
                .orElse(true);
    }
}
