package io.cultivar.local.sample;

import static io.cultivar.local.sample.SampleAnswers.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import io.cultivar.evaluation.disclosure.Disclosure;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The answers to docs/QUESTIONS.md are right: each is held against what was planted in the sample company, against
 * another table, or against what must be so. (Questions 3, 6, 7, 12 and 17:
 * {@link QuestionsTest}; 16: {@link SampleContentTest}.)
 */
@ExtendWith(SharedSampleAnswers.class)
class AnswersTest {

    @Test
    void shouldFindThatTheProgramRaisedTheOutcome(SampleAnswers sample) throws Exception {
        // when
        JsonNode rows = answer(sample, 1);

        // then: five tickets more were planted
        assertThat(rows).hasSize(1);
        JsonNode effect = rows.get(0);
        assertThat(effect.get("program").textValue()).isEqualTo("support-simulation");
        assertThat(effect.get("metric").textValue()).isEqualTo("tickets-resolved");
        assertThat(number(effect, "/differenceInDifferences/value"))
                .isCloseTo(
                        number(effect, "/treatment/change/value") - number(effect, "/control/change/value"),
                        within(1e-9));
        assertThat(5.0)
                .isBetween(
                        number(effect, "/differenceInDifferences/alwaysValid/lower"),
                        number(effect, "/differenceInDifferences/alwaysValid/upper"));
        assertThat(effect.get("decision").textValue()).isEqualTo("expand");
    }

    @Test
    void shouldFollowTheEffectFromPeriodToPeriod(SampleAnswers sample) throws Exception {
        // when
        JsonNode rows = answer(sample, 2);

        // then: 0.6 points were planted; five months after, only one wave of eighteen people is left
        assertThat(values(rows, "kind")).extracting(JsonNode::textValue).containsOnly("dynamic");
        assertThat(values(rows, "program")).extracting(JsonNode::textValue).containsOnly("crm-mastery");
        assertThat(values(rows, "metric")).extracting(JsonNode::textValue).containsOnly("customer-satisfaction");
        assertThat(values(rows, "elapsed"))
                .extracting(JsonNode::intValue)
                .containsExactly(-5, -4, -3, -2, -1, 0, 1, 2, 3, 4);
        assertThat(rows)
                .filteredOn(row -> number(row, "/elapsed") < 4)
                .allSatisfy(row -> assertThat(number(row, "/effect/lower") < 0.6 && number(row, "/effect/upper") > 0.6)
                        .isEqualTo(number(row, "/elapsed") >= 0));
    }

    @Test
    void shouldFindThatTheTrainedStay(SampleAnswers sample) throws Exception {
        // when
        JsonNode rows = answer(sample, 4);

        // then
        assertThat(values(rows, "arm")).extracting(JsonNode::textValue).containsExactly("treatment", "control");
        assertThat(rows).allSatisfy(row -> {
            assertThat(number(row, "/horizonDays")).isEqualTo(180);
            assertThat(number(row, "/rate")).isEqualTo(number(row, "/retained") / number(row, "/followed"));
        });
        assertThat(number(rows, "/0/survival/lower")).isGreaterThan(number(rows, "/1/survival/value"));
    }

    @Test
    void shouldGiveCurvesThatNeverRise(SampleAnswers sample) throws Exception {
        // given
        List<String> lines = new String(sample.ask(question(5)).body(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        List<String> columns = List.of(lines.get(0).split(",", -1));

        // when
        Map<String, List<String[]>> curves = lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(row -> !row[columns.indexOf("day")].isEmpty())
                .collect(Collectors.groupingBy(
                        row -> row[columns.indexOf("program")]
                                + ' '
                                + row[columns.indexOf("arm")]
                                + ' '
                                + row[columns.indexOf("leaving")],
                        TreeMap::new,
                        Collectors.toList()));

        // then
        assertThat(curves).containsKeys("career-pathways control ", "career-pathways treatment ");
        assertThat(curves.keySet()).allMatch(curve -> curve.startsWith("career-pathways "));
        curves.forEach((curve, rows) -> {
            assertThat(column(rows, columns.indexOf("day")))
                    .as(curve)
                    .isSorted()
                    .doesNotHaveDuplicates();
            for (String falling : List.of("survival", "atRisk")) {
                assertThat(column(rows, columns.indexOf(falling)))
                        .as(curve + ' ' + falling)
                        .isNotEmpty()
                        .isSortedAccordingTo(Comparator.reverseOrder());
            }
            assertThat(column(rows, columns.indexOf("survival"))).allMatch(share -> share >= 0 && share <= 1);
        });
    }

    private static List<Double> column(List<String[]> rows, int column) {
        return rows.stream().map(row -> Double.valueOf(row[column])).toList();
    }

    @Test
    void shouldAddUpTheBills(SampleAnswers sample) throws Exception {
        // when
        JsonNode rows = answer(sample, 8);

        // then: 9,800 and 11,000 were billed in May and June
        assertThat(rows)
                .filteredOn(row -> row.path("provider").asText().equals("northlight-academy")
                        && row.path("category").asText().equals("provider-fees")
                        && row.path("quarter").asText().equals("2025-Q2"))
                .singleElement()
                .satisfies(row -> assertThat(number(row, "/amount")).isEqualTo(20_800));
        Set<List<String>> groups = new HashSet<>();
        assertThat(rows)
                .allMatch(row -> groups.add(Stream.of("category", "provider", "quarter", "currency")
                        .map(column -> row.path(column).asText())
                        .toList()));
        assertThat(byQuarter(rows)).isNotEmpty().isEqualTo(byQuarter(sample.data("/v1/costs/groups?groupBy=quarter")));
    }

    /** What was posted, added up. */
    private static Map<String, BigDecimal> byQuarter(JsonNode rows) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        rows.valueStream()
                .filter(row -> row.has("quarter"))
                .forEach(row -> sums.merge(
                        row.get("quarter").textValue(),
                        row.get("amount").decimalValue().setScale(2),
                        BigDecimal::add));
        return sums;
    }

    @Test
    void shouldCompareTheTwoProgramsOfTheSkillArea(SampleAnswers sample) throws Exception {
        // when
        JsonNode rows = answer(sample, 9);

        // then
        assertThat(rows).hasSize(1);
        JsonNode row = rows.get(0);
        assertThat(row.get("skillArea").textValue()).isEqualTo("customer-service");
        assertThat(row.at("/inHouse/cost"))
                .isEqualTo(sample.data("/v1/costs?program=complaint-clinic").at("/0/total"));
        assertThat(row.at("/external/cost"))
                .isEqualTo(sample.data("/v1/costs?program=support-simulation").at("/0/total"));
        assertThat(number(row, "/netBenefitDifference/value"))
                .isCloseTo(
                        netBenefit(sample, "complaint-clinic") - netBenefit(sample, "support-simulation"), within(1.0));
    }

    /** Of a measured person of the program. */
    private static double netBenefit(SampleAnswers sample, String program) throws Exception {
        JsonNode row = sample.data("/v1/roi?program=" + program).get(0);
        return number(row, "/netBenefit/value") / number(row, "/measured");
    }

    @Test
    void shouldNameThoseProvidersThatMissedATarget(SampleAnswers sample) throws Exception {
        // given
        Map<String, Boolean> missed = new TreeMap<>();
        for (String line : SampleAnswers.EVENTS) {
            if (line.contains("\"provider.measured\"")) {
                JsonNode event = Json.tree(line.getBytes(StandardCharsets.UTF_8));
                double above = number(event, "/data/value") - number(event, "/data/target");
                boolean lower = event.at("/data/better").asText().equals("lower");
                missed.merge(event.get("subject").asText(), lower ? above > 0 : above < 0, Boolean::logicalOr);
            }
        }

        // when
        List<String> named = values(answer(sample, 10), "provider").stream()
                .map(JsonNode::textValue)
                .toList();

        // then
        assertThat(missed).containsValue(false);
        assertThat(named)
                .isNotEmpty()
                .containsExactlyElementsOf(missed.keySet().stream()
                        .filter(provider -> Boolean.TRUE.equals(missed.get(provider)))
                        .toList());
    }

    @Test
    void shouldFindThatPeopleLearntAndForgotSome(SampleAnswers sample) throws Exception {
        // when
        JsonNode rows = answer(sample, 11);

        // then
        assertThat(values(rows, "program")).extracting(JsonNode::textValue).containsOnly("crm-mastery");
        assertThat(values(rows, "arm")).extracting(JsonNode::textValue).containsOnly("treatment");
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(number(row, "/gain/lower")).isPositive();
            assertThat(number(row, "/hedgesG/lower")).isPositive();
            assertThat(number(row, "/decay/upper")).isNegative();
            assertThat(number(row, "/lasting/value")).isBetween(0.0, number(row, "/gain/value"));
        });
    }

    @Test
    void shouldReturnTwiceAsMuchWhereALeaverCostsTwiceAsMuch(SampleAnswers sample) throws Exception {
        // when
        JsonNode rows = Json.tree(sample.ask(question(13)).body()).get("data");

        // then
        assertThat(rows).hasSize(2);
        JsonNode less = rows.get(0);
        JsonNode more = rows.get(1);
        assertThat(number(less, "/assumed/leaverCostShare")).isEqualTo(0.15);
        assertThat(number(more, "/assumed/leaverCostShare")).isEqualTo(0.30);
        assertThat(number(more, "/turnover/benefit/value"))
                .isCloseTo(2 * number(less, "/turnover/benefit/value"), within(1e-6));
        assertThat(number(more, "/netBenefit/value") - number(less, "/netBenefit/value"))
                .isCloseTo(number(less, "/turnover/benefit/value"), within(1e-6));
        assertThat(number(more, "/roi/value")).isGreaterThan(number(less, "/roi/value"));
    }

    @Test
    void shouldTellTheSmallestEffectThatWouldHaveBeenSeen(SampleAnswers sample) throws Exception {
        // when
        JsonNode rows = answer(sample, 14);

        // then: 80 % power is about 2.8 standard errors; nothing was planted
        assertThat(values(rows, "program")).extracting(JsonNode::textValue).containsOnly("resilience-webinar");
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(number(row, "/minimumDetectable/absolute")
                            / number(row, "/differenceInDifferences/standardError"))
                    .isBetween(2.75, 2.95);
            assertThat(Math.abs(number(row, "/relative/value"))).isLessThan(number(row, "/minimumDetectable/relative"));
        });
    }

    @Test
    void shouldCountWhatLearnersNameAndNobodyElse(SampleAnswers sample) throws Exception {
        // when
        JsonNode rows = answer(sample, 15);

        // then
        Map<String, Long> answered = sample.data("/v1/feedback?respondent=learner")
                .valueStream()
                .filter(row -> row.has("people"))
                .collect(Collectors.toMap(
                        row -> row.get("program").textValue(),
                        row -> row.get("people").longValue()));
        assertThat(values(rows, "respondent")).extracting(JsonNode::textValue).containsOnly("learner");
        assertThat(rows)
                .filteredOn(row -> !row.hasNonNull("withheld"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get("people").longValue())
                        .isBetween(
                                (long) Disclosure.LEAST_GROUP,
                                answered.get(row.get("program").textValue())));
        assertThat(sample.data("/v1/feedback/themes?respondent=manager")).doesNotContainAnyElementsOf(rows);
    }

    private static Question question(int number) {
        Question question = Question.all().get(number - 1);
        assertThat(question.title()).startsWith(number + ". ");
        return question;
    }

    private static JsonNode answer(SampleAnswers sample, int number) throws Exception {
        return sample.data(question(number).path());
    }

    private static double number(JsonNode row, String pointer) {
        JsonNode cell = row.at(pointer);
        assertThat(cell.isNumber()).as(pointer + " of " + row).isTrue();
        return cell.doubleValue();
    }
}
