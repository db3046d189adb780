package io.cultivar.contract.result;

import io.cultivar.contract.Term;

/** Who stands for what would have happened without the program in a staggered roll-out. */
public enum ComparisonGroup implements Term {
    /** People whose turn comes later, and those whose turn never comes. */
    NOT_YET_TREATED("not-yet-treated"),
    /** Only people whose turn never comes. */
    NEVER_TREATED("never-treated");

    private final String id;

    ComparisonGroup(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
