package io.cultivar.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.cultivar.contract.event.Event;
import io.cultivar.contract.event.EventRetracted;
import io.cultivar.contract.event.EventType;
import io.cultivar.contract.event.Fixtures;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TopicsTest {

    @Test
    void shouldStandInFlowOrder() {
        assertThat(Topics.ALL)
                .extracting(Topic::name)
                .containsExactly(
                        "learning.events",
                        "workforce.events",
                        "program.events",
                        "ingest.rejected",
                        "evaluation.definitions",
                        "evaluation.sums",
                        "evaluation.results",
                        "published.programs",
                        "published.company",
                        "published.pipeline",
                        "published.log")
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+\\.[a-z]+"));
    }

    @Test
    void shouldNeverCompactWhatEverythingIsRecomputedFrom_norWhatWasSaid() {
        assertThat(Topics.ALL)
                .filteredOn(topic -> topic.retention() == Topic.Retention.FOREVER)
                .containsExactly(
                        Topics.LEARNING_EVENTS,
                        Topics.WORKFORCE_EVENTS,
                        Topics.PROGRAM_EVENTS,
                        Topics.INGEST_REJECTED,
                        Topics.PUBLISHED_LOG);
    }

    @ParameterizedTest
    @EnumSource
    void shouldRouteEveryTypeToATopicOfEvents(EventType type) {
        assertThat(type.topic()).isIn(Topics.LEARNING_EVENTS, Topics.WORKFORCE_EVENTS, Topics.PROGRAM_EVENTS);
        assertThat(Topics.ALL).contains(Fixtures.event(type.id()).topic());
    }

    @ParameterizedTest
    @CsvSource({
        "program.enrolled,     employee/employee-4711, learning.events",
        "program.assigned,     employee/employee-4711, learning.events",
        "training.completed,   employee/employee-4711, learning.events",
        "assessment.scored,    employee/employee-4711, learning.events",
        "skill.assessed,       employee/employee-4711, learning.events",
        "feedback.given,       employee/employee-4711, learning.events",
        "feedback.given.minimal, program/negotiation-2026, learning.events",
        "outcome.measured,     employee/employee-4711, workforce.events",
        "employment.started,   employee/employee-4711, workforce.events",
        "employment.changed,   employee/employee-4711, workforce.events",
        "employment.ended,     employee/employee-4711, workforce.events",
        "employee.erased,      employee/employee-4711, workforce.events",
        "program.defined,      program/negotiation-2026, program.events",
        "metric.defined,       metric/deals-closed, program.events",
        "cost.incurred,        program/negotiation-2026, program.events",
        "provider.measured,    provider/acme-academy, program.events",
        "skill.required,       group/sales, program.events",
        "sourcing.scored,      skill-area/negotiation, program.events",
        "event.retracted,      employee/employee-4711, learning.events",
        "event.retracted.minimal, employee/employee-4711, workforce.events"
    })
    void shouldKeyByKindAndSubject(String fixture, String key, String topic) {
        Event event = Fixtures.event(fixture);

        assertThat(event.key()).isEqualTo(key);
        assertThat(event.topic().name()).isEqualTo(topic);
    }

    @ParameterizedTest
    @CsvSource({"cost.incurred, program/x", "skill.required, group/x", "metric.defined, metric/x"})
    void shouldSendARetractionWhereTheOriginalWent(String original, String key) {
        EventType type = Term.find(EventType.class, original).orElseThrow();
        Event retraction = retraction("x", new EventRetracted(type, "source", "original", null));

        assertThat(retraction.key()).isEqualTo(key);
        assertThat(retraction.topic()).isEqualTo(Topics.PROGRAM_EVENTS);
    }

    @Test
    void shouldSendARetractionOfAnonymousFeedbackToItsProgram() {
        Event feedback = Fixtures.event("feedback.given.minimal");
        Event retraction = retraction(
                null,
                new EventRetracted(EventType.FEEDBACK_GIVEN, feedback.source(), feedback.id(), "negotiation-2026"));

        assertThat(retraction.key()).isEqualTo(feedback.key());
        assertThat(retraction.topic()).isEqualTo(feedback.topic());
    }

    @Test
    void shouldHaveNoKeyWithoutASubject() {
        Event retraction = retraction(null, new EventRetracted(EventType.OUTCOME_MEASURED, "source", "original", null));

        assertThatIllegalStateException()
                .isThrownBy(retraction::key)
                .withMessage("an event of type event.retracted needs a subject");
    }

    private static Event retraction(@Nullable String subject, EventRetracted data) {
        return new Event("r", "source", Instant.EPOCH, subject, null, data);
    }
}
