package io.cultivar.contract.event;

import java.math.BigDecimal;

/**
 * How much of a change without a control group is credited to the program (Phillips): the share attributed to it times
 * the confidence in that share.
 */
public record Isolation(BigDecimal factor, BigDecimal confidence) {

    static Isolation read(Fields isolation) {
        return new Isolation(isolation.decimal("factor", "0", "1"), isolation.decimal("confidence", "0", "1"));
    }
}
