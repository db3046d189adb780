package io.cultivar.contract.event;

import io.cultivar.contract.Term;

/** Whose decision ended the employment. */
public enum LeavingKind implements Term {
    VOLUNTARY("voluntary"),
    INVOLUNTARY("involuntary"),
    OTHER("other");

    private final String id;

    LeavingKind(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
