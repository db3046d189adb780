package io.cultivar.contract.result;

import io.cultivar.contract.Term;

/** Which kind of input changed a published result. */
public enum ChangeCause implements Term {
    /** Something new, dated in the newest month that had been published, or later. */
    NEW_EVENT("new-event"),
    /** Something new, dated in a month before the newest one that had been published. */
    LATE_EVENT("late-event"),
    /** Something that was known already was said again, differently. */
    CORRECTION("correction"),
    /** Something that was known turned out never to have been. */
    RETRACTION("retraction"),
    /** Somebody left every store. */
    ERASURE("erasure"),
    /** What a program or a metric means was said anew. */
    CHANGED_DEFINITION("changed-definition"),
    /** Time went on: something dated in the future began to count, or a window closed. */
    AS_OF_MOVED("as-of-moved");

    private final String id;

    ChangeCause(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    /** Whether it changes what had been said before, instead of adding to it. */
    public boolean restates() {
        return switch (this) {
            case LATE_EVENT, CORRECTION, RETRACTION, ERASURE, CHANGED_DEFINITION -> true;
            case NEW_EVENT, AS_OF_MOVED -> false;
        };
    }
}
