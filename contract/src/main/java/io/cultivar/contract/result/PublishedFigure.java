package io.cultivar.contract.result;

import io.cultivar.contract.Term;

/** The published figures whose changes are told one by one. */
public enum PublishedFigure implements Term {
    /** A program's effect on a metric: difference-in-differences. */
    EFFECT("effect"),
    /** Mean of post minus pre scores. */
    ASSESSMENT_GAIN("assessment-gain"),
    /** Retention of the treated minus that of the controls. */
    RETENTION_DIFFERENCE("retention-difference"),
    /** What a program cost. */
    COST("cost"),
    /** What a program was worth. */
    BENEFIT("benefit"),
    /** (benefit - cost) / cost of a program. */
    ROI("roi"),
    /** What all programs of a currency cost. */
    PORTFOLIO_COST("portfolio-cost"),
    /** What the measured programs of a currency were worth. */
    PORTFOLIO_BENEFIT("portfolio-benefit"),
    /** (benefit - cost) / cost of the measured programs of a currency. */
    PORTFOLIO_ROI("portfolio-roi");

    private final String id;

    PublishedFigure(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
