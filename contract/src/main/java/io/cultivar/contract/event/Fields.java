package io.cultivar.contract.event;

import static io.cultivar.contract.event.RejectionReason.INVALID_VALUE;
import static io.cultivar.contract.event.RejectionReason.MISSING_FIELD;
import static io.cultivar.contract.event.RejectionReason.OUT_OF_RANGE;
import static io.cultivar.contract.event.RejectionReason.TOO_LARGE;
import static io.cultivar.contract.event.RejectionReason.WRONG_TYPE;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Term;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.PeriodDuration;

/** The fields of one JSON object, read with the checks that every event shares; null counts as absent. */
final class Fields {

    /** Longest identifier: of an event, a program, a metric. */
    static final int MAX_NAME_LENGTH = 200;

    /** Longest id of an event; at the door it is {@link #MAX_NAME_LENGTH}. */
    static final int MAX_EVENT_ID_LENGTH = 4_096;

    /** Longest free text. */
    static final int MAX_TEXT_LENGTH = 10_000;

    /** Most members of a list. */
    static final int MAX_MEMBERS = 100;

    /** Most digits before the decimal point: |value| < 1e15. */
    static final int MAX_INTEGER_DIGITS = 15;

    /** Most digits behind the decimal point. */
    static final int MAX_DECIMALS = 18;

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final JsonNode object;
    private final String pointer;

    Fields(JsonNode object, String pointer) {
        this.object = object;
        this.pointer = pointer;
    }

    InvalidEventException invalid(RejectionReason reason, String field, String message) {
        return new InvalidEventException(reason, pointer + "/" + field, message);
    }

    private @Nullable JsonNode find(String field) {
        JsonNode value = object.get(field);
        return value == null || value.isNull() ? null : value;
    }

    private <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw invalid(MISSING_FIELD, field, field + " is required");
        }
        return value;
    }

    boolean has(String field) {
        return find(field) != null;
    }

    @Nullable
    String optionalText(String field) {
        JsonNode value = find(field);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            throw invalid(WRONG_TYPE, field, field + " must be a text");
        }
        return checkedText(field, value.textValue());
    }

    private String checkedText(String field, String text) {
        // Half a surrogate pair has no UTF-8: in a key it would turn into a question mark and meet others.
        if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw invalid(INVALID_VALUE, field, field + " must be well-formed Unicode");
        }
        if (text.length() > MAX_TEXT_LENGTH) {
            throw invalid(
                    TOO_LARGE, field, field + " has " + text.length() + " characters; the limit is " + MAX_TEXT_LENGTH);
        }
        return text;
    }

    String text(String field) {
        return required(field, optionalText(field));
    }

    /** The id of an event; behind the door it may hold pseudonyms, which are long. */
    String eventId(String field) {
        return required(field, optionalName(field, MAX_EVENT_ID_LENGTH));
    }

    /** A text that names something: not blank, no control characters, of bounded length. */
    @Nullable
    String optionalName(String field) {
        return optionalName(field, MAX_NAME_LENGTH);
    }

    private @Nullable String optionalName(String field, int maxLength) {
        String name = optionalText(field);
        return name == null ? null : checkedName(field, name, maxLength);
    }

    private String checkedName(String field, String name, int maxLength) {
        if (name.isBlank() || name.chars().anyMatch(Character::isISOControl)) {
            throw invalid(INVALID_VALUE, field, field + " must not be blank or hold control characters");
        }
        if (name.length() > maxLength) {
            throw invalid(TOO_LARGE, field, field + " has " + name.length() + " characters; the limit is " + maxLength);
        }
        return name;
    }

    String name(String field) {
        return required(field, optionalName(field));
    }

    @Nullable
    Boolean optionalFlag(String field) {
        JsonNode value = find(field);
        if (value == null) {
            return null;
        }
        if (!value.isBoolean()) {
            throw invalid(WRONG_TYPE, field, field + " must be true or false");
        }
        return value.booleanValue();
    }

    /** A decimal, kept exactly as written: a JSON number, or a text that holds one. */
    @Nullable
    BigDecimal optionalDecimal(String field) {
        JsonNode value = find(field);
        if (value == null) {
            return null;
        }
        BigDecimal decimal;
        if (value.isNumber()) {
            decimal = value.decimalValue();
        } else if (value.isTextual()) {
            decimal = parse(field, value.textValue(), "a decimal number", BigDecimal::new);
        } else {
            throw invalid(WRONG_TYPE, field, field + " must be a number, or a text that holds one");
        }
        // Compared by its integer digits: an exponent like 1e999999999 must never be expanded.
        long integerDigits = (long) decimal.precision() - decimal.scale();
        if (decimal.signum() != 0 && integerDigits > MAX_INTEGER_DIGITS) {
            throw invalid(OUT_OF_RANGE, field, field + " must lie between -1e15 and 1e15");
        }
        if (decimal.scale() > MAX_DECIMALS) {
            throw invalid(OUT_OF_RANGE, field, field + " may have at most " + MAX_DECIMALS + " decimals");
        }
        return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
    }

    BigDecimal decimal(String field) {
        return required(field, optionalDecimal(field));
    }

    @Nullable
    BigDecimal optionalDecimal(String field, String least, String most) {
        BigDecimal decimal = optionalDecimal(field);
        if (decimal != null
                && (decimal.compareTo(new BigDecimal(least)) < 0 || decimal.compareTo(new BigDecimal(most)) > 0)) {
            throw invalid(OUT_OF_RANGE, field, field + " must lie between " + least + " and " + most);
        }
        return decimal;
    }

    BigDecimal decimal(String field, String least, String most) {
        return required(field, optionalDecimal(field, least, most));
    }

    @Nullable
    Integer optionalWhole(String field, int least, int most) {
        BigDecimal decimal = optionalDecimal(field, Integer.toString(least), Integer.toString(most));
        if (decimal == null) {
            return null;
        }
        if (decimal.stripTrailingZeros().scale() > 0) {
            throw invalid(INVALID_VALUE, field, field + " must be a whole number");
        }
        return decimal.intValue();
    }

    <T extends Enum<T> & Term> @Nullable T optionalOneOf(String field, Class<T> vocabulary) {
        String id = optionalText(field);
        if (id == null) {
            return null;
        }
        return Term.find(vocabulary, id)
                .orElseThrow(() -> invalid(
                        INVALID_VALUE, field, field + " must be one of " + String.join(", ", Term.ids(vocabulary))));
    }

    <T extends Enum<T> & Term> T oneOf(String field, Class<T> vocabulary) {
        return required(field, optionalOneOf(field, vocabulary));
    }

    @Nullable
    Instant optionalInstant(String field) {
        String text = optionalText(field);
        if (text == null) {
            return null;
        }
        Instant instant = parse(
                field,
                text,
                "an RFC 3339 date-time with an offset, such as 2026-03-31T09:00:00Z",
                value -> OffsetDateTime.parse(value).toInstant());
        if (instant.isBefore(EARLIEST) || !instant.isBefore(LATEST)) {
            throw invalid(OUT_OF_RANGE, field, field + " must lie between 1900-01-01 and 2200-01-01");
        }
        return instant;
    }

    Instant instant(String field) {
        return required(field, optionalInstant(field));
    }

    @Nullable
    LocalDate optionalDate(String field) {
        String text = optionalText(field);
        return text == null ? null : parse(field, text, "a date such as 2026-03-31", Fields::date);
    }

    /** A year has four digits: LocalDate would take a sign and more. */
    private static LocalDate date(String text) {
        if (text.startsWith("+") || text.startsWith("-")) {
            throw new DateTimeException("a year with a sign: " + text);
        }
        return LocalDate.parse(text);
    }

    /** A length of working time, such as {@code PT6H30M}; not negative. */
    @Nullable
    Duration optionalDuration(String field) {
        String text = optionalText(field);
        if (text == null) {
            return null;
        }
        Duration duration = parse(field, text, "an ISO 8601 duration such as PT6H", Duration::parse);
        if (duration.isNegative() || duration.compareTo(Duration.ofDays(3660)) > 0) {
            throw invalid(OUT_OF_RANGE, field, field + " must lie between PT0S and ten years");
        }
        return duration;
    }

    /** A stretch of the calendar, such as {@code P1Y} or {@code P90D}; not negative. */
    @Nullable
    PeriodDuration optionalPeriod(String field) {
        String text = optionalText(field);
        if (text == null) {
            return null;
        }
        PeriodDuration period = parse(field, text, "an ISO 8601 duration such as P90D", PeriodDuration::parse);
        boolean negative =
                period.getPeriod().isNegative() || period.getDuration().isNegative();
        if (negative || Calendar.approximateDays(period).compareTo(BigDecimal.valueOf(36_600)) > 0) {
            throw invalid(OUT_OF_RANGE, field, field + " must lie between P0D and P100Y");
        }
        return period;
    }

    PeriodDuration period(String field) {
        return required(field, optionalPeriod(field));
    }

    /** As {@link #period}, and longer than nothing. */
    PeriodDuration positivePeriod(String field) {
        PeriodDuration period = period(field);
        if (period.isZero()) {
            throw invalid(OUT_OF_RANGE, field, field + " must be longer than nothing");
        }
        return period;
    }

    @Nullable
    Fields optionalObject(String field) {
        JsonNode value = find(field);
        if (value == null) {
            return null;
        }
        if (!value.isObject()) {
            throw invalid(WRONG_TYPE, field, field + " must be a JSON object");
        }
        return new Fields(value, pointer + "/" + field);
    }

    Fields object(String field) {
        return required(field, optionalObject(field));
    }

    /** A list of objects; an absent list is an empty one. */
    List<Fields> objects(String field) {
        List<Fields> members = new ArrayList<>();
        for (JsonNode member : members(field)) {
            String at = field + "/" + members.size();
            if (!member.isObject()) {
                throw invalid(WRONG_TYPE, at, "each of " + field + " must be a JSON object");
            }
            members.add(new Fields(member, pointer + "/" + at));
        }
        return members;
    }

    /** A list of names; an absent list is an empty one. */
    List<String> names(String field) {
        List<String> names = new ArrayList<>();
        for (JsonNode member : members(field)) {
            String at = field + "/" + names.size();
            if (!member.isTextual()) {
                throw invalid(WRONG_TYPE, at, "each of " + field + " must be a text");
            }
            names.add(checkedName(at, checkedText(at, member.textValue()), MAX_NAME_LENGTH));
        }
        return names;
    }

    private Iterable<JsonNode> members(String field) {
        JsonNode value = find(field);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw invalid(WRONG_TYPE, field, field + " must be a JSON array");
        }
        if (value.size() > MAX_MEMBERS) {
            throw invalid(TOO_LARGE, field, field + " has " + value.size() + " members; the limit is " + MAX_MEMBERS);
        }
        return value;
    }

    private <T> T parse(String field, String text, String form, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (DateTimeException | NumberFormatException | ArithmeticException e) {
            throw invalid(INVALID_VALUE, field, field + " must be " + form);
        }
    }
}
