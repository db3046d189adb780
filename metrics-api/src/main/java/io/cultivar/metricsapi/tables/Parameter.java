package io.cultivar.metricsapi.tables;

import io.cultivar.contract.Term;
import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.CostCategory;
import io.cultivar.contract.event.Respondent;
import io.cultivar.contract.event.Sourcing;
import io.cultivar.contract.result.ChangeCause;
import io.cultivar.contract.result.Decision;
import io.cultivar.contract.result.Grade;
import io.cultivar.contract.result.PublishedFigure;
import io.cultivar.metricsapi.published.RestatementRow;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Every parameter that a table may take: what it is, and what it may be. */
public enum Parameter implements Term {
    PROGRAM("program", "Only rows of the programs with these ids.", "negotiation", Kind.LIST),
    METRIC("metric", "Only rows about these metrics.", "sales", Kind.LIST),
    ARM("arm", "Only rows of these arms.", "treatment", Term.ids(Arm.class)),
    KIND("kind", "Only effects of these kinds.", "simple", Term.ids(StaggeredRow.Kind.class)),
    SKILL("skill", "Only rows about these skills.", "haggling", Kind.LIST),
    SKILL_AREA("skillArea", "Only rows about these skill areas.", "sales", Kind.LIST),
    PROVIDER("provider", "Only rows about these providers.", "acme", Kind.LIST),
    GROUP("group", "Only rows about these departments or roles.", "sales", Kind.LIST),
    CURRENCY("currency", "Only rows in these currencies.", "EUR", Kind.LIST),
    SOURCING("sourcing", "Only programs that are sourced so.", "external", Term.ids(Sourcing.class)),
    RESPONDENT("respondent", "Only what these respondents said.", "learner", Term.ids(Respondent.class)),
    THEME("theme", "Only these themes.", "pace", Kind.LIST),
    CATEGORY("category", "Only costs of these categories.", "provider-fees", Term.ids(CostCategory.class)),
    GRADE("grade", "Only evidence of these grades: A,B for B or better.", "A,B", Term.ids(Grade.class)),
    DECISION("decision", "Only rows with these decisions.", "expand", Term.ids(Decision.class)),
    HORIZON("horizonDays", "Only rows about this many days.", "180", Kind.COUNTS),
    LOWER_ABOVE(
            "lowerAbove",
            "Only rows whose shown interval, turned so that more is better, lies above this number as a whole.",
            "0",
            Kind.NUMBER),
    MISSED_TARGET("missedTarget", "Only rows where a target was missed, or none was.", "true", Kind.FLAG),
    FROM("from", "Only periods that begin on this day (UTC) or later.", "2026-01-01", Kind.DATE),
    TO("to", "Only periods that begin before this day (UTC).", "2027-01-01", Kind.DATE),
    BUCKET(
            "bucket",
            "How long the periods are, month where it is not given. Weeks exist of metrics that are defined per less than"
                    + " a month; finest is the shortest that each metric has.",
            "month",
            Kind.WORD,
            Trends.BUCKETS),
    TIMEZONE(
            "timezone",
            "Whose calendar the periods follow. Results are summed up by days of UTC, which cannot be cut anew.",
            "UTC",
            Kind.WORD,
            List.of("UTC")),
    GROUP_BY(
            "groupBy",
            "What costs are added up by, beside the currency; all of them where it is not given.",
            "category,provider,quarter",
            CostGroups.KEYS),
    SORT("sort", "The order, falling where it begins with a minus.", "-meanGap", Kind.WORD, SkillGaps.ORDERS),
    FIGURE("figure", "Only changes of these figures.", "roi", Term.ids(PublishedFigure.class)),
    CAUSE("cause", "Only changes that these kinds of input caused.", "correction", Term.ids(ChangeCause.class)),
    CHANGE(
            "change",
            "Restatements change what had been said; updates only add to it.",
            "restatement",
            Term.ids(RestatementRow.Change.class)),
    SINCE("since", "Only what was published at this time, or on this day (UTC), or later.", "2026-04-01", Kind.INSTANT),
    UNTIL("until", "Only what was published before this time, or this day (UTC).", "2026-07-01", Kind.INSTANT),
    AS_OF(
            "asOf",
            "What was published at this time; of a day, at its end (UTC). The newest where it is not given.",
            "2026-04-01",
            Kind.INSTANT),
    LIMIT("limit", "The most rows to answer with.", "100", Kind.COUNT),
    CURSOR("cursor", "Where to go on: the cursor in next of the answer before.", "", Kind.CURSOR);

    /** The most rows of one answer, and how many it has where nobody says. */
    public static final int MOST_ROWS = 5_000;

    /** What a parameter may be. */
    public enum Kind {
        /** Any values, between commas. */
        LIST,
        /** Words of a closed vocabulary, between commas. */
        WORDS,
        /** One word of a closed vocabulary. */
        WORD,
        /** A day such as 2026-01-31. */
        DATE,
        /** Such a day, or an instant such as 2026-01-31T12:00:00Z. */
        INSTANT,
        /** A decimal number. */
        NUMBER,
        /** {@code true} or {@code false}. */
        FLAG,
        /** A number from 1 to {@link #MOST_ROWS}. */
        COUNT,
        /** Whole numbers from 1 on, between commas. */
        COUNTS,
        /** What an answer gave. */
        CURSOR
    }

    private final String id;
    private final String description;
    private final String example;
    private final Kind kind;
    private final List<String> words;

    Parameter(String id, String description, String example, Kind kind, List<String> words) {
        this.id = id;
        this.description = description;
        this.example = example;
        this.kind = kind;
        this.words = List.copyOf(words);
    }

    Parameter(String id, String description, String example, Kind kind) {
        this(id, description, example, kind, kind == Kind.FLAG ? List.of("true", "false") : List.of());
    }

    Parameter(String id, String description, String example, List<String> words) {
        this(id, description, example, Kind.WORDS, words);
    }

    @Override
    public String id() {
        return id;
    }

    /** What it does, in one sentence or two. */
    public String description() {
        return description;
    }

    /** A value that the sample answers. */
    public String example() {
        return example;
    }

    /** What it may be. */
    public Kind kind() {
        return kind;
    }

    /** The closed vocabulary; empty where there is none. */
    public List<String> words() {
        return words;
    }

    /** Whether several values may stand between commas. */
    public boolean isList() {
        return kind == Kind.LIST || kind == Kind.WORDS || kind == Kind.COUNTS;
    }

    /**
     * Refuses a single value that this cannot be.
     *
     * @throws Problem.Found with what is allowed
     */
    void check(String value) {
        if (!isAllowed(value)) {
            throw Problem.invalidValue(id, value, allowed());
        }
    }

    private boolean isAllowed(String value) {
        return switch (kind) {
            case LIST, CURSOR -> !value.isEmpty();
            case WORDS, WORD, FLAG -> words.contains(value);
            case DATE -> isDate(value);
            case INSTANT -> isDate(value) || isInstant(value);
            case NUMBER -> isNumber(value);
            case COUNT -> isCount(value) && Integer.parseInt(value) <= MOST_ROWS;
            case COUNTS -> isCount(value);
        };
    }

    private static boolean isCount(String value) {
        return value.matches("[1-9][0-9]{0,5}");
    }

    /** Whether this is a day, such as 2026-01-31. */
    static boolean isDate(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isInstant(String value) {
        try {
            Instant.parse(value);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isNumber(String value) {
        try {
            return Double.isFinite(new BigDecimal(value).doubleValue());
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private List<String> allowed() {
        return switch (kind) {
            case LIST -> List.of("values between commas, none empty");
            case WORDS, WORD, FLAG -> words;
            case DATE -> List.of("a day such as 2026-01-31");
            case INSTANT -> List.of("a day such as 2026-01-31", "an instant such as 2026-01-31T12:00:00Z");
            case NUMBER -> List.of("a number such as 0.5");
            case COUNT -> List.of("a number from 1 to " + MOST_ROWS);
            case COUNTS -> List.of("numbers from 1 to 999999 between commas, such as 90,180");
            case CURSOR -> List.of("the cursor of an answer to the same question");
        };
    }
}
