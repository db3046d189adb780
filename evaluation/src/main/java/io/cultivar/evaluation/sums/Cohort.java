package io.cultivar.evaluation.sums;

import io.cultivar.contract.Term;

/** How a person belongs to a program, as far as their own events tell. */
public enum Cohort implements Term {
    /** First assigned to the treatment arm. */
    TREATMENT("treatment"),
    /** First assigned to the control arm. */
    CONTROL("control"),
    /** Never assigned, but enrolled: chose for themselves. */
    ENROLLED("enrolled"),
    /** Neither: took a test or completed a course of the program all the same. */
    NONE("none");

    private final String id;

    Cohort(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
