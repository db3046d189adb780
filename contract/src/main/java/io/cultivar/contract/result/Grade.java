package io.cultivar.contract.result;

import io.cultivar.contract.Term;

/** How strong the evidence for an effect is. */
public enum Grade implements Term {
    /** Randomized, few lost, enough people. */
    A("A"),
    /** A control group that was not drawn by lot, all guards pass. */
    B("B"),
    /** A control group with a failed or missing guard, or few people. */
    C("C"),
    /** Before and after only, with a declared isolation estimate. */
    D("D"),
    /** Descriptive. */
    E("E");

    private final String id;

    Grade(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
