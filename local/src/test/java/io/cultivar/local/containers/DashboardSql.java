package io.cultivar.local.containers;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the Grafana dashboards of this project ask PostgreSQL. */
final class DashboardSql {

    private static final String DATASOURCE = "cultivar-postgres";
    private static final Pattern TIME_FILTER = Pattern.compile("\\$__timeFilter\\(([a-z_.]+)\\)");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+):sqlstring}");

    /** From two years before the last month of the sample company until now, when it was published. */
    private static final String RANGE = " BETWEEN timestamptz '" + Services.AS_OF + "' - interval '2 years' AND now()";

    /** One question and the place where it stands: a panel, or {@code $} and the name of a variable. */
    record Question(String place, String sql) {

        /** As Grafana sends it where these values are chosen, by variable. */
        String sent(Map<String, List<String>> chosen) {
            String timed =
                    TIME_FILTER.matcher(sql).replaceAll(filter -> Matcher.quoteReplacement(filter.group(1) + RANGE));
            String sent = VARIABLE.matcher(timed)
                    .replaceAll(variable ->
                            Matcher.quoteReplacement(quoted(Objects.requireNonNull(chosen.get(variable.group(1))))));
            if (sent.contains("$")) {
                throw new IllegalArgumentException("not known what Grafana makes of " + sent);
            }
            return sent;
        }

        private static String quoted(List<String> values) {
            return values.stream()
                    .map(value -> "'" + value.replace("'", "''") + "'")
                    .collect(Collectors.joining(","));
        }
    }

    private DashboardSql() {}

    /** Those of every panel and every variable of every dashboard. */
    static List<Question> questions() throws IOException {
        List<Question> questions = new ArrayList<>();
        try (Stream<Path> files = Files.list(Dashboards.GRAFANA.resolve("dashboards"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                JsonNode dashboard = Json.tree(Files.readAllBytes(file));
                String place = file.getFileName() + ": ";
                for (JsonNode variable : dashboard.at("/templating/list")) {
                    if (variable.at("/datasource/uid").asText().equals(DATASOURCE)) {
                        questions.add(new Question(
                                place + '$' + variable.get("name").asText(),
                                variable.get("query").asText()));
                    }
                }
                collect(place, dashboard.path("panels"), questions);
            }
        }
        return List.copyOf(questions);
    }

    /** Rows hold panels of their own. */
    private static void collect(String place, JsonNode panels, List<Question> questions) {
        for (JsonNode panel : panels) {
            String here = place + panel.path("title").asText();
            for (JsonNode target : panel.path("targets")) {
                if (target.hasNonNull("rawSql")) {
                    questions.add(new Question(here, target.get("rawSql").asText()));
                }
            }
            collect(here + ": ", panel.path("panels"), questions);
        }
    }
}
