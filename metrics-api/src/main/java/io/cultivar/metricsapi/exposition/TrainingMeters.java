package io.cultivar.metricsapi.exposition;

import static io.cultivar.metricsapi.exposition.MeterGroup.ASSESSMENT;
import static io.cultivar.metricsapi.exposition.MeterGroup.EFFECT;
import static io.cultivar.metricsapi.exposition.MeterGroup.FEEDBACK;
import static io.cultivar.metricsapi.exposition.MeterGroup.FRAME;
import static io.cultivar.metricsapi.exposition.MeterGroup.PARTICIPATION;
import static io.cultivar.metricsapi.exposition.MeterGroup.PIPELINE;
import static io.cultivar.metricsapi.exposition.MeterGroup.PRIVACY;
import static io.cultivar.metricsapi.exposition.MeterGroup.PROVIDER;
import static io.cultivar.metricsapi.exposition.MeterGroup.RETENTION;
import static io.cultivar.metricsapi.exposition.MeterGroup.ROI;
import static io.cultivar.metricsapi.exposition.MeterGroup.SKILL;
import static io.cultivar.metricsapi.exposition.MeterGroup.SOURCING;
import static io.cultivar.metricsapi.exposition.TrainingMeters.Shape.BOUNDED;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every metric family that is computed from a snapshot: its name, its meaning, its labels. All are gauges, because
 * results may be revised; a value that is withheld or cannot be estimated is an absent series, never 0. Names follow
 * Prometheus: base units, ratios instead of percent, bounds as families of their own ({@code training_roi_ratio} has
 * {@code training_roi_ci_lower_ratio} and {@code training_roi_ci_upper_ratio}). Long because it is the catalogue: each
 * name stands here once.
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
    CERTIFIED(
            PARTICIPATION,
            "training_certified_employees",
            "Employees who hold a certificate of the program that has not expired.",
            "program"),
    CERTIFICATION_ATTEMPTED(
            PARTICIPATION,
            "training_certification_attempted_employees",
            "Employees of whom it is told whether they earned a certificate.",
            "program"),
    LEAD_TIME(
            PARTICIPATION,
            "training_lead_time_seconds",
            "Mean time from enrollment, or assignment to treatment, to the first completion.",
            "program"),
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
            BOUNDED,
            "training_assessment_gain_ratio",
            "Mean paired post minus pre score of the treatment arm, as a share of the scale.",
            "program",
            "assessment"),
    EFFECT_SIZE(
            ASSESSMENT,
            BOUNDED,
            "training_assessment_effect_size",
            "Standardized mean paired score gain (Hedges g).",
            "program",
            "assessment"),
    FOLLOWED_UP(
            ASSESSMENT,
            "training_assessment_followed_up_employees",
            "Employees of the treatment arm with a post and a follow-up score.",
            "program",
            "assessment"),
    DECAY(
            ASSESSMENT,
            BOUNDED,
            "training_assessment_decay_ratio",
            "Mean follow-up minus post score of those with both, as a share of the scale; negative is forgotten.",
            "program",
            "assessment"),
    LASTING(
            ASSESSMENT,
            BOUNDED,
            "training_assessment_lasting_gain_ratio",
            "Mean follow-up minus pre score of those with both, as a share of the scale.",
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
            BOUNDED,
            "training_effect",
            "Difference-in-differences effect on the outcome, in its own unit; positive is a higher outcome.",
            "program",
            "outcome"),
    EFFECT_RATIO(
            EFFECT,
            BOUNDED,
            "training_effect_ratio",
            "Difference-in-differences effect relative to what the treated would have had without the program; 0.05 is 5% better, whatever the direction.",
            "program",
            "outcome"),
    EFFECT_GRADE(
            EFFECT,
            "training_effect_evidence_grade",
            "Evidence grade of the effect: 4 is A (randomized), 3 B (control group, all guards pass), 2 C (a guard failed or is missing, or few people), 1 D (before and after with an isolation estimate), 0 E (descriptive).",
            "program",
            "outcome"),
    EFFECT_DECISION(
            EFFECT,
            "training_effect_decision",
            "What the effect says should be done: 1 expand, 0 not proven yet, -1 stop or fix.",
            "program",
            "outcome"),
    EFFECT_P(
            EFFECT,
            "training_effect_p_value",
            "P-value of a primary outcome: always-valid where there is one, else for one look.",
            "program",
            "outcome"),
    EFFECT_ADJUSTED_P(
            EFFECT,
            "training_effect_adjusted_p_value",
            "The p-value of a primary outcome, adjusted for the number of programs (Benjamini-Hochberg).",
            "program",
            "outcome"),
    DETECTABLE(
            EFFECT,
            "training_effect_minimum_detectable",
            "Smallest effect that would have been found with 80% power, in the outcome's own unit.",
            "program",
            "outcome"),
    DETECTABLE_RATIO(
            EFFECT,
            "training_effect_minimum_detectable_ratio",
            "Smallest relative effect that would have been found with 80% power.",
            "program",
            "outcome"),
    ATTRITION(
            EFFECT,
            "training_effect_attrition_ratio",
            "Share of employees lost from the comparison, over both arms.",
            "program",
            "outcome"),
    ATTRITION_DIFFERENCE(
            EFFECT,
            "training_effect_attrition_difference_ratio",
            "Share of the treated lost from the comparison minus share of the controls lost.",
            "program",
            "outcome"),
    EFFECT_EMPLOYEES(
            EFFECT,
            "training_effect_employees",
            "Employees contributing to the effect estimate, by arm (treatment, control).",
            "program",
            "outcome",
            "arm"),
    STAGGERED_EFFECT(
            EFFECT,
            BOUNDED,
            "training_staggered_effect",
            "Mean effect of a staggered roll-out after the turn came (Callaway and Sant'Anna), in the outcome's own unit; comparison is who had not had it.",
            "program",
            "outcome",
            "comparison"),
    STAGGERED_EMPLOYEES(
            EFFECT,
            "training_staggered_effect_employees",
            "Employees measured in every period, behind the effect of the staggered roll-out.",
            "program",
            "outcome",
            "comparison"),
    STAGGERED_GRADE(
            EFFECT,
            "training_staggered_evidence_grade",
            "Evidence grade of the effect of the staggered roll-out: 4 is A down to 0 is E.",
            "program",
            "outcome",
            "comparison"),

    COST(
            ROI,
            "training_cost_amount",
            "Fully loaded cost in the reporting currency, by category.",
            "program",
            "category"),
    BENEFIT(
            ROI,
            BOUNDED,
            "training_benefit_amount",
            "Monetized benefit over the benefit horizon in the reporting currency.",
            "program"),
    NET_BENEFIT(
            ROI,
            BOUNDED,
            "training_net_benefit_amount",
            "Monetized benefit minus fully loaded cost in the reporting currency.",
            "program"),
    ROI_RATIO(
            ROI,
            BOUNDED,
            "training_roi_ratio",
            "Net benefit divided by fully loaded cost; 1 means 100% ROI.",
            "program"),
    BENEFIT_COST(
            ROI, BOUNDED, "training_benefit_cost_ratio", "Monetized benefit divided by fully loaded cost.", "program"),
    ROI_POSITIVE(
            ROI,
            "training_roi_positive_probability_ratio",
            "Probability that the net benefit is above zero, given the data and the assumptions.",
            "program"),
    ROI_GRADE(ROI, "training_roi_evidence_grade", "Evidence grade of the return: 4 is A down to 0 is E.", "program"),
    ROI_DECISION(
            ROI,
            "training_roi_decision",
            "What the net benefit says should be done: 1 expand, 0 not proven yet, -1 stop or fix.",
            "program"),
    NET_PRESENT_VALUE(
            ROI,
            BOUNDED,
            "training_net_present_value_amount",
            "Benefits at the end of each month, discounted by the declared yearly rate, minus cost, in the reporting currency.",
            "program"),
    PAYBACK(
            ROI,
            "training_payback_seconds",
            "Time until the cumulative benefit covers the cost, linear within the month of 30.4375 days; absent where "
                    + "never within the benefit horizon.",
            "program"),
    DISCOUNTED_PAYBACK(
            ROI, "training_discounted_payback_seconds", "The payback time on discounted benefits.", "program"),
    PAYBACK_REACHED(
            ROI,
            "training_payback_reached",
            "1 when the benefit covers the cost within the benefit horizon, otherwise 0.",
            "program"),
    PORTFOLIO_PROGRAMS(
            ROI, "training_portfolio_programs", "Programs with a cost or a benefit in the reporting currency."),
    PORTFOLIO_MEASURED(ROI, "training_portfolio_measured_programs", "Those of them with a benefit."),
    PORTFOLIO_PROVEN(
            ROI,
            "training_portfolio_proven_programs",
            "Those of them whose whole interval of the net benefit is above zero, with grade A or B."),
    PORTFOLIO_COST(
            ROI,
            "training_portfolio_cost_amount",
            "Fully loaded cost of all programs, measured or not, in the reporting currency."),
    PORTFOLIO_COST_MEASURED(
            ROI,
            "training_portfolio_cost_measured_ratio",
            "Share of portfolio cost that belongs to programs with a measured benefit."),
    PORTFOLIO_BENEFIT(
            ROI,
            BOUNDED,
            "training_portfolio_benefit_amount",
            "Monetized benefit of all measured programs together in the reporting currency."),
    PORTFOLIO_NET_BENEFIT(
            ROI,
            BOUNDED,
            "training_portfolio_net_benefit_amount",
            "Net benefit of all measured programs together in the reporting currency."),
    PORTFOLIO_ROI(
            ROI,
            BOUNDED,
            "training_portfolio_roi_ratio",
            "Net benefit of all measured programs together divided by their fully loaded cost."),
    PORTFOLIO_BENEFIT_COST(
            ROI,
            BOUNDED,
            "training_portfolio_benefit_cost_ratio",
            "Monetized benefit of all measured programs together divided by their fully loaded cost."),
    PORTFOLIO_ROI_POSITIVE(
            ROI,
            "training_portfolio_roi_positive_probability_ratio",
            "Probability that the net benefit of all measured programs together is above zero."),
    PORTFOLIO_SHARED_PEOPLE(
            ROI,
            "training_portfolio_shared_people",
            "1 where programs share people, so that a gain may be counted twice, otherwise 0."),

    RETAINED(
            RETENTION,
            BOUNDED,
            "training_retention_ratio",
            "Kaplan-Meier share of employees still employed at the horizon after their index date, by arm.",
            "program",
            "arm",
            "horizon"),
    RETENTION_AT_RISK(
            RETENTION,
            "training_retention_at_risk_employees",
            "Employees still under observation at the horizon, by arm.",
            "program",
            "arm",
            "horizon"),
    HAZARD_RATIO(
            RETENTION,
            BOUNDED,
            "training_retention_hazard_ratio",
            "Hazard of leaving, treatment over control (Peto); below 1 the treated leave less.",
            "program"),
    STAY_DIFFERENCE(
            RETENTION,
            BOUNDED,
            "training_retention_stay_difference_seconds",
            "Mean time stayed within a year of the index date, treatment minus control.",
            "program"),
    RETENTION_DIFFERENCE(
            RETENTION,
            BOUNDED,
            "training_retention_difference_ratio",
            "Retention at the horizon, treatment minus control.",
            "program",
            "horizon"),
    RETENTION_DETECTABLE(
            RETENTION,
            "training_retention_minimum_detectable_ratio",
            "Smallest difference in retention that would have been found with 80% power.",
            "program",
            "horizon"),
    RETENTION_GRADE(
            RETENTION,
            "training_retention_evidence_grade",
            "Evidence grade of the comparison of retention: 4 is A down to 0 is E.",
            "program"),
    WORKFORCE_RETAINED(
            RETENTION,
            BOUNDED,
            "training_workforce_retention_ratio",
            "Kaplan-Meier share of employees of the whole company who have not left at the horizon after hire, by kind of leaving (any, voluntary, involuntary).",
            "kind",
            "horizon"),
    WORKFORCE_STAY(
            RETENTION,
            BOUNDED,
            "training_workforce_stay_seconds",
            "Mean time stayed within a year of hire in the whole company, by kind of leaving.",
            "kind"),

    FEEDBACK_RESPONSES(
            FEEDBACK,
            "training_feedback_responses",
            "Feedback responses, by respondent (learner, manager, customer).",
            "program",
            "respondent"),
    FEEDBACK_SCORE(
            FEEDBACK,
            "training_feedback_score_ratio",
            "Mean feedback score as a share of the scale, by dimension (satisfaction, recommend).",
            "program",
            "respondent",
            "dimension"),
    NET_PROMOTER(
            FEEDBACK,
            "training_feedback_net_promoter_ratio",
            "Share of promoters (9 and 10) minus share of detractors (0 to 6), from -1 to 1.",
            "program",
            "respondent"),
    APPLIED(
            FEEDBACK,
            "training_learning_applied_ratio",
            "Share of respondents who report that the learning is applied; one minus this is scrap learning.",
            "program",
            "respondent"),
    THEME_RESPONSES(
            FEEDBACK,
            "training_feedback_theme_responses",
            "Responses of all programs that name the coded theme, of the 12 most frequent themes.",
            "theme"),

    PROVIDER_KPI(
            PROVIDER,
            "training_provider_kpi",
            "What the provider reached when last measured, in the own unit of the figure.",
            "provider",
            "kpi"),
    PROVIDER_TARGET(
            PROVIDER, "training_provider_kpi_target", "What was agreed with the provider then.", "provider", "kpi"),
    PROVIDER_MET(
            PROVIDER,
            "training_provider_sla_met",
            "1 when the figure was as good as agreed when last measured, otherwise 0.",
            "provider",
            "kpi"),
    PROVIDER_PERIODS(
            PROVIDER,
            "training_provider_sla_measured_periods",
            "How often the figure was measured.",
            "provider",
            "kpi"),
    PROVIDER_BREACHED(
            PROVIDER,
            "training_provider_sla_breached_periods",
            "In how many of those the target was missed.",
            "provider",
            "kpi"),
    PROVIDER_COST(
            PROVIDER,
            "training_provider_cost_amount",
            "Spend that names the provider, in the reporting currency.",
            "provider"),
    PROVIDER_CONTRACT_END(
            PROVIDER,
            "training_provider_contract_end_timestamp_seconds",
            "First contract end among the provider's programs.",
            "provider"),
    PROVIDER_CONCENTRATION(
            PROVIDER,
            "training_provider_concentration_ratio",
            "Herfindahl-Hirschman concentration of the spend in the reporting currency that names a provider (1 is a single provider)."),

    SOURCING_COST(
            SOURCING,
            "training_sourcing_completion_cost_amount",
            "Fully loaded cost of a completion in the reporting currency, in-house versus external.",
            "skill_area",
            "sourcing"),
    SOURCING_BENEFIT(
            SOURCING,
            BOUNDED,
            "training_sourcing_person_benefit_amount",
            "Monetized benefit of a measured person in the reporting currency, in-house versus external.",
            "skill_area",
            "sourcing"),
    SOURCING_ROI(
            SOURCING,
            BOUNDED,
            "training_sourcing_roi_ratio",
            "Net benefit divided by fully loaded cost of the measured programs together, in-house versus external.",
            "skill_area",
            "sourcing"),
    SOURCING_LEAD_TIME(
            SOURCING,
            "training_sourcing_lead_time_seconds",
            "Mean time from enrollment to completion, in-house versus external.",
            "skill_area",
            "sourcing"),
    SOURCING_BENEFIT_DIFFERENCE(
            SOURCING,
            BOUNDED,
            "training_sourcing_benefit_difference_amount",
            "Benefit of a person in the reporting currency, in-house minus external.",
            "skill_area"),
    SOURCING_NET_DIFFERENCE(
            SOURCING,
            BOUNDED,
            "training_sourcing_net_benefit_difference_amount",
            "Net benefit of a person in the reporting currency, in-house minus external.",
            "skill_area"),
    SOURCING_FACTOR(
            SOURCING,
            "training_sourcing_factor_score_ratio",
            "Recorded judgement of a qualitative factor, 1 is best.",
            "skill_area",
            "sourcing",
            "factor"),

    SKILL_LEVEL(
            SKILL,
            "training_skill_level_ratio",
            "Mean assessed level of the skill as a share of the scale, over the groups that need it and are shown.",
            "skill"),
    SKILL_REQUIRED(
            SKILL,
            "training_skill_required_level_ratio",
            "Required level of the skill as a share of the scale, averaged over the same employees.",
            "skill"),
    SKILL_GAP(
            SKILL,
            "training_skill_gap_employees",
            "Employees below the level required of their group; once for each group that needs the skill.",
            "skill"),
    SKILL_ASSESSED(
            SKILL,
            "training_skill_assessed_employees",
            "Employees with a level, of the groups that need the skill; once for each group.",
            "skill"),

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
    RESULTS_RESTATED(
            PIPELINE,
            "training_pipeline_results_restated_total",
            "Published figures that changed because of late, corrected, retracted or erased input or a changed definition.",
            "figure"),
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

    /** Whether a family comes with bounds. */
    enum Shape {
        /** A number alone. */
        PLAIN,
        /** An estimate: two more families hold the ends of its intervals, by the label {@link #INTERVAL}. */
        BOUNDED
    }

    /** The label that tells a fixed from an always-valid interval. */
    static final String INTERVAL = "interval";

    private static final Pattern UNIT = Pattern.compile("(_(?:ratio|amount|seconds))?$");

    private final Meter meter;
    private final Shape shape;

    TrainingMeters(MeterGroup group, String id, String help, String... labels) {
        this(group, Shape.PLAIN, id, help, labels);
    }

    TrainingMeters(MeterGroup group, Shape shape, String id, String help, String... labels) {
        this.meter = new Meter(group, id, help, List.of(labels));
        this.shape = shape;
    }

    Meter meter() {
        return meter;
    }

    /** The family of the lower ends. */
    Meter lower() {
        return bound("_ci_lower", "Lower");
    }

    /** The family of the upper ends. */
    Meter upper() {
        return bound("_ci_upper", "Upper");
    }

    private Meter bound(String suffix, String side) {
        if (shape != Shape.BOUNDED) {
            throw new IllegalArgumentException(meter.id() + " has no bounds");
        }
        List<String> labels =
                Stream.concat(meter.labels().stream(), Stream.of(INTERVAL)).toList();
        return new Meter(
                meter.group(),
                UNIT.matcher(meter.id()).replaceFirst(suffix + "$1"),
                side + " bound of the 95% confidence interval: " + meter.help(),
                labels);
    }

    /** Every family, bounds too. */
    static Stream<Meter> families() {
        return Arrays.stream(values())
                .flatMap(family -> family.shape == Shape.BOUNDED
                        ? Stream.of(family.meter, family.lower(), family.upper())
                        : Stream.of(family.meter));
    }
}
