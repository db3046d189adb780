package io.cultivar.contract.result;

import io.cultivar.contract.Term;

/** What the evidence says should be done, by a fixed rule on the always-valid interval and the grade. */
public enum Decision implements Term {
    /** The whole interval is on the good side and the grade is A or B. */
    EXPAND("expand"),
    /** The interval reaches across zero, there is none, or the evidence is too weak. */
    NOT_PROVEN_YET("not-proven-yet"),
    /** The whole interval is on the bad side, whatever the grade from C up. */
    STOP_OR_FIX("stop-or-fix");

    private final String id;

    Decision(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
