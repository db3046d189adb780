package io.cultivar.contract.event;

import static io.cultivar.contract.event.RejectionReason.INVALID_VALUE;
import static io.cultivar.contract.event.RejectionReason.OUT_OF_RANGE;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * The score of an assessment: either {@code raw} on a scale from {@code min} to {@code max}, or {@code scaled}. Where both
 * are given, raw decides: senders do not agree on the scale of {@code scaled}.
 *
 * @param raw points reached
 * @param min fewest points possible; 0 where not told
 * @param max most points possible
 * @param scaled share of the scale, 0 to 1
 */
public record Score(
        @Nullable BigDecimal raw,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable BigDecimal scaled) {

    static Score read(Fields score) {
        BigDecimal raw = score.optionalDecimal("raw");
        if (raw == null) {
            return new Score(null, null, null, score.decimal("scaled", "0", "1"));
        }
        BigDecimal min = score.has("min") ? score.decimal("min") : BigDecimal.ZERO;
        BigDecimal max = score.decimal("max");
        if (max.compareTo(min) <= 0) {
            throw score.invalid(INVALID_VALUE, "max", "max must be greater than min");
        }
        if (raw.compareTo(min) < 0 || raw.compareTo(max) > 0) {
            throw score.invalid(OUT_OF_RANGE, "raw", "raw must lie between min and max");
        }
        return new Score(raw, min, max, null);
    }

    /** The share of the scale that was reached, 0 to 1; a quotient is rounded once, to 34 digits. */
    public BigDecimal fraction() {
        if (raw == null || max == null) {
            return scaled == null ? BigDecimal.ZERO : scaled;
        }
        BigDecimal least = min == null ? BigDecimal.ZERO : min;
        return raw.subtract(least).divide(max.subtract(least), MathContext.DECIMAL128);
    }
}
