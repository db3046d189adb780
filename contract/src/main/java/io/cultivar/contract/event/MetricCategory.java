package io.cultivar.contract.event;

import io.cultivar.contract.Term;

/** What an outcome metric is about. */
public enum MetricCategory implements Term {
    PRODUCTIVITY("productivity"),
    PERFORMANCE("performance"),
    RETENTION("retention"),
    ENGAGEMENT("engagement"),
    INNOVATION("innovation"),
    CUSTOMER_SATISFACTION("customer-satisfaction"),
    SKILL_PROFICIENCY("skill-proficiency");

    private final String id;

    MetricCategory(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
