package io.cultivar.metricsapi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import io.cultivar.metricsapi.ApiUnderTest;
import io.cultivar.metricsapi.published.SamplePrograms;
import io.cultivar.metricsapi.published.SampleSources;
import io.cultivar.metricsapi.published.Snapshot;
import io.cultivar.metricsapi.published.SnapshotSource;
import io.cultivar.metricsapi.tables.Dataset;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A table in pages: all of its rows, each once, of one publication only. */
class PagingTest {

    private static final Snapshot FIRST = SamplePrograms.snapshot();

    private final AtomicReference<Snapshot> shown = new AtomicReference<>(FIRST);
    private ApiUnderTest api;

    @BeforeEach
    void start() {
        SnapshotSource fixed = SampleSources.source(FIRST);
        api = new ApiUnderTest(new SnapshotSource() {
            @Override
            public Optional<Snapshot> snapshot() {
                return Optional.ofNullable(shown.get());
            }

            @Override
            public Optional<java.time.Instant> currentAt() {
                return fixed.currentAt();
            }
        });
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @EnumSource
    void shouldGiveEveryRowOnce(Dataset dataset) throws Exception {
        // given
        JsonNode whole = json(api.get(dataset.path()));

        // when
        List<JsonNode> rows = new ArrayList<>();
        String next = dataset.path() + "?limit=1";
        while (next != null) {
            HttpResponse<String> response = api.get(next);
            JsonNode page = json(response);
            assertThat(page.get("data").size()).isLessThanOrEqualTo(1);
            page.get("data").forEach(rows::add);
            next = page.path("next").textValue();
            assertThat(response.headers().firstValue("Link"))
                    .isEqualTo(Optional.ofNullable(next).map(path -> '<' + path + ">; rel=\"next\""));
        }

        // then
        assertThat(rows).isEqualTo(whole.get("data").valueStream().toList());
        assertThat(whole.has("next")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "ndjson"})
    void shouldGoOnInEveryFormat(String format) throws Exception {
        // given
        String path = "/v1/effects." + format;
        List<String> whole = api.get(path).body().lines().toList();

        // when
        HttpResponse<String> first = api.get(path + "?limit=1");
        String link = first.headers().firstValue("Link").orElseThrow();
        HttpResponse<String> second = api.get(link.substring(1, link.indexOf('>')));

        // then: with a header line of its own where the format has one
        int header = format.equals("csv") ? 1 : 0;
        assertThat(first.body().lines()).containsExactlyElementsOf(whole.subList(0, header + 1));
        assertThat(second.body().lines().skip(header)).containsExactly(whole.get(header + 1));
        assertThat(second.headers().firstValue("Link")).isEmpty();
    }

    @Test
    void shouldKeepTheQuestionInTheNextPage() throws Exception {
        // given names that a query must encode
        String next = json(api.get("/v1/retention/curves?arm=treatment,control&program=negotiation,a%26b%5C,c&limit=1"))
                .get("next")
                .textValue();

        // then
        JsonNode second = json(api.get(next));
        assertThat(second.get("data")).hasSize(1);
        assertThat(second.at("/data/0/arm").textValue()).isEqualTo("control");
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void shouldSayThatThePublicationIsGone_andWhatToDo() throws Exception {
        // given
        String next = json(api.get("/v1/programs?limit=1")).get("next").textValue();
        shown.set(new Snapshot(
                FIRST.programs(),
                FIRST.company(),
                FIRST.portfolio(),
                FIRST.pipeline(),
                FIRST.published(),
                FIRST.received(),
                "fedcba9876543210"));

        // when
        HttpResponse<String> gone = api.get(next);

        // then
        assertThat(gone.statusCode()).isEqualTo(410);
        JsonNode problem = json(gone);
        assertThat(problem.get("type").textValue()).isEqualTo("urn:cultivar:problem:publication-gone");
        assertThat(problem.get("parameter").textValue()).isEqualTo("cursor");
        assertThat(problem.get("detail").textValue())
                .contains("0123456789abcdef", "fedcba9876543210", "without the cursor");
    }

    @Test
    void shouldRefuseACursorOfAnotherQuestion() throws Exception {
        String cursor =
                json(api.get("/v1/programs?limit=1")).get("next").textValue().replaceAll(".*cursor=", "");

        assertThat(api.get("/v1/programs?limit=2&cursor=" + cursor).statusCode())
                .isEqualTo(200);
        for (String other : List.of(
                "/v1/programs?grade=A&cursor=" + cursor,
                "/v1/roi?cursor=" + cursor,
                "/v1/programs?cursor=" + cursor.substring(2),
                "/v1/programs?cursor=!",
                "/v1/programs?cursor=")) {
            HttpResponse<String> refused = api.get(other);
            assertThat(refused.statusCode()).as(other).isEqualTo(400);
            assertThat(json(refused).get("parameter").textValue()).isEqualTo("cursor");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "5001", "-1", "1.5", "many", ""})
    void shouldRefuseALimitThatIsNone(String limit) throws Exception {
        HttpResponse<String> refused = api.get("/v1/programs?limit=" + limit);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).at("/allowed/0").textValue()).isEqualTo("a number from 1 to 5000");
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return Json.tree(response.body().getBytes(StandardCharsets.UTF_8));
    }
}
