package io.cultivar.metricsapi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import io.cultivar.metricsapi.ApiUnderTest;
import io.cultivar.metricsapi.published.SamplePrograms;
import io.cultivar.metricsapi.published.SampleSources;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows by their keys, through the server: what is chosen, and what cannot be asked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilterTest {

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
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/programs?program=negotiation,coaching | 2",
                "/v1/programs?provider=acme                | 2",
                "/v1/programs?sourcing=in-house            | 0",
                "/v1/programs?skillArea=sales&provider=acme | 2",
                "/v1/effects?grade=A,B                     | 1",
                "/v1/effects?grade=C,D,E                   | 0",
                "/v1/effects?decision=expand,stop-or-fix   | 1",
                // the interval of the effect is [1.75, 6.25], always-valid
                "/v1/effects?lowerAbove=1.74               | 1",
                "/v1/effects?lowerAbove=1.76               | 0",
                "/v1/roi?lowerAbove=0                      | 1",
                "/v1/roi?lowerAbove=1                      | 0",
                "/v1/roi?currency=USD                      | 0",
                "/v1/roi/portfolio?currency=USD            | 1",
                "/v1/providers?missedTarget=true           | 2",
                "/v1/providers?missedTarget=false          | 1",
                "/v1/feedback?respondent=learner           | 1",
                "/v1/feedback/themes?theme=pace            | 1",
                "/v1/retention?horizonDays=90              | 2",
                "/v1/retention?horizonDays=90,91           | 2",
                "/v1/retention?horizonDays=91              | 0",
                "/v1/assessments?arm=control               | 1",
                "/v1/assessments?skill=haggling            | 1",
                "/v1/programs?program=a\\,b                | 0",
            })
    void shouldChoose(String path, int rows) throws Exception {
        assertThat(json(path, 200).get("data")).hasSize(rows);
    }

    @Test
    void shouldAddUpCostsByWhatIsAskedFor() throws Exception {
        JsonNode all = json("/v1/costs/groups", 200).get("data");

        assertThat(all).hasSize(2);
        // nobody posted participants' time: it has no date
        assertThat(all.get(0).get("category").textValue()).isEqualTo("participant-time");
        assertThat(all.get(0).has("quarter")).isFalse();
        assertThat(all.get(0).get("derived").decimalValue()).isEqualByComparingTo("7680");
        assertThat(all.get(1).get("quarter").textValue()).isEqualTo("2026-Q1");
        assertThat(all.get(1).get("amount").decimalValue()).isEqualByComparingTo("16320.50");

        JsonNode total = json("/v1/costs/groups?groupBy=program", 200).get("data");
        assertThat(total).hasSize(1);
        assertThat(total.at("/0/amount").decimalValue()).isEqualByComparingTo("24000.50");
        assertThat(total.at("/0/derived").decimalValue()).isEqualByComparingTo("7680");
        assertThat(total.get(0).has("category")).isFalse();
        assertThat(json("/v1/costs/groups?from=2026-01-01", 200).get("data")).hasSize(1);
        assertThat(json("/v1/costs/groups?to=2026-01-01", 200).get("data")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/roi?grade=A,F                    | grade        | A",
                "/v1/roi?grade=                       | grade        | A",
                "/v1/roi?program=a,,b                 | program      | values between commas, none empty",
                "/v1/roi?lowerAbove=much              | lowerAbove   | a number such as 0.5",
                "/v1/roi?lowerAbove=1e999             | lowerAbove   | a number such as 0.5",
                "/v1/providers?missedTarget=yes       | missedTarget | true",
                "/v1/costs/groups?groupBy=month       | groupBy      | program",
                "/v1/retention?horizonDays=abc        | horizonDays  | numbers from 1 to 999999 between commas, such as 90,180",
                "/v1/retention?horizonDays=90,        | horizonDays  | numbers from 1 to 999999 between commas, such as 90,180",
                "/v1/retention?horizonDays=090        | horizonDays  | numbers from 1 to 999999 between commas, such as 90,180",
                "/v1/retention?horizonDays=90.0       | horizonDays  | numbers from 1 to 999999 between commas, such as 90,180",
                "/v1/retention?horizonDays=-90        | horizonDays  | numbers from 1 to 999999 between commas, such as 90,180",
                "/v1/retention?horizonDays=0          | horizonDays  | numbers from 1 to 999999 between commas, such as 90,180",
                "/v1/skills/gaps?sort=skill           | sort         | -meanGap"
            })
    void shouldNameWhatIsWrongAndWhatIsAllowed(String path, String parameter, String allowed) throws Exception {
        JsonNode problem = json(path, 400);

        assertThat(problem.get("parameter").textValue()).isEqualTo(parameter);
        assertThat(problem.at("/allowed/0").textValue()).isEqualTo(allowed);
    }

    private JsonNode json(String path, int status) throws Exception {
        HttpResponse<String> response = api.get(path.strip().replace("\\", "%5C"));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return Json.tree(response.body().getBytes(StandardCharsets.UTF_8));
    }
}
