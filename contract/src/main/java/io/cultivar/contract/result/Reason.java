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
    NO_PAYBACK("no-payback", "The benefit does not cover the cost within the horizon."),
    // The comparison of two arms
    TOO_FEW_OR_SKEWED(
            "too-few-or-too-skewed",
            "Too few people, or too skewed values, for an interval that holds however often one looks."),
    NO_COMPARISON("no-comparison", "Nothing was compared with anything: the numbers only describe."),
    BEFORE_AFTER_ONLY("before-after-only", "Before and after only: a change may have other causes."),
    NOT_RANDOMIZED("not-randomized", "The control group was not drawn by lot."),
    FEW_UNITS("few-units", "An arm has fewer than 30 people with a before- and an after-value."),
    HIGH_ATTRITION("high-attrition", "Too many, or too different shares of both arms, were lost from the comparison."),
    SAMPLE_RATIO_MISMATCH("sample-ratio-mismatch", "The arms are not as large as the declared allocation makes them."),
    PRE_TREND("pre-trend", "The arms had drifted apart before the program already."),
    NO_PRE_TREND_TEST("no-pre-trend-test", "Whether the arms had drifted apart before the program is not known."),
    BASELINE_IMBALANCE(
            "baseline-imbalance", "The arms differed by more than 0.25 standard deviations before the program."),
    BASELINE_ADJUST(
            "baseline-adjust",
            "The arms differed by 0.05 to 0.25 standard deviations before the program: look at the adjusted effect."),
    LOW_BASELINE(
            "low-baseline",
            "The treated started lower than the controls: part of the gain may be regression to the mean."),
    DIFFERENT_PEOPLE("different-people", "Other people are on the other side, and how alike they were is not known."),
    // Staggered roll-out
    NO_COMPARISON_GROUP("no-comparison-group", "Nobody was still without the program to compare with."),
    NO_COMPLETE_PANEL("no-complete-panel", "Too few people were measured in every period."),
    PANEL_SHORTENED("panel-shortened", "Only the latest 36 periods are compared."),
    // Retention
    CANNOT_BE_PROVEN("cannot-be-proven", "At this size only a larger difference than this one could have been proven."),
    NOBODY_LEFT("nobody-left", "Nobody left, so nothing can be compared."),
    // Money
    UNBOUNDED("unbounded", "The cost is so uncertain that the ratio has no bounds."),
    NO_ISOLATION("no-isolation", "Without a control group a return needs a declared isolation estimate."),
    ISOLATION_ESTIMATE("isolation-estimate", "The program's share of the change is somebody's estimate."),
    ASSUMED_LEAVER_COST("assumed-leaver-cost", "The cost of a leaver is taken to be 21 % of the mean salary."),
    NO_SALARY("no-salary", "No salary is known, so a leaver's cost is not either."),
    DECLARED_HORIZON(
            "declared-horizon", "Avoided turnover is that of the declared horizon: who stays for how long is data."),
    SHARED_PEOPLE("shared-people", "Programs share people, so that a gain may be counted twice."),
    WEAKEST_PROGRAM("weakest-program", "What is made of several programs is no stronger than its weakest one.");

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
