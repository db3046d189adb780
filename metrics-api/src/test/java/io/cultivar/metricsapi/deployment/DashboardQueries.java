package io.cultivar.metricsapi.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Grafana dashboards of this repository, and every query in them. */
final class DashboardQueries {

    static final Path GRAFANA = Path.of(System.getProperty("basedir", "."), "..", "grafana");
    static final String DATASOURCE = "cultivar-prometheus";
    static final String HISTORY = "cultivar-postgres";

    private static final Set<String> WITHOUT_NUMBERS = Set.of("row", "text");
    private static final Pattern TIME_FILTER = Pattern.compile("\\$__timeFilter\\(([a-z_.]+)\\)");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+):sqlstring}");

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

    /**
     * One question to the history.
     *
     * @param sql as it stands in the dashboard, macros and variables and all
     */
    record SqlQuery(String place, String format, String sql) {

        /**
         * As Grafana sends it. Of its macros these stand for: {@code $__timeFilter(c)}: c lies in the range of the dashboard;
         * {@code ${v:sqlstring}}: each chosen value of the variable v in single quotes, with commas between.
         */
        String sent(String from, String to, Map<String, List<String>> chosen) {
            String timed = TIME_FILTER
                    .matcher(sql)
                    .replaceAll(filter ->
                            Matcher.quoteReplacement("%s BETWEEN '%s' AND '%s'".formatted(filter.group(1), from, to)));
            String sent = VARIABLE.matcher(timed)
                    .replaceAll(variable -> Matcher.quoteReplacement(
                            Objects.requireNonNull(chosen.get(variable.group(1)), variable.group()).stream()
                                    .map(value -> "'" + value.replace("'", "''") + "'")
                                    .collect(Collectors.joining(","))));
            if (sent.contains("$")) {
                throw new IllegalArgumentException("not known what Grafana makes of " + sent);
            }
            return sent;
        }

        @Override
        public String toString() {
            return place;
        }
    }

    /** One panel with numbers, and where it stands. */
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

    /** What is asked of the history: by panels, and for the choice of variables. */
    static List<SqlQuery> sql() throws IOException {
        List<SqlQuery> queries = new ArrayList<>();
        for (JsonNode dashboard : dashboards()) {
            String place = dashboard.get("uid").asText() + ": ";
            for (JsonNode panel : dashboard.get("panels")) {
                if (panel.at("/datasource/uid").asText().equals(HISTORY)) {
                    for (JsonNode target : panel.path("targets")) {
                        queries.add(new SqlQuery(
                                place + panel.get("title").asText(),
                                target.get("format").asText(),
                                target.get("rawSql").asText()));
                    }
                }
            }
            for (JsonNode variable : dashboard.at("/templating/list")) {
                if (variable.at("/datasource/uid").asText().equals(HISTORY)) {
                    queries.add(new SqlQuery(
                            place + variable.get("name").asText(),
                            "table",
                            variable.get("query").asText()));
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
