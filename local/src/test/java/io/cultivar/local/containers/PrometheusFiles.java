package io.cultivar.local.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The files of a Prometheus that scrapes the services of a test. */
final class PrometheusFiles {

    private PrometheusFiles() {}

    /** The configuration that is shipped, but for where the services are and how often they are asked. */
    static Map<String, String> of(Services services, String key, int... replicas) throws IOException {
        Map<String, String> files = new HashMap<>();
        files.put("scrape-key", key);
        files.put(
                "prometheus.yml",
                replaced(
                        Files.readString(Dashboards.PROMETHEUS.resolve("prometheus.yml")),
                        Map.of(
                                "scrape_interval: 5s", "scrape_interval: 2s",
                                "scrape_timeout: 4s", "scrape_timeout: 2s",
                                "evaluation_interval: 15s", "evaluation_interval: 2s",
                                "/run/secrets/scrape-key", "scrape-key",
                                // Nobody is to be told.
                                "targets: [\"alertmanager:9093\"]", "targets: []")));
        StringBuilder metrics = new StringBuilder("\"127.0.0.1:" + services.metricsPort() + "\"");
        for (int port : replicas) {
            metrics.append(", \"127.0.0.1:").append(port).append('"');
        }
        files.put(
                "targets.yml",
                replaced(
                        Files.readString(Dashboards.PROMETHEUS.resolve("targets.yml")),
                        Map.of(
                                "\"ingest:8081\"", "\"127.0.0.1:" + services.ingestPort() + "\"",
                                "\"streams:8082\"", "\"127.0.0.1:" + services.streamsPort() + "\"",
                                "\"metrics-api:8080\"", metrics.toString())));
        try (Stream<Path> rules = Files.list(Dashboards.PROMETHEUS.resolve("rules"))) {
            for (Path file : rules.toList()) {
                files.put("rules/" + file.getFileName(), Files.readString(file));
            }
        }
        return files;
    }

    private static String replaced(String text, Map<String, String> replacements) {
        String result = text;
        for (Map.Entry<String, String> replacement : replacements.entrySet()) {
            assertThat(result).contains(replacement.getKey());
            result = result.replace(replacement.getKey(), replacement.getValue());
        }
        return result;
    }
}
