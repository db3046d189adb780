package io.cultivar.oracle;

import static io.cultivar.oracle.Examples.assigned;
import static io.cultivar.oracle.Examples.enrolled;
import static io.cultivar.oracle.Examples.event;
import static io.cultivar.oracle.Examples.instant;
import static io.cultivar.oracle.Examples.places;
import static io.cultivar.oracle.Examples.retracted;
import static io.cultivar.oracle.Examples.sums;
import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.event.Better;
import io.cultivar.contract.event.Phase;
import io.cultivar.contract.event.Sourcing;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import io.cultivar.evaluation.sums.Sums;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules 6 and 9 to 13: skills tested, certificates, lead time, overlap, levels, and what is about no person. */
class OracleLearningTest {

    private static final Cell CERTIFICATION = new Cell.Certification("p");
    private static final Cell LEAD_TIME = new Cell.LeadTime("p");

    private static Draft completed(String id, String time, String data) {
        return event(id, "training.completed", "ann", time, "{'course':'c','program':'p'," + data + "}");
    }

    private static Draft scored(String id, String time, String assessment, String phase, String score) {
        return event(
                id,
                "assessment.scored",
                "ann",
                time,
                "{'program':'p','assessment':'" + assessment + "','phase':'" + phase + "','score':{'scaled':" + score
                        + "}}");
    }

    private static Draft told(String id, String type, String time, String data) {
        return event(id, type, "ann", time, "{" + data + "}");
    }

    @Test
    void shouldCountAttemptsAndJudgeTheNewest() {
        // given: judged once, passed the first time only
        Draft first = scored("s1", "2026-03-01", "t", "post", "1");
        first.data().put("passed", true);
        Draft second = scored("s2", "2026-03-02", "t", "post", "0.5");
        second.data().put("passed", false);
        Draft third = scored("s3", "2026-03-03", "t", "post", "0.25");
        Cell post = new Cell.Scores("p", "t", null, Cohort.NONE, Phase.POST);

        // then
        assertThat(sums(first, second)).containsEntry(post, places("1", "0.5", "0.25", "2", "1", "0"));
        assertThat(sums(first, second, third)).containsEntry(post, places("1", "0.25", "0.0625", "3", "0", "0"));
        assertThat(sums(first, second, retracted("r", second)))
                .containsEntry(post, places("1", "1", "1", "1", "1", "1"));
    }

    @Test
    void shouldTakeTheNewestOfAllAssessmentsOfASkill() {
        // given: two tests of one skill before, one after; and one of none
        Draft quiz = scored("s1", "2026-03-01", "quiz", "pre", "0.5");
        quiz.data().put("skill", "excel");
        Draft exam = scored("s2", "2026-03-02", "exam", "pre", "0.25");
        exam.data().put("skill", "excel");
        Draft later = scored("s3", "2026-05-01", "quiz", "follow-up", "1");
        later.data().put("skill", "excel");
        Draft other = scored("s4", "2026-03-03", "quiz", "pre", "0");

        // when
        Map<Cell, Sums> found = sums(quiz, exam, later, other);

        // then
        assertThat(found)
                .containsEntry(
                        new Cell.Scores("p", null, "excel", Cohort.NONE, Phase.PRE),
                        places("1", "0.25", "0.0625", "2", "0", "0"))
                .containsEntry(
                        new Cell.ScoreChange("p", null, "excel", Cohort.NONE, Phase.PRE, Phase.FOLLOW_UP),
                        places("1", "0.25", "1", "0.0625", "1", "0.25"))
                .containsEntry(
                        new Cell.ScoreChange("p", "quiz", null, Cohort.NONE, Phase.PRE, Phase.FOLLOW_UP),
                        places("1", "0", "1", "0", "1", "0"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-30T23:59:59.999999999Z, 1",
        "2026-07-01T00:00:00Z, 0",
    })
    void shouldHoldACertificateToTheEndOfItsLastDay(Instant asOf, String held) {
        Draft done =
                completed("c", "2026-03-01", "'status':'completed','certified':true,'certifiedUntil':'2026-06-30'");
        assertThat(sums(asOf, done)).containsEntry(CERTIFICATION, places("1", held));
    }

    @Test
    void shouldCountWhoTriedAndWhoHoldsACertificateOnce() {
        // given
        Draft failed =
                completed("c1", "2026-03-01", "'status':'failed','certified':false,'certifiedUntil':'2030-01-01'");
        Draft expired =
                completed("c2", "2026-04-01", "'status':'completed','certified':true,'certifiedUntil':'2026-05-01'");
        Draft forEver = completed("c3", "2026-05-01", "'status':'completed','certified':true");
        Draft silent = completed("c4", "2026-06-01", "'status':'completed','certifiedUntil':'2030-01-01'");

        // then
        assertThat(sums(failed)).containsEntry(CERTIFICATION, places("1", "0"));
        assertThat(sums(failed, expired)).containsEntry(CERTIFICATION, places("1", "0"));
        assertThat(sums(failed, expired, forEver)).containsEntry(CERTIFICATION, places("1", "1"));
        assertThat(sums(silent)).doesNotContainKey(CERTIFICATION);
    }

    @Test
    void shouldCountTheDaysFromEnrollingToCompletingOnce() {
        // given: minutes over midnight are a day
        Draft enrolled = enrolled("e1", "2026-03-01T23:59:00Z");
        Draft done = completed("c1", "2026-03-02T00:01:00Z", "'status':'completed'");
        Draft again = completed("c2", "2026-04-02", "'status':'completed'");
        Draft before = completed("c3", "2026-02-01", "'status':'completed'");
        Draft failed = completed("c4", "2026-03-01T23:59:30Z", "'status':'failed'");

        // then
        assertThat(sums(before, enrolled, failed, done, again)).containsEntry(LEAD_TIME, places("1", "1"));
        assertThat(sums(before, enrolled, failed)).doesNotContainKey(LEAD_TIME);
        // an enrollment counts before an earlier assignment, that to treatment without one, and control never
        assertThat(sums(assigned("a", "2026-01-01", "treatment"), enrolled, done))
                .containsEntry(LEAD_TIME, places("1", "1"));
        assertThat(sums(assigned("a", "2026-02-26", "treatment"), done)).containsEntry(LEAD_TIME, places("1", "4"));
        assertThat(sums(assigned("a", "2026-02-26", "control"), done)).doesNotContainKey(LEAD_TIME);
        assertThat(sums(enrolled, completed("c5", "2026-03-01T23:59:00Z", "'status':'completed'")))
                .containsEntry(LEAD_TIME, places("1", "0"));
    }

    @Test
    void shouldSharePeopleOfEachPairOfProgramsThatTheyBelongTo() {
        // given: q by assignment, P and p by enrollment; z only completed
        Draft q = event(
                "a", "program.assigned", "ann", "2026-01-01", "{'program':'q','arm':'control','design':'matched'}");
        Draft upper = event("e2", "program.enrolled", "ann", "2026-01-01", "{'program':'P'}");
        Draft z =
                event("c", "training.completed", "ann", "2026-01-01", "{'program':'z','course':'c','status':'failed'}");

        // then
        assertThat(sums(q, enrolled("e", "2026-01-01"), upper, z).entrySet().stream()
                        .filter(entry -> entry.getKey() instanceof Cell.SharedPeople))
                .containsExactlyInAnyOrder(
                        Map.entry(new Cell.SharedPeople("P", "p"), places("1")),
                        Map.entry(new Cell.SharedPeople("P", "q"), places("1")),
                        Map.entry(new Cell.SharedPeople("p", "q"), places("1")));
    }

    @Test
    void shouldCountNewestLevelsInTheGroupsOfNow() {
        // given
        Draft hired = told("h", "employment.started", "2026-01-01", "'department':'east','role':'clerk'");
        Draft moved = told("m", "employment.changed", "2026-02-01", "'department':'west'");
        Draft novice = told("n", "skill.assessed", "2026-01-15", "'skill':'excel','level':1");
        Draft expert = told("x", "skill.assessed", "2026-03-15", "'skill':'excel','level':'4.50'");

        // then: the role is still that of the hire
        assertThat(groups(hired, moved, expert, novice))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        new Cell.GroupMembers("west"), places("1"),
                        new Cell.GroupMembers("clerk"), places("1"),
                        new Cell.SkillLevels("excel", "west", new BigDecimal("4.5")), places("1"),
                        new Cell.SkillLevels("excel", "clerk", new BigDecimal("4.5")), places("1"),
                        new Cell.SharedLevels("excel", "clerk", "west"), places("1")));
        assertThat(groups(instant("2026-01-31"), hired, moved, expert, novice))
                .containsEntry(new Cell.SkillLevels("excel", "east", new BigDecimal(1)), places("1"));
        // one name for both is one group; who has left is in none, who came back is
        assertThat(groups(told("h", "employment.started", "2026-01-01", "'department':'board','role':'board'")))
                .containsExactly(Map.entry(new Cell.GroupMembers("board"), places("1")));
        Draft left = told("l", "employment.ended", "2026-04-01", "'kind':'other'");
        assertThat(groups(hired, moved, novice, left)).isEmpty();
        assertThat(groups(hired, moved, left, told("b", "employment.started", "2026-04-01", "'role':'chief'")))
                .containsOnlyKeys(new Cell.GroupMembers("west"), new Cell.GroupMembers("chief"));
        assertThat(groups(novice)).isEmpty();
    }

    private static Map<Cell, Sums> groups(Draft... events) {
        return groups(Examples.END, events);
    }

    /** Without the tenure that every employment gives, too. */
    private static Map<Cell, Sums> groups(Instant asOf, Draft... events) {
        Map<Cell, Sums> sums = new HashMap<>(sums(asOf, events));
        sums.keySet().removeIf(cell -> cell instanceof Cell.Tenure);
        return sums;
    }

    @Test
    void shouldKeepWhatIsAboutNoPerson() {
        // given: needs and judgements count from ever, figures from their time on
        Instant early = instant("2026-01-01");
        Draft need = event("n", "skill.required", "east", "2026-06-01", "{'skill':'excel','level':'3.0'}");
        Draft figure = event(
                "k",
                "provider.measured",
                "acme",
                "2026-06-01",
                "{'kpi':'on-time','value':'0.90','target':1,'better':'higher'}");
        Draft first = judged("j1", "2026-06-01", "control", "0.2");
        Draft second = judged("j2", "2026-06-02", "control", "0.5");
        Draft other = judged("j3", "2026-06-01", "speed", "0.3");

        // then
        Cell needed = new Cell.SkillRequirement("excel", "east");
        Cell measured = new Cell.ProviderFigure(
                "acme", "on-time", instant("2026-06-01"), new BigDecimal("0.9"), BigDecimal.ONE, Better.HIGHER);
        assertThat(sums(early, need, figure, second, first, other))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        needed,
                        places("1", "3"),
                        factor("control", "0.5"),
                        places("1"),
                        factor("speed", "0.3"),
                        places("1")));
        assertThat(sums(instant("2026-06-01"), figure)).containsExactly(Map.entry(measured, places("1")));
        assertThat(sums(first, second, retracted("r", second)))
                .containsExactly(Map.entry(factor("control", "0.2"), places("1")));
    }

    private static Draft judged(String id, String time, String factor, String score) {
        return event(
                id,
                "sourcing.scored",
                "law",
                time,
                "{'sourcing':'external','factor':'" + factor + "','score':" + score
                        + ",'author':'board','reason':'seen'}");
    }

    private static Cell factor(String factor, String score) {
        return new Cell.SourcingScore("law", Sourcing.EXTERNAL, factor, new BigDecimal(score), "board", "seen");
    }
}
