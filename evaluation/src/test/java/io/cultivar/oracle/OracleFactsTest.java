package io.cultivar.oracle;

import static io.cultivar.oracle.Examples.END;
import static io.cultivar.oracle.Examples.QUALITY;
import static io.cultivar.oracle.Examples.assigned;
import static io.cultivar.oracle.Examples.enrolled;
import static io.cultivar.oracle.Examples.erased;
import static io.cultivar.oracle.Examples.event;
import static io.cultivar.oracle.Examples.instant;
import static io.cultivar.oracle.Examples.lines;
import static io.cultivar.oracle.Examples.measured;
import static io.cultivar.oracle.Examples.metric;
import static io.cultivar.oracle.Examples.places;
import static io.cultivar.oracle.Examples.program;
import static io.cultivar.oracle.Examples.retracted;
import static io.cultivar.oracle.Examples.sums;
import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.event.Design;
import io.cultivar.contract.result.Bucket;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import io.cultivar.evaluation.sums.Sums;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** "From events to facts": seen through ann's trend of calls in March, as she is enrolled in p. */
class OracleFactsTest {

    private static final Draft ENROLLED = enrolled("enrolled", "2026-01-01");
    private static final Cell MARCH =
            new Cell.Trend("p", "calls", Cohort.ENROLLED, Bucket.MONTH, LocalDate.of(2026, 3, 1));

    /** The March mean that is left, which with one person is place 1; and null where there is none. */
    private static String march(Draft... events) {
        Sums sums = withAnn(events).get(MARCH);
        return sums == null ? "none" : sums.at(1).toPlainString();
    }

    private static Map<Cell, Sums> withAnn(Draft... events) {
        List<String> lines = new ArrayList<>(lines(events));
        lines.add(ENROLLED.line());
        return Oracle.sums(lines, END);
    }

    @Test
    void shouldLetOneOfTwoContentsStandAndCountTheConflict() {
        // given
        Draft three = measured("o", "2026-03-01", "3");
        Draft four = measured("o", "2026-03-02", "4");
        boolean threeIsGreater =
                Fact.of(three.line()).hash().compareTo(Fact.of(four.line()).hash()) > 0;

        // then: two contents, three copies, one conflict
        assertThat(march(three, four, three)).isEqualTo(threeIsGreater ? "3" : "4");
        assertThat(withAnn(three, four, three)).containsEntry(QUALITY, places("1", "0", "0"));
    }

    @Test
    void shouldSeeNoConflictInOtherWordsForTheSame() {
        // given
        Draft number = measured("o", "2026-03-01", "3.50");
        Draft text = measured("o", "2026-03-01", "'3.50'");

        // then
        assertThat(Oracle.sums(List.of(number.line(), number.otherWords(), text.line()), END))
                .isEmpty();
    }

    @Test
    void shouldKeepEqualIdsOfTwoSubjectsApart() {
        // given
        Draft bob = event("o", "program.enrolled", "bob", "2026-03-01", "{'program':'p'}");

        // then
        assertThat(march(measured("o", "2026-03-01", "3"), bob)).isEqualTo("3");
        assertThat(withAnn(measured("o", "2026-03-01", "3"), bob)).doesNotContainKey(QUALITY);
    }

    @Test
    void shouldRetractInAnyOrderAndWhateverTheDate() {
        // given
        Draft three = measured("o", "2026-03-01", "3");
        Draft retraction = retracted("r", three);

        // then
        assertThat(march(three, retraction)).isEqualTo("none");
        assertThat(march(retraction.at(instant("2020-01-01")), three)).isEqualTo("none");
        assertThat(march(retraction.at(END.plusSeconds(1)), three)).isEqualTo("none");
    }

    @Test
    void shouldBringTheRunnerUpBackWhenTheWinnerIsRetracted() {
        // given
        Draft first = measured("o1", "2026-03-01", "3");
        Draft correction = measured("o2", "2026-03-01", "5").recordedAt(instant("2026-04-01"));

        // then
        assertThat(march(first, correction)).isEqualTo("5");
        assertThat(march(first, correction, retracted("r", correction))).isEqualTo("3");
        assertThat(withAnn(first, correction)).doesNotContainKey(QUALITY);
    }

    @Test
    void shouldDecideBetweenEqualRecordedTimesBySourceThenIdAndCountTheConflict() {
        // given
        Draft mine = measured("b", "2026-03-01", "3");
        Draft higherId = measured("c", "2026-03-01", "4");
        Draft higherSource = measured("a", "2026-03-01", "5").identifiedBy("t", "a");
        Draft latest = measured("a", "2026-03-01", "6").recordedAt(instant("2026-03-02"));

        // then
        assertThat(march(mine, higherId)).isEqualTo("4");
        assertThat(march(mine, higherId, higherSource)).isEqualTo("5");
        assertThat(withAnn(mine, higherId, higherSource)).containsEntry(QUALITY, places("0", "1", "0"));
        // The conflict of the others no longer matters: the best two differ in recorded time.
        assertThat(march(mine, higherId, latest)).isEqualTo("6");
        assertThat(withAnn(mine, higherId, latest)).doesNotContainKey(QUALITY);
    }

    @Test
    void shouldCompareSourcesByCodeUnit() {
        // given: U+1F600 is the greater code point, but its first code unit D83D is less than FF48
        Draft emoji = measured("o", "2026-03-01", "3").identifiedBy("\uD83D\uDE00", "o");
        Draft wide = measured("o", "2026-03-01", "4").identifiedBy("\uFF48", "o");

        // then
        assertThat(march(emoji, wide)).isEqualTo("4");
    }

    @Test
    void shouldForgetAnErasedPersonInAnyOrder() {
        // given: with a conflict, which counts no longer either
        Draft three = measured("o", "2026-03-01", "3");
        Draft four = measured("o", "2026-03-01", "4");

        // then
        assertThat(withAnn(three, four, erased("x"))).containsExactly(Map.entry(QUALITY, places("0", "0", "1")));
        assertThat(withAnn(erased("x"), erased("y"), three)).containsExactly(Map.entry(QUALITY, places("0", "0", "1")));
    }

    @Test
    void shouldEraseEvenWhereTheErasureLostItsIdentityOrIsRetracted() {
        // given: two contents of one identity, of which either may be the greater
        Draft erasure = erased("o");
        Draft retraction = retracted("r", measured("o", "2026-03-01", "3"));

        // then
        for (int value = 1; value <= 10; value++) {
            Draft rival = measured("o", "2026-03-01", Integer.toString(value));
            assertThat(withAnn(rival, erasure)).containsExactly(Map.entry(QUALITY, places("0", "0", "1")));
        }
        assertThat(withAnn(erasure, retraction)).containsExactly(Map.entry(QUALITY, places("0", "0", "1")));
    }

    @Test
    void shouldOnlyRetractWhereTheRetractionStands() {
        // given: a retraction and a measurement under one identity
        Draft three = measured("o", "2026-03-01", "3");
        Draft retraction = retracted("r", three);
        Draft rival = measured("r", "2026-04-01", "9");
        boolean retractionStands = Fact.of(retraction.line())
                        .hash()
                        .compareTo(Fact.of(rival.line()).hash())
                > 0;

        // then
        assertThat(march(three, retraction, rival)).isEqualTo(retractionStands ? "none" : "3");
        assertThat(withAnn(three, retraction, rival)).containsEntry(QUALITY, places("1", "0", "0"));
    }

    @Test
    void shouldStillCountTheConflictOfWhatIsRetracted() {
        // given
        Draft three = measured("o", "2026-03-01", "3");
        Draft four = measured("o", "2026-03-01", "4");

        // then
        assertThat(march(three, four, retracted("r", three))).isEqualTo("none");
        assertThat(withAnn(three, four, retracted("r", three))).containsEntry(QUALITY, places("1", "0", "0"));
    }

    @Test
    void shouldLetRetractionsStandThatAreRetractedThemselves() {
        // given: rule 3 asks only that a retraction stands, and rule 2 alone says what stands
        Draft three = measured("o", "2026-03-01", "3");
        Draft retraction = retracted("r", three);
        Draft ofTheRetraction = retracted("rr", measured("r", "2026-03-01", "0"));

        // then
        assertThat(march(three, retraction, ofTheRetraction)).isEqualTo("none");
    }

    @Test
    void shouldNotCountWhatIsDatedAfterAsOf() {
        // given
        Draft member = assigned("a", "2026-03-01", "treatment");
        Cell cell = new Cell.Members("p", Cohort.TREATMENT, Design.RANDOMIZED);
        Instant index = instant("2026-03-01");

        // then: at asOf itself it counts; recorded later does not matter; a conflict counts all the same
        assertThat(sums(index.minusNanos(1), member)).isEmpty();
        assertThat(sums(index, member.recordedAt(END))).containsEntry(cell, places("1", "0"));
        assertThat(sums(index.minusNanos(1), member, assigned("b", "2026-03-01", "control")))
                .containsExactly(Map.entry(QUALITY, places("0", "1", "0")));
    }

    @Test
    void shouldTakeTheLatestRecordedDefinitionWhateverAsOf() {
        // given
        Draft first = program("d1", "P1M", "P0D", "P1M", "").recordedAt(instant("2026-01-01"));
        Draft second = program("d2", "P2M", "P0D", "P1M", "").recordedAt(instant("2027-01-01"));
        Draft per = metric("m1", "calls", "P1M", "higher");

        // then
        assertThat(winner(first, second)).isEqualTo("d2");
        assertThat(winner(first, second, retracted("r", second))).isEqualTo("d1");
        assertThat(winner(first, retracted("r", first))).isEqualTo("none");
        assertThat(Oracle.metric(lines(per), "calls"))
                .hasValueSatisfying(e -> assertThat(e.id()).isEqualTo("m1"));
        assertThat(Oracle.metric(lines(per), "sales")).isEmpty();
    }

    private static String winner(Draft... events) {
        return Oracle.definition(lines(events), "p").map(event -> event.id()).orElse("none");
    }

    @Test
    void shouldNameTheProgramsThatAreDefinedOrHaveACell() {
        // given
        Draft cost = event(
                "k", "cost.incurred", "q", "2026-02-01", "{'category':'travel','amount':'0.00','currency':'EUR'}");
        Draft feedback =
                event("f", "feedback.given", "ann", "2026-02-01", "{'program':'z','respondent':'learner','themes':[]}");

        // then
        assertThat(Oracle.programs(lines(program("d", "P1M", "P0D", "P1M", ""), cost, feedback)))
                .containsExactly("p", "q", "z");
        assertThat(Oracle.programs(lines(cost), instant("2026-01-31"))).isEmpty();
    }
}
