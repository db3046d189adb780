package io.cultivar.metricsapi;

import static io.cultivar.metricsapi.MeterGroup.ASSESSMENT;
import static io.cultivar.metricsapi.MeterGroup.EFFECT;
import static io.cultivar.metricsapi.MeterGroup.FRAME;
import static io.cultivar.metricsapi.MeterGroup.PARTICIPATION;
import static io.cultivar.metricsapi.MeterGroup.PIPELINE;
import static io.cultivar.metricsapi.MeterGroup.PRIVACY;
import static io.cultivar.metricsapi.MeterGroup.RETENTION;
import static io.cultivar.metricsapi.MeterGroup.ROI;

import java.util.List;

/**
 * Every metric family that is computed from a snapshot: its name, its meaning, its labels. All are gauges, because
 * results
 * may be revised; a value that is withheld or cannot be estimated is an absent series, never 0. Names follow
 * Prometheus:
 * base units, ratios instead of percent, bounds as families of their own.
 */
enum TrainingMeters {
    BUILD_INFO(
            FRAME,
            "training_build_info",
            "Build of the metrics service; value is always 1.",
            "version",
            "java_version"),
    REPORTING_INFO(
            FRAME,
            "training_reporting_info",
            "Reporting settings every other series uses (ISO 4217 currency, time zone); value is always 1.",
            "currency",
            "zone"),
    REPORTING_WINDOW_END(
            FRAME,
            "training_reporting_window_end_timestamp_seconds",
            "As-of: facts dated after this do not count in any result."),
    PROGRAM_INFO(
            FRAME,
            "training_program_info",
            "Program attributes to join on program; value is always 1. design is none without assignments.",
            "program",
            "provider",
            "sourcing",
            "skill_area",
            "design"),
    PROGRAMS(FRAME, "training_programs", "Programs known to the pipeline, exposed or not."),
    PROGRAMS_EXPOSED(FRAME, "training_programs_exposed", "Programs exposed under their own program label."),

    ELIGIBLE(
            PARTICIPATION,
            "training_eligible_employees",
            "Employees who may take part, as the program's definition says.",
            "program"),
    ENROLLED(PARTICIPATION, "training_enrolled_employees", "Employees who enrolled in the program.", "program"),
    COMPLETED(PARTICIPATION, "training_completed_employees", "Employees who completed the program.", "program"),
    CERTIFIED(PARTICIPATION, "training_certified_employees", "Employees who earned a certificate.", "program"),
    LEARNER_TIME(
            PARTICIPATION,
            "training_learner_time_seconds",
            "Employee working time of all completions that tell theirs.",
            "program"),

    ASSESSED(
            ASSESSMENT,
            "training_assessed_employees",
            "Employees of the treatment arm with a valid assessment, by phase.",
            "program",
            "assessment",
            "phase"),
    SCORE(
            ASSESSMENT,
            "training_assessment_score_ratio",
            "Mean assessment score of the treatment arm as a share of the scale, by phase.",
            "program",
            "assessment",
            "phase"),
    SCORE_STDDEV(
            ASSESSMENT,
            "training_assessment_score_stddev_ratio",
            "Standard deviation of the treatment arm's assessment scores as a share of the scale, by phase.",
            "program",
            "assessment",
            "phase"),
    GAIN(
            ASSESSMENT,
            "training_assessment_gain_ratio",
            "Mean paired post minus pre score of the treatment arm, as a share of the scale.",
            "program",
            "assessment"),
    GAIN_LOWER(
            ASSESSMENT,
            "training_assessment_gain_ci_lower_ratio",
            "Lower bound of the 95% confidence interval of the mean paired score gain.",
            "program",
            "assessment"),
    GAIN_UPPER(
            ASSESSMENT,
            "training_assessment_gain_ci_upper_ratio",
            "Upper bound of the 95% confidence interval of the mean paired score gain.",
            "program",
            "assessment"),

    EFFECT_INFO(
            EFFECT,
            "training_effect_design_info",
            "Attributes of the effect to join; value is always 1. better is the direction of an improvement.",
            "program",
            "outcome",
            "design",
            "better"),
    EFFECT_PROVISIONAL(
            EFFECT,
            "training_effect_provisional",
            "1 while an after-window is still open, so that the effect will move, otherwise 0.",
            "program",
            "outcome"),
    EFFECT_VALUE(
            EFFECT,
            "training_effect",
            "Difference-in-differences effect on the outcome, in its own unit; positive is a higher outcome.",
            "program",
            "outcome"),
    EFFECT_LOWER(
            EFFECT,
            "training_effect_ci_lower",
            "Lower bound of the 95% confidence interval of the effect, in the outcome's own unit.",
            "program",
            "outcome",
            "interval"),
    EFFECT_UPPER(
            EFFECT,
            "training_effect_ci_upper",
            "Upper bound of the 95% confidence interval of the effect, in the outcome's own unit.",
            "program",
            "outcome",
            "interval"),
    EFFECT_EMPLOYEES(
            EFFECT,
            "training_effect_employees",
            "Employees contributing to the effect estimate, by arm (treatment, control).",
            "program",
            "outcome",
            "arm"),

    COST(
            ROI,
            "training_cost_amount",
            "Fully loaded cost in the reporting currency, by category.",
            "program",
            "category"),
    BENEFIT(
            ROI,
            "training_benefit_amount",
            "Monetized benefit over the benefit horizon in the reporting currency.",
            "program"),
    BENEFIT_LOWER(
            ROI,
            "training_benefit_ci_lower_amount",
            "Lower bound of the 95% confidence interval of the monetized benefit.",
            "program"),
    BENEFIT_UPPER(
            ROI,
            "training_benefit_ci_upper_amount",
            "Upper bound of the 95% confidence interval of the monetized benefit.",
            "program"),
    NET_BENEFIT(
            ROI,
            "training_net_benefit_amount",
            "Monetized benefit minus fully loaded cost in the reporting currency.",
            "program"),
    NET_BENEFIT_LOWER(
            ROI,
            "training_net_benefit_ci_lower_amount",
            "Lower bound of the 95% confidence interval of the net benefit.",
            "program"),
    NET_BENEFIT_UPPER(
            ROI,
            "training_net_benefit_ci_upper_amount",
            "Upper bound of the 95% confidence interval of the net benefit.",
            "program"),
    ROI_RATIO(ROI, "training_roi_ratio", "Net benefit divided by fully loaded cost; 1 means 100% ROI.", "program"),
    ROI_LOWER(ROI, "training_roi_ci_lower_ratio", "Lower bound of the 95% confidence interval of the ROI.", "program"),
    ROI_UPPER(ROI, "training_roi_ci_upper_ratio", "Upper bound of the 95% confidence interval of the ROI.", "program"),
    BENEFIT_COST(ROI, "training_benefit_cost_ratio", "Monetized benefit divided by fully loaded cost.", "program"),
    BENEFIT_COST_LOWER(
            ROI,
            "training_benefit_cost_ci_lower_ratio",
            "Lower bound of the 95% confidence interval of the benefit-cost ratio.",
            "program"),
    BENEFIT_COST_UPPER(
            ROI,
            "training_benefit_cost_ci_upper_ratio",
            "Upper bound of the 95% confidence interval of the benefit-cost ratio.",
            "program"),
    PAYBACK(
            ROI,
            "training_payback_seconds",
            "Time until the benefit, spread evenly over its horizon, covers the cost (a month is 30.4375 days).",
            "program"),
    PAYBACK_REACHED(
            ROI,
            "training_payback_reached",
            "1 when the benefit covers the cost within the benefit horizon, otherwise 0.",
            "program"),

    RETAINED(
            RETENTION,
            "training_retention_ratio",
            "Share of employees still employed at the horizon after their index date (90d, 180d, 365d), by arm.",
            "program",
            "arm",
            "horizon"),
    RETENTION_AT_RISK(
            RETENTION,
            "training_retention_at_risk_employees",
            "Employees followed up to the horizon, by arm.",
            "program",
            "arm",
            "horizon"),

    SUPPRESSED(
            PRIVACY,
            "training_privacy_suppressed_cells",
            "Result cells withheld in the current publication, by metric group and reason.",
            "group",
            "reason"),

    RESULTS_PUBLISHED(
            PIPELINE,
            "training_pipeline_results_published_timestamp_seconds",
            "Time at which results were last published."),
    WATERMARK(
            PIPELINE,
            "training_pipeline_event_time_watermark_timestamp_seconds",
            "Greatest event time that the pipeline has read."),
    IDENTITY_CONFLICTS(
            PIPELINE,
            "training_pipeline_identity_conflicts",
            "Event ids that came with two different contents; the greater content hash stands."),
    REGISTER_CONFLICTS(
            PIPELINE,
            "training_pipeline_register_conflicts",
            "Facts that several events claim at the same recorded time; the greater source and id stands."),
    ERASED_EMPLOYEES(PIPELINE, "training_pipeline_erased_employees", "Employees who left every store."),
    SNAPSHOT_CURRENT(
            PIPELINE,
            "training_metrics_snapshot_current_timestamp_seconds",
            "Time at which this replica last saw that nothing newer was published; when old, it may be stale."),
    SERIES(
            PIPELINE,
            "training_metrics_series",
            "Series exposed for the metric group, without those about the exposition itself.",
            "group"),
    SERIES_LIMIT(PIPELINE, "training_metrics_series_limit", "Ceiling for exposed series."),
    SERIES_DROPPED(PIPELINE, "training_metrics_series_dropped", "Series left out because the ceiling was reached.");

    private static final String INFO_SUFFIX = "_info";

    private final MeterGroup group;
    private final String id;
    private final String help;
    private final List<String> labels;

    TrainingMeters(MeterGroup group, String id, String help, String... labels) {
        this.group = group;
        this.id = id;
        this.help = help;
        this.labels = List.of(labels);
    }

    MeterGroup group() {
        return group;
    }

    /** The name as Prometheus sees it. */
    String id() {
        return id;
    }

    String help() {
        return help;
    }

    List<String> labels() {
        return labels;
    }

    /** Whether it only carries attributes in its labels; its value is always 1. */
    boolean isInfo() {
        return id.endsWith(INFO_SUFFIX);
    }

    /** The name without the suffix that the client library adds to families of attributes. */
    String baseName() {
        return isInfo() ? id.substring(0, id.length() - INFO_SUFFIX.length()) : id;
    }
}
