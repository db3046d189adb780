package io.cultivar.local.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import io.cultivar.local.Evaluate;
import io.cultivar.local.sample.SampleCompany;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * One number, wherever it is read: what {@code evaluate} computes, what is published, what REST answers, what Prometheus
 * scrapes and what the page draws are equal to the last digit, wherever publication withholds nothing. (PostgreSQL:
 * {@link PostgresContainerIT}; tables of the page: {@code PageBrowserTest}.)
 */
@ExtendWith(EmbeddedSampleRun.class)
@Timeout(600)
class SameNumbersIT {

    private static final Pattern SAMPLE = Pattern.compile("^(\\w+)(\\{[^}]*})? (\\S+)$", Pattern.MULTILINE);
    private static final Pattern RETURNS =
            Pattern.compile("<script type=\"application/json\" id=\"returns-data\">(.*?)</script>", Pattern.DOTALL);

    /** What tells the elements of a list apart. */
    private static final Set<String> KEYS = Set.of(
            "metric",
            "comparisonGroup",
            "arm",
            "horizonDays",
            "assessment",
            "skill",
            "phase",
            "bucket",
            "from",
            "start",
            "elapsed",
            "respondent",
            "theme",
            "text",
            "category",
            "provider",
            "month",
            "currency",
            "kind",
            "outcome",
            "period");

    private final Map<String, JsonNode> exact = new HashMap<>();

    @BeforeEach
    void evaluate(@TempDir Path directory) throws IOException {
        byte[] answer = Evaluate.answer(
                directory,
                SampleCompany.lines(SampleCompany.SEED),
                "--as-of",
                Services.AS_OF.toString(),
                "--partitions",
                "2");
        Json.tree(answer)
                .get("programs")
                .forEach(program -> exact.put(program.get("program").asText(), program));
    }

    @Test
    void shouldBeTheSameOnEverySurface(SampleRun sample) throws IOException {
        // published
        long figures = 0;
        for (Map.Entry<String, String> published : sample.programs().entrySet()) {
            JsonNode program = Json.tree(published.getValue().getBytes(StandardCharsets.UTF_8));
            figures += same(published.getKey(), program, of(program));
        }
        assertThat(figures).as("figures that are published").isGreaterThan(5_000);

        // REST and Prometheus
        Map<String, Double> scraped = scraped(sample.services().get("/metrics"));
        int returns = 0;
        for (JsonNode row : data(sample, "/v1/roi")) {
            JsonNode roi = row.at("/roi/value");
            assertThat(roi).isEqualTo(shownOr(row, of(row).at("/returns/figures/roi/value")));
            assertThat(scraped.get(
                            "training_roi_ratio{program=\"" + row.get("program").asText() + "\"}"))
                    .isEqualTo(roi.isMissingNode() ? null : roi.asDouble());
            returns += roi.isMissingNode() ? 0 : 1;
        }
        assertThat(returns).isGreaterThan(5);
        int effects = 0;
        for (JsonNode row : data(sample, "/v1/effects")) {
            JsonNode effect = row.at("/differenceInDifferences/value");
            for (JsonNode known : of(row).get("effects")) {
                if (known.get("metric").equals(row.get("metric"))) {
                    same(
                            "/v1/effects",
                            row.path("differenceInDifferences"),
                            known.at("/comparison/differenceInDifferences"));
                }
            }
            assertThat(scraped.get("training_effect{outcome=\"%s\",program=\"%s\"}"
                            .formatted(
                                    row.get("metric").asText(),
                                    row.get("program").asText())))
                    .isEqualTo(effect.isMissingNode() ? null : effect.asDouble());
            effects += effect.isMissingNode() ? 0 : 1;
        }
        assertThat(effects).isGreaterThan(5);

        // the page
        Matcher drawn = RETURNS.matcher(new String(sample.services().get("/"), StandardCharsets.UTF_8));
        assertThat(drawn.find()).isTrue();
        Map<Double, Integer> points = new HashMap<>();
        Json.tree(drawn.group(1).getBytes(StandardCharsets.UTF_8))
                .findValues("roi")
                .forEach(roi -> points.merge(roi.path("value").asDouble(), 1, Integer::sum));
        assertThat(points).hasSize(returns);
        data(sample, "/v1/roi").forEach(row -> {
            if (!row.at("/roi/value").isMissingNode()) {
                assertThat(points).containsKey(row.at("/roi/value").asDouble());
            }
        });
    }

    private JsonNode of(JsonNode row) {
        return Objects.requireNonNull(exact.get(row.get("program").asText()));
    }

    private static JsonNode shownOr(JsonNode row, JsonNode exactly) {
        return row.path("withheld").isTextual() ? row.at("/roi/value") : exactly;
    }

    /** Checks that each number that is shown is the exact one at the same place; how many there are. */
    private static long same(String where, JsonNode shown, JsonNode exactly) {
        if (shown.isNumber()) {
            assertThat(shown).as(where).isEqualTo(exactly);
            return 1;
        }
        long count = 0;
        for (JsonNode element : shown.isArray() ? shown : List.<JsonNode>of()) {
            count += same(where + "[]", element, counterpart(where, element, exactly));
        }
        for (Iterator<String> names = shown.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            // A published curve has fewer steps than the exact one.
            count += name.equals("survival") ? 0 : same(where + '/' + name, shown.get(name), exactly.path(name));
        }
        return count;
    }

    /** The element that is about the same: publication leaves out some, so the places differ. */
    private static JsonNode counterpart(String where, JsonNode shown, JsonNode exactly) {
        List<JsonNode> about = exactly.valueStream()
                .filter(element -> about(element).equals(about(shown)))
                .toList();
        assertThat(about).as(where + ' ' + about(shown)).hasSize(1);
        return about.get(0);
    }

    private static Map<String, JsonNode> about(JsonNode element) {
        Map<String, JsonNode> keys = new TreeMap<>();
        KEYS.forEach(key -> {
            if (element.has(key)) {
                keys.put(key, element.get(key));
            }
        });
        return keys.isEmpty() ? Map.of("itself", element) : keys;
    }

    private static JsonNode data(SampleRun sample, String path) throws IOException {
        return Json.tree(sample.services().get(path)).get("data");
    }

    private static Map<String, Double> scraped(byte[] page) {
        Map<String, Double> samples = new HashMap<>();
        Matcher lines = SAMPLE.matcher(new String(page, StandardCharsets.UTF_8));
        while (lines.find()) {
            samples.put(
                    lines.group(1) + (lines.group(2) == null ? "" : lines.group(2)), Double.valueOf(lines.group(3)));
        }
        return samples;
    }
}
