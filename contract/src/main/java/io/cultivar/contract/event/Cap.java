package io.cultivar.contract.event;

import static io.cultivar.contract.event.RejectionReason.INVALID_VALUE;

import java.math.BigDecimal;

/** A fixed, declared bound on single values, against outliers. */
public record Cap(BigDecimal min, BigDecimal max) {

    /** The value, or the end of the cap that it lies beyond. */
    public BigDecimal clamp(BigDecimal value) {
        return value.max(min).min(max);
    }

    static Cap read(Fields cap) {
        var result = new Cap(cap.decimal("min"), cap.decimal("max"));
        if (result.min.compareTo(result.max) >= 0) {
            throw cap.invalid(INVALID_VALUE, "max", "max must be greater than min");
        }
        return result;
    }
}
