package io.cultivar.metricsapi;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Grafana shows a broken dashboard as an empty one, so its promises are checked here. */
class DashboardsTest {

    private static final String DATASOURCE = "cultivar-prometheus";
    private static final Set<String> WITHOUT_NUMBERS = Set.of("row", "text");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
    private static final Pattern SELECTOR = Pattern.compile("\\{[^}]*}");
    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\(([^)]*)\\)");
    private static final Pattern MATCHER = Pattern.compile("([a-zA-Z_]+)\\s*(?:=~|!~|!=|=)");
    private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "offset");
    private static final Map<String, Meter> METERS =
            TrainingMeters.families().collect(Collectors.toMap(Meter::id, Function.identity()));

    @Test
    void shouldHaveUniqueIds() throws IOException {
        List<JsonNode> dashboards = DashboardQueries.dashboards();

        assertThat(dashboards).isNotEmpty();
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
        }
    }

    @ParameterizedTest
    @MethodSource("panels")
    void shouldSayOfEveryPanelWhatItShowsAndInWhichUnit(String title, JsonNode panel) {
        assertThat(title).isNotBlank();
        assertThat(panel.path("description").asText()).isNotBlank();
        assertThat(panel.at("/fieldConfig/defaults/unit").asText()).isNotBlank();
        assertThat(panel.at("/datasource/uid").asText()).isEqualTo(DATASOURCE);
        assertThat(panel.path("targets")).isNotEmpty();
        for (JsonNode target : panel.path("targets")) {
            assertThat(target.at("/datasource/uid").asText()).isEqualTo(DATASOURCE);
        }
    }

    @Test
    void shouldUseTheProvisionedDatasource() throws IOException {
        assertThat(Files.readString(DashboardQueries.GRAFANA.resolve("provisioning/datasources/prometheus.yml")))
                .contains("uid: " + DATASOURCE + "\n");
        for (JsonNode dashboard : DashboardQueries.dashboards()) {
            assertThat(dashboard.at("/templating/list"))
                    .allSatisfy(variable ->
                            assertThat(variable.at("/datasource/uid").asText()).isEqualTo(DATASOURCE));
        }
    }

    @ParameterizedTest
    @MethodSource("queries")
    void shouldAskOnlyForMetricsAndLabelsThatExist(DashboardQueries.Query query) {
        Set<String> metrics = metrics(query.expression());

        assertThat(metrics).isNotEmpty();
        assertThat(METERS.keySet()).containsAll(metrics);
        assertThat(METERS.values().stream()
                        .filter(meter -> metrics.contains(meter.id()))
                        .flatMap(meter -> meter.labels().stream()))
                .containsAll(labels(query.expression()));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void shouldCountEveryReplicaOnce(DashboardQueries.Query query) {
        // Every replica shows every series: without an aggregation over instances each would be drawn once a replica.
        assertThat(query.expression()).containsPattern("\\b(max|min)\\b");
    }

    static Stream<Object[]> panels() throws IOException {
        List<Object[]> panels = new ArrayList<>();
        for (JsonNode dashboard : DashboardQueries.dashboards()) {
            for (JsonNode panel : dashboard.get("panels")) {
                if (!WITHOUT_NUMBERS.contains(panel.get("type").asText())) {
                    panels.add(new Object[] {panel.get("title").asText(), panel});
                }
            }
        }
        return panels.stream();
    }

    static List<DashboardQueries.Query> queries() throws IOException {
        return DashboardQueries.all();
    }

    private static Set<String> metrics(String expression) {
        String bare =
                GROUPING.matcher(SELECTOR.matcher(expression).replaceAll("")).replaceAll("");
        return NAME.matcher(bare)
                .results()
                .filter(name -> !bare.substring(name.end()).stripLeading().startsWith("("))
                .map(name -> name.group())
                .filter(name -> !OPERATORS.contains(name))
                .collect(toSet());
    }

    private static List<String> labels(String expression) {
        List<String> labels = new ArrayList<>();
        Matcher grouping = GROUPING.matcher(expression);
        while (grouping.find()) {
            labels.addAll(Arrays.asList(grouping.group(1).split("\\s*,\\s*", -1)));
        }
        Matcher selector = SELECTOR.matcher(expression);
        while (selector.find()) {
            MATCHER.matcher(selector.group()).results().forEach(label -> labels.add(label.group(1)));
        }
        return labels;
    }
}
