package io.cultivar.metricsapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The Grafana dashboards of this repository, and every query in them. */
final class DashboardQueries {

    static final Path GRAFANA = Path.of(System.getProperty("basedir", "."), "..", "grafana");

    /**
     * One query of one panel.
     *
     * @param expression PromQL as Grafana sends it with all programs chosen
     */
    record Query(String dashboard, String panel, String expression) {}

    private DashboardQueries() {}

    static List<Query> all() throws IOException {
        List<Query> queries = new ArrayList<>();
        for (JsonNode dashboard : dashboards()) {
            for (JsonNode panel : dashboard.get("panels")) {
                for (JsonNode target : panel.path("targets")) {
                    queries.add(new Query(
                            dashboard.get("uid").asText(),
                            panel.get("title").asText(),
                            target.get("expr").asText().replace("$program", ".*")));
                }
            }
        }
        return List.copyOf(queries);
    }

    static List<JsonNode> dashboards() throws IOException {
        try (Stream<Path> files = Files.list(GRAFANA.resolve("dashboards"))) {
            List<JsonNode> dashboards = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                dashboards.add(Json.tree(Files.readAllBytes(file)));
            }
            return List.copyOf(dashboards);
        }
    }
}
