package io.cultivar.metricsapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The Grafana dashboards of this repository, and every query in them. */
final class DashboardQueries {

    static final Path GRAFANA = Path.of(System.getProperty("basedir", "."), "..", "grafana");
    static final String DATASOURCE = "cultivar-prometheus";

    private static final Set<String> WITHOUT_NUMBERS = Set.of("row", "text");

    /**
     * One query of one panel.
     *
     * @param expression PromQL as it stands in the dashboard, variables and all
     */
    record Query(String dashboard, String panel, String expression) {

        /** As Grafana sends it with everything chosen. */
        String sent() {
            return expression
                    .replace("$__rate_interval", "1m")
                    .replace("$program", ".*")
                    .replace("$skill_area", ".*");
        }
    }

    /** One panel that asks Prometheus, and where it stands. */
    record Panel(String place, JsonNode json) {

        List<String> expressions() {
            List<String> expressions = new ArrayList<>();
            json.path("targets")
                    .forEach(target -> expressions.add(target.path("expr").asText()));
            return List.copyOf(expressions);
        }

        @Override
        public String toString() {
            return place;
        }
    }

    private DashboardQueries() {}

    static List<Query> all() throws IOException {
        List<Query> queries = new ArrayList<>();
        for (JsonNode dashboard : dashboards()) {
            for (JsonNode panel : dashboard.get("panels")) {
                // The lists of another data source are in its own language.
                if (panel.at("/datasource/uid").asText().equals(DATASOURCE)) {
                    for (JsonNode target : panel.path("targets")) {
                        queries.add(new Query(
                                dashboard.get("uid").asText(),
                                panel.get("title").asText(),
                                target.get("expr").asText()));
                    }
                }
            }
        }
        return List.copyOf(queries);
    }

    /** Every panel with numbers, of whatever data source. */
    static List<Panel> panels() throws IOException {
        List<Panel> panels = new ArrayList<>();
        for (JsonNode dashboard : dashboards()) {
            for (JsonNode panel : dashboard.get("panels")) {
                if (!WITHOUT_NUMBERS.contains(panel.get("type").asText())) {
                    panels.add(new Panel(
                            dashboard.get("uid").asText() + ": "
                                    + panel.path("title").asText(),
                            panel));
                }
            }
        }
        return List.copyOf(panels);
    }

    static List<JsonNode> dashboards() throws IOException {
        List<JsonNode> dashboards = new ArrayList<>();
        for (Path file : files()) {
            dashboards.add(Json.tree(Files.readAllBytes(file)));
        }
        return List.copyOf(dashboards);
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(GRAFANA.resolve("dashboards"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
