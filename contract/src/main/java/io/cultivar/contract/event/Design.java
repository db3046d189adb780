package io.cultivar.contract.event;

import io.cultivar.contract.Term;

/** How people came into their arm; what a difference between the arms can be trusted for depends on it. */
public enum Design implements Term {
    /** By lot. */
    RANDOMIZED("randomized"),
    /** Controls picked to resemble the treated. */
    MATCHED("matched"),
    /** Controls are treated later. */
    WAITLIST("waitlist"),
    /** People chose for themselves. */
    SELF_SELECTED("self-selected");

    private final String id;

    Design(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
