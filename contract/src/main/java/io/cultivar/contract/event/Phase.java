package io.cultivar.contract.event;

import io.cultivar.contract.Term;

/** When, relative to the training, an assessment was taken. */
public enum Phase implements Term {
    PRE("pre"),
    POST("post"),
    FOLLOW_UP("follow-up");

    private final String id;

    Phase(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
