package io.cultivar.metricsapi.explained;

import io.cultivar.contract.result.Interval;
import io.cultivar.contract.result.Reason;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as people write them; never a minus zero. */
public final class Plain {

    private Plain() {}

    /** In whole percent. */
    public static String percent(double ratio) {
        return String.format(Locale.ROOT, "%,d %%", Math.round(ratio * 100));
    }

    /** Both ends in whole percent; nothing where there is no interval. */
    public static String percent(@Nullable Interval interval) {
        return interval == null ? "" : percent(interval.lower()) + " to " + percent(interval.upper());
    }

    /** Without decimals; without a currency, where that is null. */
    public static String money(@Nullable String currency, double amount) {
        String digits = String.format(Locale.ROOT, "%,d", Math.round(amount));
        return currency == null ? digits : currency + ' ' + digits;
    }

    /** Both ends as money. */
    public static String money(String currency, Interval interval) {
        return money(currency, interval.lower()) + " to " + money(currency, interval.upper());
    }

    /** With one decimal. */
    public static String level(double level) {
        return String.format(Locale.ROOT, "%.1f", Math.round(level * 10) / 10.0);
    }

    /** A number of things, which are named in the singular and in the plural. */
    public static String count(long number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }

    /** The reasons, one sentence after the other. */
    public static String sentences(List<Reason> reasons) {
        return String.join(" ", reasons.stream().map(Reason::explanation).toList());
    }
}
