package io.cultivar.metricsapi.exposition;

import io.cultivar.contract.Term;

/** What a metric family is about. */
enum MeterGroup implements Term {
    FRAME("frame"),
    PARTICIPATION("participation"),
    ASSESSMENT("assessment"),
    EFFECT("effect"),
    ROI("roi"),
    RETENTION("retention"),
    FEEDBACK("feedback"),
    PROVIDER("provider"),
    SOURCING("sourcing"),
    SKILL("skill"),
    PRIVACY("privacy"),
    PIPELINE("pipeline");

    private final String id;

    MeterGroup(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
