package io.cultivar.metricsapi.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import io.cultivar.metricsapi.exposition.ExportedMetrics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Grafana shows a broken dashboard as an empty one, so its promises are checked here. */
class DashboardsTest {

    private static final int COLUMNS = 24;
    private static final Pattern RATE = Pattern.compile("\\b(?:rate|irate)\\s*\\([^\\[]*\\[([^]]*)]");
    private static final Pattern LINK = Pattern.compile("/d/([a-z0-9-]+)");
    /** In PromQL and SQL. What is only about such a number, as its grade, matches too. */
    private static final Pattern MAY_BE_NEGATIVE =
            Pattern.compile("roi_|effect|benefit|gain|decay|difference|promoter|net_present_value");

    private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((?<selector>.+), (?<label>\\w+)\\)");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    @Test
    void shouldHaveUniqueIds() throws IOException {
        List<JsonNode> dashboards = DashboardQueries.dashboards();

        assertThat(dashboards).hasSize(6);
        assertThat(dashboards)
                .extracting(dashboard -> dashboard.get("uid").asText())
                .doesNotHaveDuplicates();
        assertThat(dashboards)
                .extracting(dashboard -> dashboard.get("title").asText())
                .doesNotHaveDuplicates();
        for (JsonNode dashboard : dashboards) {
            assertThat(dashboard.get("panels"))
                    .isNotEmpty()
                    .extracting(panel -> panel.get("id").asInt())
                    .doesNotHaveDuplicates();
            assertThat(dashboard.get("description").asText()).endsWith("?");
            assertThat(dashboard.get("editable").asBoolean()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void shouldLeadToTheOthersWithTheSameVariables(String title, JsonNode dashboard) {
        assertThat(dashboard.at("/templating/list"))
                .as(title)
                .extracting(variable -> variable.get("name").asText())
                .startsWith("skill_area", "program");
        JsonNode link = dashboard.at("/links/0");
        assertThat(link.path("tags").get(0).asText()).isEqualTo("cultivar");
        assertThat(dashboard.get("tags").get(0).asText()).isEqualTo("cultivar");
        assertThat(link.path("includeVars").asBoolean()).isTrue();
        assertThat(link.path("keepTime").asBoolean()).isTrue();
    }

    /** A choice goes along from one dashboard to the next, which must know it. */
    @Test
    void shouldOfferTheSameChoiceEverywhere() throws IOException {
        Set<List<JsonNode>> offered = new HashSet<>();
        for (JsonNode dashboard : DashboardQueries.dashboards()) {
            JsonNode variables = dashboard.at("/templating/list");
            offered.add(List.of(variables.get(0), variables.get(1)));
        }

        assertThat(offered).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void shouldOfferOnlyValuesOfMetricsAndLabelsThatExist(String title, JsonNode dashboard) {
        Map<String, Set<String>> exported = ExportedMetrics.labelsByName();
        int asked = 0;
        for (JsonNode variable : dashboard.at("/templating/list")) {
            if (variable.at("/datasource/uid").asText().equals(DashboardQueries.DATASOURCE)) {
                String definition = variable.get("definition").asText();
                Matcher values = LABEL_VALUES.matcher(definition);
                assertThat(values.matches()).as(title + ": " + definition).isTrue();
                assertThat(variable.at("/query/query").asText()).isEqualTo(definition);
                String selector = values.group("selector");
                assertThat(PromqlNames.metrics(selector))
                        .hasSize(1)
                        .allSatisfy(metric -> assertThat(exported)
                                .hasEntrySatisfying(
                                        metric,
                                        labels -> assertThat(labels)
                                                .contains(values.group("label"))
                                                .containsAll(PromqlNames.labels(selector))));
                asked++;
            }
        }
        assertThat(asked).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void shouldPutNoPanelUponAnother(String title, JsonNode dashboard) {
        Set<List<Integer>> taken = new HashSet<>();
        for (JsonNode panel : dashboard.get("panels")) {
            JsonNode at = panel.get("gridPos");
            int right = at.get("x").asInt() + at.get("w").asInt();
            assertThat(right).isLessThanOrEqualTo(COLUMNS);
            for (int x = at.get("x").asInt(); x < right; x++) {
                for (int y = at.get("y").asInt();
                        y < at.get("y").asInt() + at.get("h").asInt();
                        y++) {
                    assertThat(taken.add(List.of(x, y)))
                            .as("%s: %s at %d, %d", title, panel.path("title"), x, y)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void shouldDrawZeroWhereValuesMayBeBelowIt() throws IOException {
        List<DashboardQueries.Panel> drawn = panels().stream()
                .filter(panel -> panel.json().get("type").asText().equals("timeseries"))
                .filter(panel -> MAY_BE_NEGATIVE
                        .matcher(panel.json().get("targets").toString())
                        .find())
                .toList();

        assertThat(drawn).hasSizeGreaterThanOrEqualTo(2).allSatisfy(panel -> {
            JsonNode shown = panel.json().at("/fieldConfig/defaults");
            assertThat(shown.at("/custom/thresholdsStyle/mode").asText()).startsWith("line");
            assertThat(shown.at("/thresholds/mode").asText()).isEqualTo("absolute");
            assertThat(shown.at("/thresholds/steps"))
                    .anySatisfy(step -> assertThat(step.get("value")).isEqualTo(IntNode.valueOf(0)));
        });
    }

    @Test
    void shouldLeadOnlyToWhatThereIs() throws IOException {
        Set<String> uids = new HashSet<>();
        List<String> linked = new ArrayList<>();
        for (JsonNode dashboard : DashboardQueries.dashboards()) {
            uids.add(dashboard.get("uid").asText());
            LINK.matcher(dashboard.toString()).results().forEach(link -> linked.add(link.group(1)));
        }

        assertThat(linked).isNotEmpty();
        assertThat(uids).containsAll(linked);
    }

    @ParameterizedTest
    @MethodSource("panels")
    void shouldSayOfEveryPanelWhatItShowsAndInWhichUnit(DashboardQueries.Panel panel) {
        JsonNode json = panel.json();
        assertThat(json.path("title").asText()).isNotBlank();
        assertThat(json.path("description").asText()).isNotBlank();
        assertThat(json.at("/fieldConfig/defaults/unit").asText()).isNotBlank();
        assertThat(json.at("/fieldConfig/defaults/noValue").asText()).isNotBlank();
        assertThat(json.path("targets")).isNotEmpty();
        for (JsonNode target : json.path("targets")) {
            assertThat(target.at("/datasource/uid").asText())
                    .isEqualTo(json.at("/datasource/uid").asText());
        }
    }

    @ParameterizedTest
    @MethodSource("panels")
    void shouldPutAWordBesideEveryColour(DashboardQueries.Panel panel) {
        for (JsonNode mapping : panel.json().findValues("mappings")) {
            for (JsonNode of : mapping) {
                assertThat(of.get("options")).allSatisfy(shown -> {
                    assertThat(shown.path("color").asText()).isNotBlank();
                    assertThat(shown.path("text").asText()).containsPattern(WORD);
                });
            }
        }
    }

    @ParameterizedTest
    @MethodSource("panels")
    void shouldShowTheIntervalOfEveryEstimate(DashboardQueries.Panel panel) {
        Set<String> shown = new HashSet<>();
        panel.expressions().forEach(expression -> shown.addAll(PromqlNames.metrics(expression)));

        ExportedMetrics.boundsOfEstimates().forEach((estimate, bounds) -> {
            if (shown.contains(estimate)) {
                assertThat(shown).as(estimate).containsAll(bounds);
            }
        });
    }

    /** The one kind alone leaves out programs that have only the other; with neither named, both would be mixed. */
    @ParameterizedTest
    @MethodSource("queries")
    void shouldAskForTheIntervalOfOneLookWhereThereIsNoOther(DashboardQueries.Query query) {
        Map<String, Set<String>> exported = ExportedMetrics.labelsByName();
        boolean bounds = PromqlNames.metrics(query.expression()).stream()
                .anyMatch(metric -> exported.getOrDefault(metric, Set.of()).contains("interval"));
        if (bounds) {
            String always = query.expression().split(" or ", 2)[0];
            assertThat(always).contains("interval=\"always_valid\"");
            assertThat(query.expression()).isEqualTo(always + " or " + always.replace("\"always_valid\"", "\"fixed\""));
        }
    }

    @Test
    void shouldKnowWhatIsABound() throws IOException {
        assertThat(queries().stream().filter(query -> query.expression().contains("always_valid")))
                .hasSizeGreaterThan(30);
        assertThat(ExportedMetrics.labelsByName().get("training_roi_ci_lower_ratio"))
                .contains("interval");
    }

    @Test
    void shouldKnowWhatIsAnEstimate() {
        assertThat(ExportedMetrics.boundsOfEstimates())
                .hasSizeGreaterThan(20)
                .containsEntry(
                        "training_roi_ratio", List.of("training_roi_ci_lower_ratio", "training_roi_ci_upper_ratio"))
                .doesNotContainKey("training_cost_amount");
    }

    @ParameterizedTest
    @MethodSource("queries")
    void shouldAskOnlyForMetricsAndLabelsThatExist(DashboardQueries.Query query) {
        Map<String, Set<String>> exported = ExportedMetrics.labelsByName();
        Set<String> metrics = PromqlNames.metrics(query.expression());

        assertThat(metrics).isNotEmpty();
        assertThat(exported.keySet()).containsAll(metrics);
        assertThat(metrics.stream().flatMap(metric -> exported.getOrDefault(metric, Set.of()).stream()))
                .containsAll(PromqlNames.labels(query.expression()));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void shouldCountEveryReplicaOnce(DashboardQueries.Query query) {
        // Every replica shows every result: a sum would double with a second one.
        for (String metric : PromqlNames.metrics(query.expression())) {
            if (ExportedMetrics.ofResults().contains(metric)) {
                String aggregated = "\\b(?:max|min)\\s*(?:by\\s*\\([^)]*\\)\\s*)?\\(\\s*" + metric + "\\b";
                long all = Pattern.compile("\\b" + metric + "\\b")
                        .matcher(query.expression())
                        .results()
                        .count();
                assertThat(Pattern.compile(aggregated)
                                .matcher(query.expression())
                                .results()
                                .count())
                        .as("%s in %s", metric, query.expression())
                        .isEqualTo(all);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("queries")
    void shouldBoundWhatItAsksFor(DashboardQueries.Query query) {
        String expression = query.expression();

        RATE.matcher(expression)
                .results()
                .forEach(rate -> assertThat(rate.group(1)).isEqualTo("$__rate_interval"));
        // Of programs there may be many: only those that were chosen; of alerts there are few.
        if (PromqlNames.labels(expression).contains("program") && !expression.contains("ALERTS")) {
            assertThat(expression).contains("program=~\"$program\"");
        }
        assertThat(PromqlNames.metrics(expression))
                .as("a store's own figures are many")
                .allMatch(metric -> !metric.equals("training_streams_store_keys") || expression.startsWith("topk("));
    }

    static Stream<Object[]> dashboards() throws IOException {
        return DashboardQueries.dashboards().stream()
                .map(dashboard -> new Object[] {dashboard.get("title").asText(), dashboard});
    }

    static List<DashboardQueries.Panel> panels() throws IOException {
        return DashboardQueries.panels();
    }

    static List<DashboardQueries.Query> queries() throws IOException {
        return DashboardQueries.all();
    }
}
