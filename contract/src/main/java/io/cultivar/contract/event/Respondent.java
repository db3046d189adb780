package io.cultivar.contract.event;

import io.cultivar.contract.Term;

/** Who gave the feedback. */
public enum Respondent implements Term {
    LEARNER("learner"),
    MANAGER("manager"),
    CUSTOMER("customer");

    private final String id;

    Respondent(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
