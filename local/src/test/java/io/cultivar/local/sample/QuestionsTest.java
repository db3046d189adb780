package io.cultivar.local.sample;

import static io.cultivar.local.sample.SampleAnswers.unzip;
import static io.cultivar.local.sample.SampleAnswers.values;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every request of docs/QUESTIONS.md has a true answer about the sample company, with the columns that it names. */
@ExtendWith(SharedSampleAnswers.class)
class QuestionsTest {

    private static final List<Question> QUESTIONS = Question.all();

    @Test
    void shouldAskEveryQuestionOfTheDocument() {
        long headings = Question.document()
                .lines()
                .filter(line -> line.startsWith("## "))
                .count();

        assertThat(QUESTIONS).hasSize((int) headings).hasSize(17);
    }

    @ParameterizedTest
    @FieldSource("QUESTIONS")
    void shouldBeAnswered(Question question, SampleAnswers sample) throws Exception {
        // when
        HttpResponse<byte[]> response = sample.ask(question);

        // then
        assertThat(response.statusCode()).as(question.path()).isEqualTo(200);
        String type = response.headers().firstValue("Content-Type").orElseThrow();
        if (type.startsWith("application/json")) {
            JsonNode answer = Json.tree(response.body());
            assertThat(answer.get("data")).isNotEmpty();
            assertThat(answer.get("rows").intValue())
                    .isEqualTo(answer.get("data").size());
            assertThat(answer.hasNonNull("window") && answer.hasNonNull("watermark"))
                    .isTrue();
            assertThat(answer.has("next")).isFalse();
            for (String column : question.columns()) {
                assertThat(values(answer.get("data"), column)).as(column).isNotEmpty();
            }
        } else if (type.startsWith("text/csv")) {
            List<String> lines =
                    new String(response.body(), StandardCharsets.UTF_8).lines().toList();
            assertThat(lines).hasSizeGreaterThan(2);
            assertThat(lines.get(0).split(",", -1)).containsAll(question.columns());
        } else {
            assertThat(type).isEqualTo("application/zip");
            assertThat(unzip(response.body()))
                    .hasSizeGreaterThan(15)
                    .allSatisfy((name, content) ->
                            assertThat(content).as(name).contains(name.endsWith(".csv") ? "\n" : "publication"));
        }
    }

    @Test
    void shouldShowBothArmsInEveryWeekOfTheYear(SampleAnswers sample) throws Exception {
        // when
        JsonNode rows = sample.data("/v1/trends?program=support-simulation&metric=tickets-resolved&bucket=week"
                + "&from=2025-01-01&to=2026-01-01");

        // then: the first Monday is the 6th; after the 28th of December nothing was measured on a Friday
        for (String arm : List.of("treatment", "control")) {
            List<JsonNode> weeks = rows.valueStream()
                    .filter(row -> row.get("arm").textValue().equals(arm))
                    .toList();
            assertThat(weeks).hasSize(51);
            assertThat(weeks.get(0).get("from").textValue()).isEqualTo("2025-01-06");
            assertThat(weeks.get(50).get("to").textValue()).isEqualTo("2025-12-29");
            assertThat(weeks).allMatch(week -> week.hasNonNull("mean") || week.hasNonNull("withheld"));
        }
    }

    @Test
    void shouldPutLongerPeriodsTogetherFromThePublishedOnes(SampleAnswers sample) throws Exception {
        // given
        String question = "/v1/trends?program=support-simulation&metric=tickets-resolved&arm=treatment&bucket=";
        JsonNode weeks = sample.data(question + "week&from=2025-03-31&to=2025-06-30");

        // when
        JsonNode quarter =
                sample.data(question + "quarter&from=2025-04-01&to=2025-07-01").get(0);

        // then: the weeks whose Thursday is in it
        assertThat(quarter.get("periods").intValue()).isEqualTo(weeks.size()).isEqualTo(13);
        long values = weeks.valueStream()
                .mapToLong(week -> week.get("measured").longValue())
                .sum();
        double mean = weeks.valueStream()
                        .mapToDouble(week -> week.get("measured").longValue()
                                * week.get("mean").doubleValue())
                        .sum()
                / values;
        assertThat(quarter.has("measured")).as("they may be the same people").isFalse();
        assertThat(quarter.get("values").longValue()).isEqualTo(values);
        assertThat(quarter.get("mean").doubleValue()).isCloseTo(mean, within(1e-9));
    }

    @Test
    void shouldSubtractTheControlsWeekByWeek(SampleAnswers sample) throws Exception {
        // given
        String ofTickets = "?program=support-simulation&metric=tickets-resolved&bucket=week";
        Map<String, Double> trained = means(sample.data("/v1/trends" + ofTickets + "&arm=treatment"));
        Map<String, Double> controls = means(sample.data("/v1/trends" + ofTickets + "&arm=control"));

        // when
        JsonNode weeks = sample.data("/v1/trends/differences" + ofTickets);

        // then
        assertThat(values(weeks, "difference")).hasSizeGreaterThan(40);
        assertThat(weeks).filteredOn(week -> week.has("difference")).allSatisfy(week -> {
            String from = week.get("from").textValue();
            assertThat(week.get("difference").doubleValue())
                    .isCloseTo(requireNonNull(trained.get(from)) - requireNonNull(controls.get(from)), within(1e-9))
                    .isBetween(
                            week.get("lower").doubleValue(), week.get("upper").doubleValue());
        });
    }

    private static Map<String, Double> means(JsonNode weeks) {
        return weeks.valueStream()
                .filter(week -> week.has("mean"))
                .collect(Collectors.toMap(
                        week -> week.get("from").textValue(),
                        week -> week.get("mean").doubleValue()));
    }

    @Test
    void shouldFindTheProvenPrograms(SampleAnswers sample) throws Exception {
        assertThat(values(sample.data("/v1/roi?grade=A,B&lowerAbove=0"), "program"))
                .extracting(JsonNode::textValue)
                .containsExactly("career-pathways", "complaint-clinic", "crm-mastery", "support-simulation");
        assertThat(values(sample.data("/v1/roi?grade=A,B&lowerAbove=0&decision=expand"), "program"))
                .extracting(JsonNode::textValue)
                .containsExactly("complaint-clinic", "crm-mastery", "support-simulation");
    }

    @Test
    void shouldReportWhatWasReportedThen(SampleAnswers sample) throws Exception {
        // when
        JsonNode change = sample.data("/v1/restatements?program=complaint-clinic&figure=roi&since=2026-04-02")
                .get(0);

        // then
        assertThat(sample.data("/v1/roi?program=complaint-clinic&asOf=2026-04-01")
                        .at("/0/roi/value"))
                .isEqualTo(change.at("/before/value"))
                .isNotEqualTo(change.at("/now/value"));
        assertThat(sample.data("/v1/roi?program=complaint-clinic").at("/0/roi/value"))
                .isEqualTo(change.at("/now/value"));
        assertThat(change.at("/causes/0").textValue()).isEqualTo("late-event");
    }

    @Test
    void shouldShowTheLargestGapsFirst(SampleAnswers sample) throws Exception {
        JsonNode rows = sample.data("/v1/skills/gaps?sort=-meanGap");

        List<Double> gaps =
                values(rows, "meanGap").stream().map(JsonNode::doubleValue).toList();
        assertThat(gaps)
                .isSortedAccordingTo(Comparator.reverseOrder())
                .hasSizeGreaterThan(3)
                .allMatch(gap -> gap >= 0 && gap <= 5);
        assertThat(rows).containsExactlyInAnyOrderElementsOf(sample.data("/v1/skills/gaps"));
    }

    @Test
    void shouldAddUpTheSameCostsHoweverTheyAreGrouped(SampleAnswers sample) throws Exception {
        String some = "/v1/costs/groups?program=crm-mastery,support-simulation";

        assertThat(sum(sample.data(some + "&groupBy=quarter,category")))
                .isPositive()
                .isEqualTo(sum(sample.data(some + "&groupBy=provider")))
                .isEqualTo(sum(sample.data(some)))
                .isEqualTo(sample.data("/v1/costs?program=crm-mastery,support-simulation").findValues("total").stream()
                        .mapToDouble(JsonNode::doubleValue)
                        .sum());
    }

    private static double sum(JsonNode groups) {
        return values(groups, "amount").stream()
                .map(JsonNode::decimalValue)
                .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add)
                .doubleValue();
    }
}
