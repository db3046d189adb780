package io.cultivar.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.Topics;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * A quoted comment is part of the name of a sum, and so of keys: when it is gone, no store may keep it, and no topic once it
 * is compacted.
 */
class ForgottenTextTest {

    private static final Instant AS_OF = Instant.parse("2026-06-30T00:00:00Z");
    private static final String TEXT = "the smell of the training room";
    private static final String DAY = "2026-02-01T00:00:00Z";

    private static void feedback(PipelineDriver pipeline, String id, String subject, String comment) {
        pipeline.send(Lines.event(id, "feedback.given", DAY, subject, """
                {"program":"p","respondent":"learner","satisfaction":4,"quotable":true,"comment":"%s"}""".formatted(comment)));
    }

    /** Twelve people answered; one of them, as late as all sums were known, with the text. */
    private static PipelineDriver pipeline() {
        var pipeline = new PipelineDriver(AS_OF);
        pipeline.send(Lines.program("def", "p", Lines.quarters()));
        for (int i = 0; i < 12; i++) {
            feedback(pipeline, "f" + i, "e" + i, "fine");
        }
        pipeline.settle();
        feedback(pipeline, "f", "e0", TEXT);
        pipeline.settle();
        return pipeline;
    }

    @Test
    void shouldKnowWhereATextStands() {
        try (var pipeline = pipeline()) {
            assertThat(pipeline.placesOf(TEXT))
                    .contains(Topics.EVALUATION_SUMS.name(), Topics.PUBLISHED_PROGRAMS.name())
                    .contains(Stores.PARTIALS, Stores.TIMELINE.sums(), Stores.TIMELINE.states(), Stores.RESULTS)
                    .contains("cultivar-test-" + Stores.PARTIALS + "-changelog");
        }
    }

    @Test
    void shouldStandNowhere_onceThePersonIsErased() {
        try (var pipeline = pipeline()) {
            pipeline.send(Lines.event("x", "employee.erased", DAY, "e0", "{\"reason\":\"asked for it\"}"));
            pipeline.settle();

            assertThat(pipeline.placesOf(TEXT)).isEmpty();
            assertThat(pipeline.placesOf("fine")).contains(Topics.EVALUATION_SUMS.name());
        }
    }

    /** A retraction takes a fact out of all that counts; the event itself stays, in case its id was in conflict. */
    @Test
    void shouldStandOnlyAmongTheEvents_onceItIsRetracted() {
        try (var pipeline = pipeline()) {
            pipeline.send(Lines.retracted("r", "feedback.given", "f", "e0"));
            pipeline.settle();

            String facts = Stores.TIMELINE.facts();
            assertThat(pipeline.placesOf(TEXT))
                    .containsExactlyInAnyOrder(facts, "cultivar-test-" + facts + "-changelog");
        }
    }
}
