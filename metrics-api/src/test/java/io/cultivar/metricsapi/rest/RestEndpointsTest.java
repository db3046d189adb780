package io.cultivar.metricsapi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.Json;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.metricsapi.ApiUnderTest;
import io.cultivar.metricsapi.published.SamplePrograms;
import io.cultivar.metricsapi.published.SampleSources;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The exact answer of each endpoint, pretty-printed in {@code rest/*.json}. Where an answer changes on purpose, replace
 * its file by what the failure shows, after reading each changed line.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestEndpointsTest {

    private ApiUnderTest api;

    @BeforeAll
    void start() {
        api = new ApiUnderTest(SampleSources.source(SamplePrograms.snapshot()));
    }

    @AfterAll
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/programs, programs",
        "/v1/effects, effects",
        "/v1/assessments?program=negotiation, assessments",
        "/v1/costs?program=negotiation, costs",
        "/v1/roi, roi",
        "/v1/retention, retention",
        "/v1/trends, trends",
        "/v1/trends/differences, trend-differences",
        "/v1/staggered, staggered",
        "/v1/feedback, feedback",
        "/v1/feedback/themes, themes",
        "/v1/retention/curves, curves",
        "/v1/retention/comparisons, comparisons",
        "/v1/roi/portfolio, portfolio",
        "/v1/sourcing, sourcing",
        "/v1/providers, providers",
        "/v1/skills/gaps, skill-gaps",
        "/v1/data-quality, data-quality"
    })
    void shouldAnswerExactly(String path, String expected) throws Exception {
        String body = api.get(path).body();

        assertThat(Json.writePretty(Json.tree(body.getBytes(StandardCharsets.UTF_8))) + "\n")
                .isEqualTo(resource(expected + ".json"));
    }

    @Test
    void shouldAnswerEverythingAboutOneProgramAsItWasPublished() throws Exception {
        String body = api.get("/v1/programs/negotiation").body();

        assertThat(body).isEqualTo(new String(Json.write(SamplePrograms.winner()), StandardCharsets.UTF_8));
        assertThat(Json.read(body.getBytes(StandardCharsets.UTF_8), ProgramResult.class))
                .isEqualTo(SamplePrograms.winner());
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/effects?program=coaching, 1",
        "/v1/effects?metric=sales, 2",
        "/v1/effects?metric=other, 0",
        "/v1/trends?program=negotiation&metric=sales&arm=control, 1",
        "/v1/trends?arm=treatment, 1",
        "/v1/costs, 3",
        "/v1/retention?program=coaching, 0",
        "/v1/staggered?kind=group-time, 3",
        "/v1/staggered?metric=other, 0",
        "/v1/staggered?program=negotiation&metric=sales&kind=simple, 2",
        "/v1/feedback?program=coaching, 0",
        "/v1/feedback/themes?program=negotiation, 2",
        "/v1/retention/curves?program=negotiation, 2",
        "/v1/retention/curves?arm=control, 1",
        "/v1/retention/comparisons?program=mystery, 0",
        "/v1/sourcing?skillArea=safety, 1",
        "/v1/providers?provider=acme, 1",
        "/v1/skills/gaps?skill=haggling, 2"
    })
    void shouldAnswerOnlyTheRowsThatAreAskedFor(String path, int rows) throws Exception {
        var data =
                Json.tree(api.get(path).body().getBytes(StandardCharsets.UTF_8)).get("data");

        assertThat(data.size()).isEqualTo(rows);
    }

    private static String resource(String name) throws Exception {
        try (InputStream in = RestEndpointsTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
