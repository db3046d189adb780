package io.cultivar.contract.event;

import io.cultivar.contract.Term;

/** How a participation ended. */
public enum CompletionStatus implements Term {
    COMPLETED("completed"),
    FAILED("failed"),
    WITHDRAWN("withdrawn");

    private final String id;

    CompletionStatus(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
