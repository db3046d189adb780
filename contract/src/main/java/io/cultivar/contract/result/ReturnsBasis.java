package io.cultivar.contract.result;

import io.cultivar.contract.Term;

/** What tells the part of the change that the program caused. */
public enum ReturnsBasis implements Term {
    /** The change of people without the program. */
    CONTROL_GROUP("control-group"),
    /** A declared share of the change, times the confidence in it (Phillips): an estimate, no measurement. */
    ISOLATION_ESTIMATE("isolation-estimate");

    private final String id;

    ReturnsBasis(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
