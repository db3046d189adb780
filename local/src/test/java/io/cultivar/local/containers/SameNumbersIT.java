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
 * One number, wherever it is read: what {@code evaluate} computes, what is published, what REST answers and what the
 * page draws are equal to the last digit, wherever publication withholds nothing. (Prometheus: {@link SameSeriesIT};
 * PostgreSQL: {@link PostgresContainerIT}; tables of the page: {@code PageBrowserTest}.)
 */
@ExtendWith(EmbeddedSampleRun.class)
@Timeout(600)
class SameNumbersIT {

    private static final Pattern DRAWN =
            Pattern.compile("<script type=\"application/json\" id=\"returns-data\">(.*?)</script>", Pattern.DOTALL);

    /** Figures of a return that REST has under the same names. */
    private static final List<String> RETURNS =
            List.of("benefit", "netBenefit", "roi", "benefitCostRatio", "netPresentValue", "probabilityPositive");

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

        // REST
        Map<String, Double> returns = new TreeMap<>();
        for (JsonNode row : data(sample, "/v1/roi")) {
            JsonNode known = of(row).at("/returns/figures");
            for (String figure : RETURNS) {
                same("/v1/roi", row.path(figure), known.path(figure));
            }
            JsonNode roi = row.at("/roi/value");
            assertThat(roi).isEqualTo(shownOr(row, known.at("/roi/value")));
            if (!roi.isMissingNode()) {
                returns.put(row.get("title").asText(), roi.asDouble());
            }
        }
        assertThat(returns).hasSizeGreaterThan(5);
        long effects = 0;
        for (JsonNode row : data(sample, "/v1/effects")) {
            JsonNode known = counterpart("/v1/effects", row, of(row).get("effects"));
            effects += same(
                    "/v1/effects",
                    row.path("differenceInDifferences"),
                    known.at("/comparison/differenceInDifferences"));
        }
        assertThat(effects).isGreaterThan(50);

        // the page
        assertThat(drawn(sample)).isEqualTo(returns);
    }

    /** The returns that the page draws, by the names of the programs. */
    private static Map<String, Double> drawn(SampleRun sample) throws IOException {
        Matcher data = DRAWN.matcher(new String(sample.services().get("/"), StandardCharsets.UTF_8));
        assertThat(data.find()).isTrue();
        Map<String, Double> returns = new TreeMap<>();
        for (JsonNode program : Json.tree(data.group(1).getBytes(StandardCharsets.UTF_8))) {
            if (program.hasNonNull("roi")) {
                returns.put(
                        program.get("label").asText(), program.at("/roi/value").asDouble());
            }
        }
        return returns;
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
}
