package io.cultivar.oracle;

import static io.cultivar.oracle.Examples.erased;
import static io.cultivar.oracle.Examples.instant;
import static io.cultivar.oracle.Examples.places;
import static io.cultivar.oracle.Examples.retracted;
import static io.cultivar.oracle.Examples.sums;
import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.event.Respondent;
import io.cultivar.evaluation.sums.Cell;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What respondents say, and what of it is quoted. */
class OracleFeedbackTest {

    private static final Cell LEARNERS = new Cell.Responses("p", Respondent.LEARNER);

    private static Draft said(String id, @Nullable String subject, String data) {
        return new Draft(
                id,
                "s",
                "feedback.given",
                instant("2026-03-01"),
                subject,
                null,
                Examples.json("{'program':'p','respondent':'learner'" + data + "}"));
    }

    @Test
    void shouldCountEveryResponseAndThePeopleBehindThem() {
        // given: ann answers twice, somebody unknown twice too
        Draft glad = said("f1", "ann", ",'satisfaction':5,'recommend':9,'applied':true,'themes':['pace','pace']");
        Draft sad = said("f2", "ann", ",'satisfaction':1,'recommend':6,'applied':false,'themes':['pace','room']");
        Draft quiet = said("f3", null, "");
        Draft lukewarm = said("f4", null, ",'recommend':8,'themes':['room']");

        // then
        assertThat(sums(glad, sad))
                .containsEntry(LEARNERS, places("2", "2", "6", "2", "15", "1", "1", "2", "1", "1", "1", "1", "1", "1"))
                .containsEntry(new Cell.ThemeNamed("p", Respondent.LEARNER, "pace"), places("2", "1"));
        assertThat(sums(glad, sad, quiet, lukewarm))
                .containsEntry(LEARNERS, places("4", "2", "6", "3", "23", "1", "1", "2", "1", "3", "1", "2", "1", "1"))
                .containsEntry(new Cell.ThemeNamed("p", Respondent.LEARNER, "room"), places("2", "2"));
        assertThat(sums(glad, lukewarm, erased("x")))
                .containsEntry(LEARNERS, places("1", "0", "0", "1", "8", "0", "0", "0", "0", "1", "0", "1", "0", "0"));
    }

    @Test
    void shouldQuoteOnlyWithConsent() {
        // given
        Draft yes = said("f1", "ann", ",'comment':'  Worth it. ','quotable':true");
        Draft no = said("f2", "ann", ",'comment':'Awful.','quotable':false");
        Draft unasked = said("f3", "ann", ",'comment':'Dull.'");
        Draft blank = said("f4", "ann", ",'comment':'  ','quotable':true");
        Cell quote = new Cell.Quote("p", Respondent.LEARNER, "Worth it.");

        // then
        assertThat(sums(yes, no, unasked, blank))
                .containsOnlyKeys(LEARNERS, quote)
                .containsEntry(quote, places("1"));
        assertThat(sums(yes, said("f5", null, ",'comment':'Worth it.','quotable':true")))
                .containsEntry(quote, places("2"));
        assertThat(sums(yes, no, retracted("r", yes))).containsOnlyKeys(LEARNERS);
    }

    @ParameterizedTest
    @CsvSource({"500, 500", "501, 500", "499, 499"})
    void shouldCutAQuote(int length, int kept) {
        assertThat(sums(said("f", "ann", ",'comment':'" + "x".repeat(length) + "','quotable':true")))
                .containsKey(new Cell.Quote("p", Respondent.LEARNER, "x".repeat(kept)));
    }

    @Test
    void shouldCutAQuoteBeforeAPairAndItsBlanks() {
        String pair = "\uD83D\uDE00";
        assertThat(sums(said("f", "ann", ",'comment':'" + "x".repeat(499) + pair + "','quotable':true")))
                .containsKey(new Cell.Quote("p", Respondent.LEARNER, "x".repeat(499)));
        assertThat(sums(said("f", "ann", ",'comment':'" + "x".repeat(498) + pair + "y','quotable':true")))
                .containsKey(new Cell.Quote("p", Respondent.LEARNER, "x".repeat(498) + pair));
        assertThat(sums(said("f", "ann", ",'comment':'" + "x".repeat(490) + " ".repeat(20) + "y','quotable':true")))
                .containsKey(new Cell.Quote("p", Respondent.LEARNER, "x".repeat(490)));
    }
}
