package io.cultivar.local.containers;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Grafana dashboards of this project as queries that a Prometheus understands. */
final class Dashboards {

    /** Where Grafana's own files lie, seen from a module's directory. */
    static final Path GRAFANA = Path.of("..", "grafana");

    /** Where Prometheus's configuration and rules lie. */
    static final Path PROMETHEUS = Path.of("..", "docker", "prometheus");

    private static final Pattern VARIABLE = Pattern.compile("\\$(\\w+)|\\$\\{(\\w+)(?::\\w+)?}");

    /** What Grafana itself puts in, for a panel that shows the last hour. */
    private static final Map<String, String> BUILT_IN = Map.of(
            "__interval", "15s",
            "__interval_ms", "15000",
            "__rate_interval", "1m",
            "__range", "1h",
            "__range_s", "3600",
            "__range_ms", "3600000");

    /** One query and the place where it stands. */
    record Query(String place, String expression) {

        private static final Pattern OF_PROCESSES =
                Pattern.compile("time\\(\\)|rate\\(|increase\\(|jvm_|up\\{|ALERTS|training_streams_|training_metrics_");

        /** Whether it asks for results only, which do not change while nothing is sent, and not for how processes fare. */
        boolean asksForResults() {
            return !OF_PROCESSES.matcher(expression).find();
        }
    }

    private Dashboards() {}

    /** Every query of every dashboard, with "All" chosen wherever one can choose. */
    static List<Query> queries() throws IOException {
        List<Query> queries = new ArrayList<>();
        try (Stream<Path> files = Files.list(GRAFANA.resolve("dashboards"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                JsonNode dashboard = Json.tree(Files.readAllBytes(file));
                collect(file.getFileName().toString(), dashboard.path("panels"), variables(dashboard), queries);
            }
        }
        return List.copyOf(queries);
    }

    /** Rows hold panels of their own. */
    private static void collect(String place, JsonNode panels, Map<String, String> variables, List<Query> queries) {
        for (JsonNode panel : panels) {
            String here = place + ": " + panel.path("title").asText();
            for (JsonNode target : panel.path("targets")) {
                if (target.hasNonNull("expr")) {
                    String name = here + " " + target.path("refId").asText();
                    queries.add(new Query(name, substituted(target.get("expr").asText(), variables)));
                }
            }
            collect(here, panel.path("panels"), variables, queries);
        }
    }

    private static Map<String, String> variables(JsonNode dashboard) {
        Map<String, String> variables = new HashMap<>(BUILT_IN);
        for (JsonNode variable : dashboard.path("templating").path("list")) {
            String chosen = variable.path("includeAll").asBoolean()
                    ? variable.path("allValue").asText(".*")
                    : variable.path("current").path("value").asText();
            variables.put(variable.path("name").asText(), chosen);
        }
        return variables;
    }

    private static String substituted(String expression, Map<String, String> variables) {
        return VARIABLE.matcher(expression).replaceAll(match -> {
            String name = match.group(1) == null ? match.group(2) : match.group(1);
            String value = variables.get(name);
            if (value == null) {
                throw new IllegalArgumentException("no dashboard variable is named " + name + ": " + expression);
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
