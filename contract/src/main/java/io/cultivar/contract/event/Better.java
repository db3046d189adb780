package io.cultivar.contract.event;

import io.cultivar.contract.Term;

/** Which direction of a metric is an improvement. */
public enum Better implements Term {
    HIGHER("higher"),
    LOWER("lower");

    private final String id;

    Better(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
