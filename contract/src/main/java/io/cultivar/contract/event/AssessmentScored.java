package io.cultivar.contract.event;

import org.jspecify.annotations.Nullable;

/**
 * A test was taken. Attempts are all kept; of each phase the newest counts.
 *
 * @param program the program
 * @param assessment the test
 * @param phase before, after, or long after the training
 * @param score what was reached
 * @param passed whether it was enough
 * @param skill the skill that it tests
 */
public record AssessmentScored(
        String program,
        String assessment,
        Phase phase,
        Score score,
        @Nullable Boolean passed,
        @Nullable String skill) implements EventData {

    static AssessmentScored read(Fields data) {
        return new AssessmentScored(
                data.name("program"),
                data.name("assessment"),
                data.oneOf("phase", Phase.class),
                Score.read(data.object("score")),
                data.optionalFlag("passed"),
                data.optionalName("skill"));
    }

    @Override
    public EventType type() {
        return EventType.ASSESSMENT_SCORED;
    }
}
