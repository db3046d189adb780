package io.cultivar.metricsapi.page;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.Phase;
import io.cultivar.contract.event.Sourcing;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Decision;
import io.cultivar.contract.result.Interval;
import io.cultivar.metricsapi.explained.Plain;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/** The words of the page for what the results have terms for. */
final class PageWords {

    static final String WITHHELD = "Withheld: too few people stand behind it to be shown.";

    private static final int SIGNIFICANT_DIGITS = 3;
    private static final double WHOLE_FROM = 1_000;

    private PageWords() {}

    static String decision(Decision decision) {
        return switch (decision) {
            case EXPAND -> "Expand";
            case NOT_PROVEN_YET -> "Not proven yet";
            case STOP_OR_FIX -> "Stop or fix";
        };
    }

    static String arm(Arm arm) {
        return switch (arm) {
            case TREATMENT -> "Trained";
            case CONTROL -> "Control";
        };
    }

    static String phase(Phase phase) {
        return switch (phase) {
            case PRE -> "Before";
            case POST -> "After";
            case FOLLOW_UP -> "Follow-up";
        };
    }

    static String sourcing(Sourcing sourcing) {
        return switch (sourcing) {
            case IN_HOUSE -> "In-house";
            case EXTERNAL -> "External";
        };
    }

    /** Three significant digits, and no fewer than the whole units. */
    static String number(double value) {
        if (Math.abs(value) >= WHOLE_FROM) {
            return String.format(Locale.ROOT, "%,d", Math.round(value));
        }
        BigDecimal rounded =
                BigDecimal.valueOf(value).round(new MathContext(SIGNIFICANT_DIGITS, RoundingMode.HALF_EVEN));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** The interval that is shown, in words; where it holds for one look only, that too. Empty without one. */
    static String interval(@Nullable Bounded figure, DoubleFunction<String> words) {
        Interval shown = figure == null ? null : figure.shown();
        if (figure == null || shown == null) {
            return "";
        }
        return between(shown.lower(), shown.upper(), words) + (figure.alwaysValid() == null ? " (one look)" : "");
    }

    /** The same within a sentence, where a bracket may be around it. */
    static String bounds(@Nullable Bounded figure, DoubleFunction<String> words) {
        String interval = interval(figure, words);
        return interval.isEmpty()
                ? "no interval"
                : "95 % interval " + interval.replace(" (one look)", ", for one look");
    }

    static String between(double lower, double upper, DoubleFunction<String> words) {
        return words.apply(lower) + " to " + words.apply(upper);
    }

    /** A share of people with one decimal, as few leave; with its interval where it has one. */
    static String stayed(ShownFigure share) {
        Double lower = share.lower();
        Double upper = share.upper();
        return tenths(share.value())
                + (lower == null || upper == null ? "" : " (" + between(lower, upper, PageWords::tenths) + ")");
    }

    private static String tenths(double ratio) {
        return Plain.level(ratio * 100) + " %";
    }

    /** Services count a day to its last nanosecond; a reader wants the day. */
    static String day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }
}
