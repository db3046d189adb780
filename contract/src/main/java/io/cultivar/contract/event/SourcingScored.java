package io.cultivar.contract.event;

import java.math.BigDecimal;

/**
 * Somebody judged a qualitative factor of making or buying training in a skill area.
 *
 * @param sourcing in-house or external
 * @param factor control, speed, expertise, flexibility, knowledge retention, data security, ...
 * @param score 0 (worst) to 1 (best)
 * @param author who judged
 * @param reason why
 */
public record SourcingScored(Sourcing sourcing, String factor, BigDecimal score, String author, String reason)
        implements EventData {

    static SourcingScored read(Fields data) {
        return new SourcingScored(
                data.oneOf("sourcing", Sourcing.class),
                data.name("factor"),
                data.decimal("score", "0", "1"),
                data.name("author"),
                data.text("reason"));
    }

    @Override
    public EventType type() {
        return EventType.SOURCING_SCORED;
    }
}
