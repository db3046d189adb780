package io.cultivar.local.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cultivar.contract.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What Prometheus scrapes is what REST answers, to the last digit, bounds too: for each family all series that the
 * column of REST gives, and no other. (What REST answers is what was evaluated: {@link SameNumbersIT}.)
 */
@ExtendWith(EmbeddedSampleRun.class)
@Timeout(600)
class SameSeriesIT {

    /**
     * Family, table, column and labels. {@code a[].b} is b in each element of a (of a map: {@code key} and
     * {@code value}), a column with {@code value}, {@code lower} and {@code upper} has families of bounds. {@code 'x'}
     * is a label that is always x; other labels are columns of the element or the row, and a row without one has no series.
     */
    private static final String FAMILIES = """
            training_eligible_employees | /v1/programs | eligible | program
            training_enrolled_employees | /v1/programs | participation.enrolled.employees | program
            training_completed_employees | /v1/programs | participation.completed.employees | program
            training_certified_employees | /v1/programs | participation.certificationHeld.employees | program
            training_certification_attempted_employees | /v1/programs | participation.certificationAttempted.employees | program
            training_lead_time_seconds | /v1/programs | participation.meanLeadTimeDays * 86400 | program
            training_learner_time_seconds | /v1/programs | participation.learnerTimeSeconds | program
            training_assessed_employees | /v1/assessments?arm=treatment | phases[].assessed | program, assessment, phase
            training_assessment_score_ratio | /v1/assessments?arm=treatment | phases[].mean | program, assessment, phase
            training_assessment_score_stddev_ratio | /v1/assessments?arm=treatment | phases[].standardDeviation | program, assessment, phase
            training_assessment_gain_ratio | /v1/assessments?arm=treatment | gain | program, assessment
            training_assessment_effect_size | /v1/assessments?arm=treatment | hedgesG | program, assessment
            training_assessment_followed_up_employees | /v1/assessments?arm=treatment | followedUp | program, assessment
            training_assessment_decay_ratio | /v1/assessments?arm=treatment | decay | program, assessment
            training_assessment_lasting_gain_ratio | /v1/assessments?arm=treatment | lasting | program, assessment
            training_effect | /v1/effects | differenceInDifferences | program, outcome=metric
            training_effect_ratio | /v1/effects | relative | program, outcome=metric
            training_effect_provisional | /v1/effects | provisional | program, outcome=metric
            training_effect_evidence_grade | /v1/effects | evidence.grade | program, outcome=metric
            training_effect_decision | /v1/effects | decision | program, outcome=metric
            training_effect_p_value | /v1/effects | p | program, outcome=metric
            training_effect_adjusted_p_value | /v1/effects | adjustedP | program, outcome=metric
            training_effect_minimum_detectable | /v1/effects | minimumDetectable.absolute | program, outcome=metric
            training_effect_minimum_detectable_ratio | /v1/effects | minimumDetectable.relative | program, outcome=metric
            training_effect_attrition_ratio | /v1/effects | attrition.overall | program, outcome=metric
            training_effect_attrition_difference_ratio | /v1/effects | attrition.differential | program, outcome=metric
            training_effect_employees | /v1/effects | treatment.measured | program, outcome=metric, arm='treatment'
            training_effect_employees | /v1/effects | control.measured | program, outcome=metric, arm='control'
            training_staggered_effect | /v1/staggered?kind=simple | effect | program, outcome=metric, comparison=comparisonGroup
            training_staggered_effect_employees | /v1/staggered?kind=simple | complete | program, outcome=metric, comparison=comparisonGroup
            training_staggered_evidence_grade | /v1/staggered?kind=simple | evidence.grade | program, outcome=metric, comparison=comparisonGroup
            training_cost_amount | /v1/costs | byCategory[].value | program, category=key
            training_benefit_amount | /v1/roi | benefit | program
            training_net_benefit_amount | /v1/roi | netBenefit | program
            training_roi_ratio | /v1/roi | roi | program
            training_benefit_cost_ratio | /v1/roi | benefitCostRatio | program
            training_roi_positive_probability_ratio | /v1/roi | probabilityPositive | program
            training_roi_evidence_grade | /v1/roi | evidence.grade | program
            training_roi_decision | /v1/roi | decision | program
            training_net_present_value_amount | /v1/roi | netPresentValue | program
            training_payback_seconds | /v1/roi | paybackMonths * 2629800 | program
            training_discounted_payback_seconds | /v1/roi | discountedPaybackMonths * 2629800 | program
            training_portfolio_programs | /v1/roi/portfolio | programs |
            training_portfolio_measured_programs | /v1/roi/portfolio | measured |
            training_portfolio_proven_programs | /v1/roi/portfolio | proven |
            training_portfolio_cost_amount | /v1/roi/portfolio | cost |
            training_portfolio_cost_measured_ratio | /v1/roi/portfolio | measuredShare |
            training_portfolio_benefit_amount | /v1/roi/portfolio | benefit |
            training_portfolio_net_benefit_amount | /v1/roi/portfolio | netBenefit |
            training_portfolio_roi_ratio | /v1/roi/portfolio | roi |
            training_portfolio_benefit_cost_ratio | /v1/roi/portfolio | benefitCostRatio |
            training_portfolio_roi_positive_probability_ratio | /v1/roi/portfolio | probabilityPositive |
            training_portfolio_shared_people | /v1/roi/portfolio | sharedPeople |
            training_retention_ratio | /v1/retention | survival | program, arm, horizon=horizonDays+d
            training_retention_at_risk_employees | /v1/retention | atRisk | program, arm, horizon=horizonDays+d
            training_retention_hazard_ratio | /v1/retention/comparisons | hazardRatio | program
            training_retention_stay_difference_seconds | /v1/retention/comparisons | restrictedMeanDifferenceDays * 86400 | program
            training_retention_difference_ratio | /v1/retention/comparisons | differences[].difference | program, horizon=horizonDays+d
            training_retention_minimum_detectable_ratio | /v1/retention/comparisons | differences[].minimumDetectable | program, horizon=horizonDays+d
            training_retention_evidence_grade | /v1/retention/comparisons | evidence.grade | program
            training_feedback_responses | /v1/feedback | responses | program, respondent
            training_feedback_score_ratio | /v1/feedback | satisfaction | program, respondent, dimension='satisfaction'
            training_feedback_score_ratio | /v1/feedback | recommend | program, respondent, dimension='recommend'
            training_feedback_net_promoter_ratio | /v1/feedback | netPromoterScore | program, respondent
            training_learning_applied_ratio | /v1/feedback | applied | program, respondent
            training_provider_kpi | /v1/providers | kpis[].value | provider, kpi
            training_provider_kpi_target | /v1/providers | kpis[].target | provider, kpi
            training_provider_sla_measured_periods | /v1/providers | kpis[].periods | provider, kpi
            training_provider_sla_breached_periods | /v1/providers | kpis[].breached | provider, kpi
            training_provider_cost_amount | /v1/providers | spend[].amount | provider
            training_provider_concentration_ratio | /v1/roi/portfolio | providerConcentration |
            training_sourcing_completion_cost_amount | /v1/sourcing | inHouse.costPerCompletion | skill_area=skillArea, sourcing='in-house'
            training_sourcing_completion_cost_amount | /v1/sourcing | external.costPerCompletion | skill_area=skillArea, sourcing='external'
            training_sourcing_person_benefit_amount | /v1/sourcing | inHouse.benefitPerPerson | skill_area=skillArea, sourcing='in-house'
            training_sourcing_person_benefit_amount | /v1/sourcing | external.benefitPerPerson | skill_area=skillArea, sourcing='external'
            training_sourcing_roi_ratio | /v1/sourcing | inHouse.roi | skill_area=skillArea, sourcing='in-house'
            training_sourcing_roi_ratio | /v1/sourcing | external.roi | skill_area=skillArea, sourcing='external'
            training_sourcing_benefit_difference_amount | /v1/sourcing | benefitDifference | skill_area=skillArea
            training_sourcing_net_benefit_difference_amount | /v1/sourcing | netBenefitDifference | skill_area=skillArea
            """;

    /** Those about a program, a provider or the portfolio that no single column of REST has. */
    private static final Set<String> WITHOUT_COLUMN = Set.of(
            "training_program_info",
            "training_effect_design_info",
            "training_payback_reached",
            "training_provider_sla_met",
            "training_provider_contract_end_timestamp_seconds");

    /** Told only beside the means of both arms, which are told of no program of the sample company. */
    private static final Set<String> UNKNOWN_OF_SAMPLE = Set.of("training_retention_stay_difference_seconds");

    /** Words as dashboards have them. */
    private static final Map<String, Double> SCALE = Map.of(
            "A",
            4.0,
            "B",
            3.0,
            "C",
            2.0,
            "D",
            1.0,
            "E",
            0.0,
            "expand",
            1.0,
            "not-proven-yet",
            0.0,
            "stop-or-fix",
            -1.0);

    private static final Pattern SAMPLE =
            Pattern.compile("^(training_\\w+)(?:\\{([^}]*)})? (\\S+)$", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final Pattern COLUMN = Pattern.compile("(?:(\\w+)\\[]\\.)?([\\w.]+)(?: \\* (\\d+))?");
    private static final Pattern UNIT = Pattern.compile("(_(?:ratio|amount|seconds))?$");

    /** Labels and value of each series of one family. */
    private static final class Points extends HashMap<Map<String, String>, Double> {
        private static final long serialVersionUID = 1;
    }

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource(delimiter = '|', textBlock = FAMILIES)
    void shouldBeScrapedAsRestAnswers(String family, String path, String column, String labels, SampleRun sample)
            throws IOException {
        // given
        Map<String, Points> answered = new HashMap<>();
        for (JsonNode row : Json.tree(sample.services().get(path)).get("data")) {
            add(answered, family, row, column, labels == null ? "" : labels);
        }

        // when
        Map<String, Points> scraped = scraped(sample);

        // then
        assertThat(answered.containsKey(family)).as("answered").isNotEqualTo(UNKNOWN_OF_SAMPLE.contains(family));
        for (String name : Set.of(family, bound(family, "_ci_lower"), bound(family, "_ci_upper"))) {
            assertThat(some(scraped, name, labels)).as(name).isEqualTo(some(answered, name, labels));
        }
    }

    @Test
    void shouldLeaveOutNoFamily(SampleRun sample) throws IOException {
        Set<String> compared = FAMILIES.lines()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .flatMap(family -> Stream.of(family, bound(family, "_ci_lower"), bound(family, "_ci_upper")))
                .collect(Collectors.toCollection(TreeSet::new));
        compared.addAll(WITHOUT_COLUMN);

        Map<String, Points> scraped = scraped(sample);
        scraped.values()
                .removeIf(points -> points.keySet().stream()
                        .noneMatch(labels -> labels.containsKey("program") || labels.containsKey("provider")));

        assertThat(scraped).hasSizeGreaterThan(60);
        assertThat(compared).containsAll(scraped.keySet());
    }

    private static void add(Map<String, Points> to, String family, JsonNode row, String column, String labels) {
        MatchResult parts = COLUMN.matcher(column).results().findFirst().orElseThrow();
        Stream<JsonNode> elements = parts.group(1) == null ? Stream.of(row) : elements(row.path(parts.group(1)));
        double factor = parts.group(3) == null ? 1 : Double.parseDouble(parts.group(3));
        elements.filter(element -> !element.hasNonNull("withheld")).forEach(element -> {
            JsonNode cell = element.at('/' + parts.group(2).replace('.', '/'));
            Map<String, String> names = labels(labels, element, row);
            if (names.containsValue("")) {
                return;
            }
            if (cell.isObject()) {
                add(to, family, names, cell.path("value"), factor);
                addBounds(to, family, names, "fixed", cell, factor);
                addBounds(to, family, names, "always_valid", cell.path("alwaysValid"), factor);
            } else {
                add(to, family, names, cell, factor);
            }
        });
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return list.isArray()
                ? list.valueStream()
                : list.propertyStream()
                        .map(entry -> JsonNodeFactory.instance
                                .objectNode()
                                .put("key", entry.getKey())
                                .set("value", entry.getValue()));
    }

    private static void addBounds(
            Map<String, Points> to,
            String family,
            Map<String, String> labels,
            String interval,
            JsonNode ends,
            double factor) {
        Map<String, String> all = new TreeMap<>(labels);
        all.put("interval", interval);
        add(to, bound(family, "_ci_lower"), all, ends.path("lower"), factor);
        add(to, bound(family, "_ci_upper"), all, ends.path("upper"), factor);
    }

    private static void add(
            Map<String, Points> to, String family, Map<String, String> labels, JsonNode cell, double factor) {
        if (!cell.isMissingNode() && !cell.isNull()) {
            to.computeIfAbsent(family, name -> new Points()).put(labels, number(cell) * factor);
        }
    }

    private static double number(JsonNode cell) {
        if (cell.isTextual()) {
            return Objects.requireNonNull(SCALE.get(cell.textValue()), cell.textValue());
        }
        return cell.isBoolean() ? (cell.booleanValue() ? 1 : 0) : cell.doubleValue();
    }

    private static Map<String, String> labels(String labels, JsonNode element, JsonNode row) {
        Map<String, String> values = new TreeMap<>();
        for (String label : labels.isEmpty() ? new String[0] : labels.split(", ", -1)) {
            String[] parts = label.split("=", -1);
            String source = parts[parts.length - 1];
            String column = source.replace("+d", "");
            values.put(
                    parts[0],
                    source.startsWith("'")
                            ? source.replace("'", "")
                            : (element.has(column) ? element : row).path(column).asText()
                                    + (source.equals(column) ? "" : "d"));
        }
        return values;
    }

    private static String bound(String family, String suffix) {
        return UNIT.matcher(family).replaceFirst(suffix + "$1");
    }

    /** Those that have the labels that are always the same. */
    private static Points some(Map<String, Points> families, String name, String labels) {
        Points some = new Points();
        some.putAll(families.getOrDefault(name, new Points()));
        for (String label : labels == null || !labels.contains("'") ? new String[0] : labels.split(", ", -1)) {
            String[] parts = label.split("='?", -1);
            if (label.endsWith("'")) {
                some.keySet().removeIf(known -> !parts[1].replace("'", "").equals(known.get(parts[0])));
            }
        }
        return some;
    }

    private static Map<String, Points> scraped(SampleRun sample) {
        Map<String, Points> families = new HashMap<>();
        SAMPLE.matcher(new String(sample.services().get("/metrics"), StandardCharsets.UTF_8))
                .results()
                .forEach(line -> {
                    Map<String, String> labels = new TreeMap<>();
                    if (line.group(2) != null) {
                        LABEL.matcher(line.group(2))
                                .results()
                                .forEach(label -> labels.put(label.group(1), label.group(2)));
                    }
                    families.computeIfAbsent(line.group(1), name -> new Points())
                            .put(labels, Double.valueOf(line.group(3)));
                });
        return families;
    }
}
