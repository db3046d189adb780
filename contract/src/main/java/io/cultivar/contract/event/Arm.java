package io.cultivar.contract.event;

import io.cultivar.contract.Term;

/** The comparison a person belongs to by intention to treat: the first assignment decides, for good. */
public enum Arm implements Term {
    /** Offered the program. */
    TREATMENT("treatment"),
    /** Not offered the program (yet): what would have happened without it. */
    CONTROL("control");

    private final String id;

    Arm(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
