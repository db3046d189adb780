package io.cultivar.evaluation.program;

import static io.cultivar.contract.event.Respondent.CUSTOMER;
import static io.cultivar.contract.event.Respondent.LEARNER;
import static io.cultivar.contract.event.Respondent.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.Feedback;
import io.cultivar.contract.result.Feedback.Theme;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedbackEvaluationTest {

    @Test
    void shouldPutEveryScaleBetweenItsEnds() {
        // given: ratings 5 4 3 3, recommendations 10 9 7 6 0, applied yes yes no, of seven responses by six people
        Feedback found = new Figures()
                .responses(LEARNER, 7, 4, 15, 5, 32, 2, 2, 3, 2, 6, 4, 5, 3, 2)
                .evaluate(Known.NOTHING)
                .feedback()
                .get(0);

        // then: (15/4 - 1) / 4 = 0.6875; 32/50; (2 - 2) / 5; 2/3
        assertThat(found)
                .isEqualTo(new Feedback(
                        LEARNER,
                        6L,
                        7L,
                        4L,
                        0.6875,
                        5L,
                        0.64,
                        0.0,
                        3L,
                        2L,
                        2.0 / 3,
                        List.of(),
                        List.of(),
                        Evidence.DESCRIPTIVE,
                        null));
    }

    @Test
    void shouldTellNothing_whereNobodyTellsIt() {
        Feedback found = new Figures()
                .responses(MANAGER, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0)
                .evaluate(Known.NOTHING)
                .feedback()
                .get(0);
        assertThat(found.responses()).isEqualTo(1);
        assertThat(found.satisfaction()).isNull();
        assertThat(found.recommend()).isNull();
        assertThat(found.netPromoterScore()).isNull();
        assertThat(found.applied()).isNull();
    }

    @Test
    void shouldReachTheEndsOfEveryScale() {
        // given: everybody at the top, everybody at the bottom
        List<Feedback> found = new Figures()
                .responses(LEARNER, 2, 2, 10, 2, 20, 2, 0, 2, 2, 2, 2, 2, 2, 2)
                .responses(CUSTOMER, 2, 2, 2, 2, 0, 0, 2, 2, 0, 2, 2, 2, 2, 0)
                .evaluate(Known.NOTHING)
                .feedback();

        // then
        Feedback best = found.get(0);
        assertThat(List.of(best.satisfaction(), best.recommend(), best.netPromoterScore(), best.applied()))
                .containsExactly(1.0, 1.0, 1.0, 1.0);
        Feedback worst = found.get(1);
        assertThat(List.of(worst.satisfaction(), worst.recommend(), worst.netPromoterScore(), worst.applied()))
                .containsExactly(0.0, 0.0, -1.0, 0.0);
    }

    @Test
    void shouldListThemesByFrequencyAndTenQuotesByText() {
        // given
        Figures figures = new Figures()
                .responses(LEARNER, 20, 0, 0, 0, 0, 0, 0, 0, 0, 20, 0, 0, 0, 0)
                .theme(LEARNER, "room", 3, 2)
                .theme(LEARNER, "pace", 3, 3)
                .theme(LEARNER, "trainer", 9, 8)
                .theme(MANAGER, "time", 50, 50);
        for (char letter = 'l'; letter >= 'a'; letter--) {
            figures.quote(LEARNER, letter + ".");
        }

        // when
        Feedback found = figures.evaluate(Known.NOTHING).feedback().get(0);

        // then
        assertThat(found.themes())
                .containsExactly(
                        new Theme("trainer", 8L, 9L, null),
                        new Theme("pace", 3L, 3L, null),
                        new Theme("room", 2L, 3L, null));
        assertThat(found.quotes()).containsExactly("a.", "b.", "c.", "d.", "e.", "f.", "g.", "h.", "i.", "j.");
    }
}
