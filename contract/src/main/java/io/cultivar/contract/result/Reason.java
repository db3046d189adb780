package io.cultivar.contract.result;

import io.cultivar.contract.Term;

/** Why a result is absent, or is to be read with care; a closed set, so that machines can act on it. */
public enum Reason implements Term {
    NOT_DEFINED("program-not-defined", "No program.defined event says what before and after mean."),
    METRIC_NOT_DEFINED("metric-not-defined", "No metric.defined event; higher is taken to be better."),
    NO_CONTROL_GROUP("no-control-group", "Nobody was assigned to a control arm: what would have happened is unknown."),
    TOO_FEW_UNITS("too-few-units", "An arm has fewer than two people with a before- and an after-value."),
    NO_VARIANCE("no-variance", "The values do not vary, so no uncertainty can be computed."),
    MIXED_DESIGN("mixed-design", "People came into their arms in different ways; the weakest is shown."),
    SELF_SELECTED("self-selected", "People chose for themselves; those who did may differ from those who did not."),
    REFOLDING("refolding", "A changed definition is being applied; some people still count by the old one."),
    NO_EMPLOYMENT_DATA("no-employment-data", "Nobody here has an employment.started event before the index date."),
    FOLLOW_UP_TOO_SHORT("follow-up-too-short", "Nobody here has been followed for this long yet."),
    NO_COST("no-cost", "No cost was posted, so a return on it cannot be computed."),
    COST_NOT_POSITIVE("cost-not-positive", "The cost is not above zero, so a return on it cannot be computed."),
    NO_MONETARY_OUTCOME("no-monetary-outcome", "No outcome of the program has a value in money."),
    MIXED_CURRENCIES("mixed-currencies", "Costs and values are in several currencies and no rates are declared."),
    NO_HOURLY_RATE(
            "no-hourly-rate",
            "Time was spent in training, but no participant-time cost or loaded hourly rate is known."),
    NO_PAYBACK("no-payback", "The benefit is not above zero, so the cost is never paid back.");

    private final String id;
    private final String explanation;

    Reason(String id, String explanation) {
        this.id = id;
        this.explanation = explanation;
    }

    @Override
    public String id() {
        return id;
    }

    /** The reason in one sentence, for people. */
    public String explanation() {
        return explanation;
    }
}
