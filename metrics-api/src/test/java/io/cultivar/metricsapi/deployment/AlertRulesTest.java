package io.cultivar.metricsapi.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.cultivar.metricsapi.exposition.ExportedMetrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An alert that cannot fire, or that nobody knows what to do about, is worse than none. */
class AlertRulesTest {

    private static final Path ROOT = Path.of(System.getProperty("basedir", "."), "..");
    private static final Path PROMETHEUS = ROOT.resolve("docker/prometheus");
    private static final Path OPERATING = ROOT.resolve("docs/OPERATING.md");
    private static final ObjectMapper YAML = new YAMLMapper();

    /** An alert or a record. */
    record Rule(String name, JsonNode json) {

        String expression() {
            return json.get("expr").asText();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(PROMETHEUS.resolve(folder))) {
            return files.sorted().toList();
        }
    }

    private static List<Rule> rules(String kind) throws IOException {
        List<Rule> rules = new ArrayList<>();
        for (Path file : files("rules")) {
            for (JsonNode group : YAML.readTree(file.toFile()).get("groups")) {
                for (JsonNode rule : group.get("rules")) {
                    if (rule.has(kind)) {
                        rules.add(new Rule(rule.get(kind).asText(), rule));
                    }
                }
            }
        }
        return List.copyOf(rules);
    }

    static List<Rule> alerts() throws IOException {
        return rules("alert");
    }

    static List<Rule> all() throws IOException {
        return Stream.concat(rules("record").stream(), rules("alert").stream()).toList();
    }

    @ParameterizedTest
    @MethodSource("all")
    void shouldAskOnlyForMetricsAndLabelsThatExist(Rule rule) throws IOException {
        Map<String, Set<String>> exported = new HashMap<>(ExportedMetrics.labelsByName());
        rules("record").forEach(record -> exported.put(record.name(), Set.of("program")));
        Set<String> metrics = PromqlNames.metrics(rule.expression());

        assertThat(metrics).isNotEmpty();
        assertThat(exported.keySet()).containsAll(metrics);
        assertThat(metrics.stream().flatMap(metric -> exported.getOrDefault(metric, Set.of()).stream()))
                .containsAll(PromqlNames.labels(rule.expression()));
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void shouldSayWhoIsConcernedAndWhatToDo(Rule alert) throws IOException {
        JsonNode labels = alert.json().get("labels");
        assertThat(labels.path("severity").asText()).isIn("critical", "warning", "info");
        assertThat(labels.path("audience").asText()).isIn("leadership", "admins", "operations");
        assertThat(alert.json().path("for").asText()).isNotBlank();
        assertThat(alert.json().at("/annotations/summary").asText()).endsWith(".");
        assertThat(alert.json().at("/annotations/runbook").asText())
                .isEqualTo("docs/OPERATING.md#" + alert.name().toLowerCase(Locale.ROOT));

        String runbook = Files.readString(OPERATING);
        int from = runbook.indexOf("\n### " + alert.name() + "\n");
        assertThat(from).as("the section of %s", alert.name()).isPositive();
        int to = runbook.indexOf("\n#", from + 4);
        assertThat(runbook.substring(from, to < 0 ? runbook.length() : to))
                .contains("**Meaning:**", "**First look:**", "**Remedy:**");
    }

    @Test
    void shouldHaveNoRunbookWithoutItsAlert() throws IOException {
        List<String> sections = Files.readAllLines(OPERATING).stream()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4))
                .toList();

        assertThat(sections)
                .containsExactlyInAnyOrderElementsOf(
                        alerts().stream().map(Rule::name).toList());
    }

    /** What an alert asks of Prometheus itself, it must not have thrown away. */
    @Test
    void shouldKeepWhatPrometheusTellsOfItself() throws IOException {
        String kept = YAML.readTree(PROMETHEUS.resolve("prometheus.yml").toFile())
                .at("/scrape_configs/2/metric_relabel_configs/0/regex")
                .asText();
        List<String> asked = all().stream()
                .flatMap(rule -> PromqlNames.metrics(rule.expression()).stream())
                .filter(metric -> metric.startsWith("prometheus_"))
                .toList();

        assertThat(asked).isNotEmpty().allSatisfy(metric -> assertThat(metric).matches(kept));
    }

    @Test
    void shouldBeValidForPromtool(@TempDir Path directory) throws Exception {
        Tool promtool = Tool.PROMTOOL.required();
        // given all that is mounted in the container, of which promtool wants to see the key
        String mounted = "/run/secrets/scrape-key";
        Path key = Files.writeString(directory.resolve("scrape-key"), "key");
        String shipped = Files.readString(PROMETHEUS.resolve("prometheus.yml"));
        assertThat(shipped).contains(mounted);
        Path file = Files.writeString(directory.resolve("prometheus.yml"), shipped.replace(mounted, key.toString()));
        Files.copy(PROMETHEUS.resolve("targets.yml"), directory.resolve("targets.yml"));
        Files.createDirectory(directory.resolve("rules"));
        for (Path rules : files("rules")) {
            Files.copy(rules, directory.resolve("rules").resolve(rules.getFileName()));
        }

        Tool.Said config = promtool.run("check", "config", file.toString());

        assertThat(config.status()).as(config.text()).isZero();
        assertThat(config.text()).contains("2 rule files found");
    }

    @Test
    void shouldFireWhereAndOnlyWhereTheyMust() throws Exception {
        Tool promtool = Tool.PROMTOOL.required();
        List<Path> tests = files("tests");
        assertThat(tests).isNotEmpty();

        for (Path test : tests) {
            Tool.Said said = promtool.run("test", "rules", test.toString());
            assertThat(said.status()).as(said.text()).isZero();
        }
    }

    /** Otherwise an alert could be added that no test ever lets fire. */
    @Test
    void shouldBeTestedToFireAndNotToFire() throws IOException {
        Map<String, Set<Boolean>> tested = new LinkedHashMap<>();
        for (Path file : files("tests")) {
            for (JsonNode alert : YAML.readTree(file.toFile()).findValues("alert_rule_test")) {
                for (JsonNode each : alert) {
                    tested.computeIfAbsent(each.get("alertname").asText(), name -> new HashSet<>())
                            .add(!each.path("exp_alerts").isEmpty());
                }
            }
        }

        for (Rule alert : alerts()) {
            assertThat(tested).containsEntry(alert.name(), Set.of(true, false));
        }
    }

    @Test
    void shouldParseEveryQueryOfTheDashboards(@TempDir Path directory) throws Exception {
        // given the queries as rules, because that is what every promtool parses
        Tool promtool = Tool.PROMTOOL.required();
        var rules = YAML.createArrayNode();
        for (DashboardQueries.Query query : DashboardQueries.all()) {
            rules.addObject().put("record", "query:" + rules.size()).put("expr", query.sent());
        }
        var file = YAML.createObjectNode();
        file.putArray("groups").addObject().put("name", "queries").set("rules", rules);
        Path written = directory.resolve("queries.yml");
        YAML.writeValue(written.toFile(), file);

        // when
        Tool.Said said = promtool.run("check", "rules", written.toString());

        // then
        assertThat(said.status()).as(said.text()).isZero();
        assertThat(said.text()).contains(rules.size() + " rules found");
    }
}
