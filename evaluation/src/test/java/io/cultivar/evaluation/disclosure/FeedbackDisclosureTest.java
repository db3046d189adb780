package io.cultivar.evaluation.disclosure;

import static io.cultivar.contract.event.Respondent.LEARNER;
import static io.cultivar.contract.event.Respondent.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.Feedback;
import io.cultivar.contract.result.Feedback.Theme;
import io.cultivar.contract.result.Withheld;
import io.cultivar.evaluation.program.Figures;
import io.cultivar.evaluation.program.Known;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be seen of feedback when the smallest group is five. */
class FeedbackDisclosureTest {

    private static final Disclosure FIVE = new Disclosure(5);

    /** So many people gave as many responses and told everything; half of them apply what they learned. */
    private static Figures said(long people) {
        return new Figures()
                .responses(
                        LEARNER,
                        people,
                        people,
                        people * 4,
                        people,
                        people * 8,
                        0,
                        0,
                        people,
                        people / 2,
                        people,
                        people,
                        people,
                        people,
                        people / 2);
    }

    private static List<Feedback> published(Figures figures) {
        return FIVE.publish(figures.evaluate(Known.NOTHING)).feedback();
    }

    @Test
    void shouldWithholdWhatAFewSaid_howeverOftenTheySaidIt() {
        // given: forty responses of four people
        Feedback found = published(new Figures()
                        .responses(LEARNER, 40, 40, 160, 40, 320, 0, 0, 40, 20, 4, 4, 4, 4, 4)
                        .theme(LEARNER, "pace", 40, 4)
                        .quote(LEARNER, "Worth it."))
                .get(0);

        // then
        assertThat(found)
                .isEqualTo(new Feedback(
                        LEARNER,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        Evidence.WITHHELD,
                        Withheld.SMALL_GROUP));
    }

    @Test
    void shouldWithholdEachFigureThatAFewTell() {
        // given: of twenty people four rate, sixteen recommend, and four of those who are asked do not apply it
        Feedback found = published(
                        new Figures().responses(LEARNER, 20, 4, 16, 16, 130, 9, 2, 20, 16, 20, 4, 16, 20, 16))
                .get(0);

        // then
        assertThat(found.withheld()).isNull();
        assertThat(found.rated()).isNull();
        assertThat(found.satisfaction()).isNull();
        assertThat(found.recommending()).as("all but four").isNull();
        assertThat(found.recommend()).isNotNull();
        assertThat(found.netPromoterScore()).isNotNull();
        assertThat(found.asked()).isEqualTo(20);
        assertThat(found.applying()).isNull();
        assertThat(found.applied()).isNull();
    }

    @Test
    void shouldNameThemesFromTheSmallestGroupOnAndCountThemFromTwiceThat() {
        // given
        Figures figures = said(40).theme(LEARNER, "boss", 30, 4)
                .theme(LEARNER, "room", 9, 9)
                .theme(LEARNER, "food", 8, 8)
                .theme(LEARNER, "pace", 12, 10);

        // then
        assertThat(published(figures).get(0).themes())
                .containsExactly(
                        new Theme("pace", 10L, 12L, null),
                        new Theme("food", null, null, Withheld.SMALL_GROUP),
                        new Theme("room", null, null, Withheld.SMALL_GROUP));
    }

    @ParameterizedTest
    @CsvSource({"9, 0, false", "10, 0, true", "5, 4, false", "5, 5, true", "7, 3, true"})
    void shouldQuoteFromTwiceTheSmallestGroupInTheProgramOn(long learners, long managers, boolean shown) {
        // given
        Figures figures = said(learners)
                .responses(MANAGER, managers, 0, 0, 0, 0, 0, 0, 0, 0, managers, 0, 0, 0, 0)
                .quote(LEARNER, "Worth it.")
                .quote(MANAGER, "My people ask for more.");

        // when
        List<Feedback> found = published(figures);

        // then: but never from a group that is withheld
        assertThat(found.get(0).quotes().isEmpty()).isNotEqualTo(shown);
        found.stream()
                .skip(1)
                .forEach(said -> assertThat(said.quotes().isEmpty()).isNotEqualTo(shown && managers >= 5));
    }
}
