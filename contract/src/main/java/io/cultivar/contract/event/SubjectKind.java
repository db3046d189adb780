package io.cultivar.contract.event;

import io.cultivar.contract.Term;

/** What an event's subject names; together with the subject it is the key of the record, {@code kind/subject}. */
public enum SubjectKind implements Term {
    EMPLOYEE("employee"),
    PROGRAM("program"),
    METRIC("metric"),
    PROVIDER("provider"),
    SKILL_AREA("skill-area"),
    /** A department or a role. */
    GROUP("group");

    private final String id;

    SubjectKind(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    /** The record key for a subject of this kind. */
    public String key(String subject) {
        return id + "/" + subject;
    }
}
