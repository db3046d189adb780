package io.cultivar.oracle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Random choices, decimals in every way of writing them, and times that like to fall on borders. */
final class RandomValues {

    static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
    private static final long SECONDS_OF_18_MONTHS = Duration.ofDays(546).toSeconds();
    private static final List<Instant> MONTH_ENDS = List.of(
            Instant.parse("2025-07-31T00:00:00Z"),
            Instant.parse("2025-08-31T12:00:00Z"),
            Instant.parse("2025-08-31T23:59:59.999999999Z"),
            Instant.parse("2025-10-31T09:30:00Z"),
            Instant.parse("2025-11-30T00:00:00Z"),
            Instant.parse("2025-12-31T23:59:59Z"));

    private final SplittableRandom random;

    RandomValues(SplittableRandom random) {
        this.random = random;
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    int upTo(int most) {
        return random.nextInt(most + 1);
    }

    @SafeVarargs
    final <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Some time within the 18 months; whole seconds, midnights and nanoseconds. */
    Instant time() {
        long seconds = random.nextLong(SECONDS_OF_18_MONTHS);
        return switch (random.nextInt(4)) {
            case 0 -> FIRST.plusSeconds(seconds - seconds % 86_400);
            case 1 -> FIRST.plusSeconds(seconds).plusNanos(random.nextInt(1_000_000_000));
            default -> FIRST.plusSeconds(seconds);
        };
    }

    /** An index date in the middle of the 18 months, often at the end of a month. */
    Instant indexTime() {
        return chance(0.5) ? oneOf(MONTH_ENDS) : FIRST.plus(Duration.ofHours(24 * 150 + random.nextInt(24 * 200)));
    }

    /** A decimal of any magnitude and sign, at most 15 digits before the point and 18 behind it. */
    String decimal() {
        String text = switch (random.nextInt(12)) {
            case 0 -> (1 + random.nextInt(999)) + "e-15";
            case 1 -> String.format(Locale.ROOT, "0.%018d", random.nextLong(1_000_000_000_000_000_000L));
            case 2 -> random.nextLong(900_000_000_000_000L) + "." + random.nextInt(1_000);
            case 3 -> "900000000000000";
            case 4 -> random.nextInt(100) + ".500000000000";
            case 5 -> (1 + random.nextInt(9)) + "." + random.nextInt(100) + "E+" + (3 + random.nextInt(9));
            case 6 -> random.nextInt(9) + "e2";
            case 7 -> oneOf("0", "0.00", "0e5");
            default -> small();
        };
        return chance(0.15) ? "-" + text : text;
    }

    /** A harmless decimal of up to three decimals. */
    String small() {
        return BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(4)).toPlainString();
    }

    /** A share between 0 and 1. */
    String share() {
        return oneOf("0", "1", "1.000", "0.5", "1e-15", "0." + (100 + random.nextInt(900)), "0.333333333333333333");
    }

    /** Puts a decimal as a JSON number or as a text, digit for digit. */
    void put(ObjectNode node, String field, String decimal) {
        if (chance(0.3)) {
            node.put(field, decimal);
        } else {
            node.putRawValue(field, new RawValue(decimal));
        }
    }
}
