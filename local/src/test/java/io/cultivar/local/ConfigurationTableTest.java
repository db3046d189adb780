package io.cultivar.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.ingest.IngestConfig;
import io.cultivar.metricsapi.MetricsApiConfig;
import io.cultivar.streams.OperationsConfig;
import io.cultivar.streams.PipelineConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** README's table of settings names what the processes read, and their defaults. */
class ConfigurationTableTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([a-z-]+) \\| `(CULTIVAR_[A-Z_]+)` \\| (.+?) \\|");
    private static final String KEY = "CULTIVAR_PSEUDONYM_KEY";
    private static final String SOME_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    /** An environment that remembers what it was asked for. */
    private static final class Asked extends HashMap<String, String> {

        private static final long serialVersionUID = 1;
        private final Set<String> names = new HashSet<>();

        @Override
        public String getOrDefault(Object name, String fallback) {
            names.add((String) name);
            return super.getOrDefault(name, fallback);
        }
    }

    private static List<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(Path.of("..", "README.md")))
                .results()
                .toList();
    }

    private static Map<String, String> defaults(String process) throws IOException {
        Map<String, String> defaults = new HashMap<>();
        for (MatchResult row : rows()) {
            if (row.group(1).equals("all") || row.group(1).equals(process)) {
                defaults.put(row.group(2), value(row.group(3)));
            }
        }
        return defaults;
    }

    private static String value(String written) {
        if (written.equals("unset")) {
            return "";
        }
        return written.startsWith("`") ? written.substring(1, written.length() - 1) : SOME_KEY;
    }

    private static void shouldBeAsWritten(String process, Function<Map<String, String>, Object> read)
            throws IOException {
        Map<String, String> written = defaults(process);
        var nothingSet = new Asked();
        nothingSet.put(KEY, SOME_KEY);

        Object byDefault = read.apply(nothingSet);

        assertThat(nothingSet.names).as("what %s reads", process).isEqualTo(written.keySet());
        assertThat(read.apply(written)).usingRecursiveComparison().isEqualTo(byDefault);
    }

    @Test
    void shouldTellWhatIngestReads() throws IOException {
        shouldBeAsWritten("ingest", IngestConfig::fromEnvironment);
    }

    @Test
    void shouldTellWhatStreamsReads() throws IOException {
        shouldBeAsWritten(
                "streams",
                environment -> List.of(
                        PipelineConfig.fromEnvironment(environment), OperationsConfig.fromEnvironment(environment)));
    }

    @Test
    void shouldTellWhatMetricsApiReads() throws IOException {
        shouldBeAsWritten("metrics-api", MetricsApiConfig::fromEnvironment);
    }
}
