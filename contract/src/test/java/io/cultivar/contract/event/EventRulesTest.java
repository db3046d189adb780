package io.cultivar.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.event.Decoded.Rejected;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules for single values and for each type of event. */
class EventRulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1e400                  | OUT_OF_RANGE
            -1e400                 | OUT_OF_RANGE
            1e-400                 | OUT_OF_RANGE
            1e999999999            | OUT_OF_RANGE
            1e-999999999           | OUT_OF_RANGE
            "1e400"                | OUT_OF_RANGE
            "1e-400"               | OUT_OF_RANGE
            "1e999999999"          | OUT_OF_RANGE
            1e15                   | OUT_OF_RANGE
            -1e15                  | OUT_OF_RANGE
            1000000000000000       | OUT_OF_RANGE
            0.1234567890123456789  | OUT_OF_RANGE
            0.0000000000000000000  | OUT_OF_RANGE
            "NaN"                  | INVALID_VALUE
            "Infinity"             | INVALID_VALUE
            "-Infinity"            | INVALID_VALUE
            "0x10"                 | INVALID_VALUE
            "1,5"                  | INVALID_VALUE
            " 1"                   | INVALID_VALUE
            ""                     | INVALID_VALUE
            "1e99999999999"        | INVALID_VALUE
            "1d"                   | INVALID_VALUE
            true                   | WRONG_TYPE
            []                     | WRONG_TYPE
            {}                     | WRONG_TYPE
            """)
    void shouldRefuseDecimals(String value, RejectionReason reason) {
        assertRejected("outcome.measured", "/data/value", value, reason, "/data/value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "1e-99999999999", "-1e2147483648"})
    void shouldAnswerToExponentsBeyondAllBounds(String value) {
        assertRejected("outcome.measured", "/data/value", value, RejectionReason.MALFORMED_JSON, "");
        assertRejected("outcome.measured", "/data/unknown", value, RejectionReason.MALFORMED_JSON, "");
    }

    @ParameterizedTest
    @CsvSource({"0e400, 0", "0e999999999, 0", "999999999999999.999999999999999999, 999999999999999.999999999999999999"})
    void shouldTakeDecimalsAtTheBounds(String value, BigDecimal read) {
        Event event = Fixtures.accepted(Fixtures.with(Fixtures.text("outcome.measured"), "/data/value", value));

        assertThat(event.data()).isEqualTo(new OutcomeMeasured("deals-closed", read));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+12345-01-01", "-0001-01-01", "12345-01-01", "20280331", "2027-02-29", "2028-03-31Z", ""})
    void shouldRefuseDates(String value) {
        assertRejected(
                "training.completed",
                "/data/certifiedUntil",
                "\"" + value + "\"",
                RejectionReason.INVALID_VALUE,
                "/data/certifiedUntil");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "9999-12-31T23:59:59Z"       | OUT_OF_RANGE
            "+999999999-01-01T00:00:00Z" | OUT_OF_RANGE
            "2200-01-01T00:00:00Z"       | OUT_OF_RANGE
            "1899-12-31T23:59:59Z"       | OUT_OF_RANGE
            "1900-01-01T00:00:00+01:00"  | OUT_OF_RANGE
            "2026-03-31T09:00:00"        | INVALID_VALUE
            "2026-03-31"                 | INVALID_VALUE
            "2026-02-30T09:00:00Z"       | INVALID_VALUE
            "2026-03-31T24:00:01Z"       | INVALID_VALUE
            "2026-03-31 09:00:00Z"       | INVALID_VALUE
            "yesterday"                  | INVALID_VALUE
            1774947600                   | WRONG_TYPE
            """)
    void shouldRefuseTimes(String value, RejectionReason reason) {
        assertRejected("outcome.measured", "/time", value, reason, "/time");
        assertRejected("outcome.measured", "/recordedtime", value, reason, "/recordedtime");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01T00:00:00Z", "2199-12-31T23:59:59.999999999Z", "2024-02-29T23:59:59-12:00"})
    void shouldTakeTimesAtTheBounds(String value) {
        Fixtures.accepted(Fixtures.with(Fixtures.text("outcome.measured"), "/time", '"' + value + '"'));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            program.defined    | /data/windows/before | "-P1M"     | OUT_OF_RANGE
            program.defined    | /data/windows/before | "P-1M"     | OUT_OF_RANGE
            program.defined    | /data/windows/before | "P1Y-13M"  | OUT_OF_RANGE
            program.defined    | /data/windows/before | "P0D"      | OUT_OF_RANGE
            program.defined    | /data/windows/after  | "P0D"      | OUT_OF_RANGE
            program.defined    | /data/windows/after  | "PT0S"     | OUT_OF_RANGE
            program.defined    | /data/windows/after  | "P101Y"    | OUT_OF_RANGE
            program.defined    | /data/windows/lag    | "-P1D"     | OUT_OF_RANGE
            program.defined    | /data/windows/lag    | "P9999999999Y" | INVALID_VALUE
            program.defined    | /data/windows/lag    | "3 months" | INVALID_VALUE
            program.defined    | /data/windows/lag    | 30         | WRONG_TYPE
            program.defined    | /data/benefitHorizon | "P0M"      | OUT_OF_RANGE
            program.defined    | /data/period         | "P0W"      | OUT_OF_RANGE
            metric.defined     | /data/per            | "P0D"      | OUT_OF_RANGE
            training.completed | /data/duration       | "-PT1S"    | OUT_OF_RANGE
            training.completed | /data/duration       | "P3661D"   | OUT_OF_RANGE
            training.completed | /data/duration       | "P1M"      | INVALID_VALUE
            program.defined    | /data/contractEnd    | "2026-02-29" | INVALID_VALUE
            program.defined    | /data/readoutOn      | "2026-01-31T00:00:00Z" | INVALID_VALUE
            """)
    void shouldRefuseStretchesOfTime(String type, String pointer, String value, RejectionReason reason) {
        assertRejected(type, pointer, value, reason, pointer);
    }

    @Test
    void shouldTakeAWindowWithoutLag() {
        Event event =
                Fixtures.accepted(Fixtures.with(Fixtures.text("program.defined"), "/data/windows/lag", "\"P0D\""));

        assertThat(((ProgramDefined) event.data()).windows().lag().isZero()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /data/score        | {"raw":21,"max":20}             | OUT_OF_RANGE  | /data/score/raw
            /data/score        | {"raw":-1,"max":20}             | OUT_OF_RANGE  | /data/score/raw
            /data/score        | {"raw":4,"min":5,"max":20}      | OUT_OF_RANGE  | /data/score/raw
            /data/score        | {"raw":5,"min":5,"max":5}       | INVALID_VALUE | /data/score/max
            /data/score        | {"raw":5,"min":6,"max":5}       | INVALID_VALUE | /data/score/max
            /data/score        | {"raw":0,"max":0}               | INVALID_VALUE | /data/score/max
            /data/score        | {"raw":5,"scaled":0.5}          | MISSING_FIELD | /data/score/max
            /data/score        | {"min":0,"max":5}               | MISSING_FIELD | /data/score/scaled
            /data/score        | {"scaled":1.5}                  | OUT_OF_RANGE  | /data/score/scaled
            /data/score        | {"scaled":-0.1}                 | OUT_OF_RANGE  | /data/score/scaled
            /data/score        | 0.5                             | WRONG_TYPE    | /data/score
            /data/passed       | "true"                          | WRONG_TYPE    | /data/passed
            /data/phase        | "during"                        | INVALID_VALUE | /data/phase
            /data/phase        | "PRE"                           | INVALID_VALUE | /data/phase
            """)
    void shouldRefuseAssessments(String pointer, String value, RejectionReason reason, String at) {
        assertRejected("assessment.scored", pointer, value, reason, at);
    }

    @Test
    void shouldLetRawDecideBesideScaled() {
        Event event = Fixtures.accepted(Fixtures.with(
                Fixtures.text("assessment.scored"), "/data/score", "{\"raw\":15,\"max\":20,\"scaled\":75}"));

        Score score = ((AssessmentScored) event.data()).score();
        assertThat(score.scaled()).isNull();
        assertThat(score.fraction()).isEqualByComparingTo("0.75");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            program.defined | /data/outcomes | [{"metric":"a","primary":true},{"metric":"b","primary":true}] \
            | INVALID_VALUE | /data/outcomes
            program.defined | /data/outcomes | [{"metric":"a"},{"metric":"a"}] | INVALID_VALUE | /data/outcomes/1/metric
            program.defined | /data/outcomes | [{"metric":"a","unitValue":5}] | MISSING_FIELD | /data/outcomes/0/currency
            program.defined | /data/outcomes | [{"metric":"a"},7] | WRONG_TYPE | /data/outcomes/1
            program.defined | /data/outcomes | {"metric":"a"} | WRONG_TYPE | /data/outcomes
            program.defined | /data/outcomes/0/currency | "eur" | INVALID_VALUE | /data/outcomes/0/currency
            program.defined | /data/outcomes/0/isolation/factor | 1.1 | OUT_OF_RANGE | /data/outcomes/0/isolation/factor
            program.defined | /data/outcomes/0/unitValueStandardError | -1 | OUT_OF_RANGE \
            | /data/outcomes/0/unitValueStandardError
            program.defined | /data/eligible | 2.5 | INVALID_VALUE | /data/eligible
            program.defined | /data/eligible | 2147483648 | OUT_OF_RANGE | /data/eligible
            program.defined | /data/allocation | 1 | OUT_OF_RANGE | /data/allocation
            cost.incurred | /data/currency | "eur" | INVALID_VALUE | /data/currency
            cost.incurred | /data/currency | "EURO" | INVALID_VALUE | /data/currency
            cost.incurred | /data/currency | "EUR\\n" | INVALID_VALUE | /data/currency
            employment.started | /data/currency | "\u20ac" | INVALID_VALUE | /data/currency
            employment.started | /data/annualSalary | -1 | OUT_OF_RANGE | /data/annualSalary
            metric.defined | /data/cap | {"min":5,"max":5} | INVALID_VALUE | /data/cap/max
            metric.defined | /data/cap | {"max":5} | MISSING_FIELD | /data/cap/min
            feedback.given | /data/satisfaction | 0 | OUT_OF_RANGE | /data/satisfaction
            feedback.given | /data/satisfaction | 4.5 | INVALID_VALUE | /data/satisfaction
            feedback.given | /data/recommend | 11 | OUT_OF_RANGE | /data/recommend
            skill.assessed | /data/level | 5.01 | OUT_OF_RANGE | /data/level
            sourcing.scored | /data/score | 1.01 | OUT_OF_RANGE | /data/score
            event.retracted | /data/type | "employee.erased" | INVALID_VALUE | /data/type
            event.retracted | /data/type | "event.retracted" | INVALID_VALUE | /data/type
            event.retracted | /data/type | "coffee.drunk" | INVALID_VALUE | /data/type
            event.retracted | /data | [] | WRONG_TYPE | /data
            event.retracted | /specversion | "0.3" | UNSUPPORTED_VERSION | /specversion
            event.retracted | /specversion | 1.0 | WRONG_TYPE | /specversion
            """)
    void shouldRefuse(String type, String pointer, String value, RejectionReason reason, String at) {
        assertRejected(type, pointer, value, reason, at);
    }

    @Test
    void shouldTakeAnOutcomeThatIsNotTurnedIntoMoney() {
        Event event = Fixtures.accepted(
                Fixtures.with(Fixtures.text("program.defined"), "/data/outcomes", "[{\"metric\":\"morale\"}]"));

        assertThat(((ProgramDefined) event.data()).outcome("morale"))
                .contains(new ProgramOutcome("morale", null, null, null, false, null));
    }

    @Test
    void shouldFillInTheDefaultsOfAProgram() {
        ProgramDefined program =
                (ProgramDefined) Fixtures.event("program.defined.minimal").data();

        assertThat(program.benefitHorizon()).hasToString("P12M");
        assertThat(program.period()).hasToString("P1M");
        assertThat(program.outcomes()).isEmpty();
        assertThat(program.discountRate()).isNull();
    }

    @Test
    void shouldRefuseARetractionOfItself() {
        String retraction = Fixtures.text("event.retracted.minimal");
        String itself = Fixtures.with(retraction, "/data/id", "\"event.retracted-2\"");

        Fixtures.accepted(itself);
        assertThat(Fixtures.rejected(Fixtures.with(itself, "/data/source", "\"hr.example\"")))
                .extracting(Rejected::reason, Rejected::pointer)
                .containsExactly(RejectionReason.INVALID_VALUE, "/id");
    }

    private static void assertRejected(String type, String pointer, String value, RejectionReason reason, String at) {
        Rejected rejected = Fixtures.rejected(Fixtures.with(Fixtures.text(type), pointer, value));

        assertThat(rejected.reason()).as(rejected.toString()).isEqualTo(reason);
        assertThat(rejected.pointer()).as(rejected.toString()).isEqualTo(at);
    }
}
