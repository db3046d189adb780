package io.cultivar.contract.event;

import io.cultivar.contract.Term;

/** Who delivers the training. */
public enum Sourcing implements Term {
    IN_HOUSE("in-house"),
    EXTERNAL("external");

    private final String id;

    Sourcing(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
