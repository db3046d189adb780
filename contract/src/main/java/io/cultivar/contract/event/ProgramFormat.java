package io.cultivar.contract.event;

import io.cultivar.contract.Term;

/** How the training is delivered. */
public enum ProgramFormat implements Term {
    CLASSROOM("classroom"),
    E_LEARNING("e-learning"),
    MENTORING("mentoring"),
    ON_THE_JOB("on-the-job"),
    IMMERSIVE("immersive"),
    ROTATION("rotation");

    private final String id;

    ProgramFormat(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
