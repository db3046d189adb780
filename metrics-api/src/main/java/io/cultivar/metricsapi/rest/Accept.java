package io.cultivar.metricsapi.rest;

import io.cultivar.metricsapi.tables.Problem;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a request wants to be answered with (RFC 9110, 12.5.1).
 *
 * @param ranges each media range that it names
 */
public record Accept(List<Range> ranges) {

    /**
     * One media range.
     *
     * @param type such as {@code text}, or an asterisk for all
     * @param subtype such as {@code csv}, or an asterisk for all
     * @param quality how much it is wanted, 0 (not at all) to 1
     */
    public record Range(String type, String subtype, double quality) {

        private static final String ALL = "*";

        private boolean matches(String mediaType) {
            String[] parts = mediaType.split("/", 2);
            return (type.equals(ALL) || type.equals(parts[0])) && (subtype.equals(ALL) || subtype.equals(parts[1]));
        }

        /** The more it says, the more it counts. */
        private int precision() {
            return (type.equals(ALL) ? 0 : 1) + (subtype.equals(ALL) ? 0 : 1);
        }
    }

    private static final String QUALITY = "q=";

    public Accept {
        ranges = List.copyOf(ranges);
    }

    /** Reads the values of the header, none for anything; what is no media range is passed over. */
    public static Accept read(List<String> headers) {
        List<String> items = headers.stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
        return items.isEmpty()
                ? new Accept(List.of(new Range(Range.ALL, Range.ALL, 1)))
                : new Accept(
                        items.stream().flatMap(item -> range(item).stream()).toList());
    }

    private static Optional<Range> range(String item) {
        String[] parts = item.toLowerCase(Locale.ROOT).split(";", -1);
        String[] names = parts[0].strip().split("/", -1);
        if (names.length != 2) {
            return Optional.empty();
        }
        double quality = Arrays.stream(parts)
                .skip(1)
                .map(String::strip)
                .filter(parameter -> parameter.startsWith(QUALITY))
                .findFirst()
                .map(parameter -> number(parameter.substring(QUALITY.length())))
                .orElse(1.0);
        return Optional.of(new Range(names[0], names[1], quality));
    }

    /** What is no number is not wanted. */
    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /**
     * The most wanted of the formats that there are, the first of those wanted as much.
     *
     * @throws Problem.Found where none is wanted
     */
    Format choose(List<Format> offered) {
        return offered.stream()
                .filter(format -> quality(format.mediaType()) > 0)
                // The first of equals: max would take the last.
                .min(Comparator.comparingDouble(format -> -quality(format.mediaType())))
                .orElseThrow(() -> Problem.notAcceptable(
                        offered.stream().map(Format::mediaType).toList()));
    }

    /**
     * How much a media type is wanted, 0 (not at all) to 1, as the most precise range says that it is in. Parameters such as a
     * version are passed over: of ranges that differ by these only, the one that is wanted most counts.
     */
    public double quality(String mediaType) {
        return ranges.stream()
                .filter(range -> range.matches(mediaType))
                .max(Comparator.comparingInt(Range::precision).thenComparingDouble(Range::quality))
                .map(Range::quality)
                .orElse(0.0);
    }
}
