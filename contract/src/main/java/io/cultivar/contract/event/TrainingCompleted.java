package io.cultivar.contract.event;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A participation ended.
 *
 * @param program the program; where absent, the one in which the person enrolled with this course
 * @param course the course
 * @param status how it ended
 * @param duration working time that it took
 * @param provider who delivered it
 * @param certified whether a certificate was earned
 * @param certifiedUntil the last day on which the certificate holds; where absent, it holds for ever
 */
public record TrainingCompleted(
        @Nullable String program,
        String course,
        CompletionStatus status,
        @Nullable Duration duration,
        @Nullable String provider,
        @Nullable Boolean certified,
        @Nullable LocalDate certifiedUntil)
        implements EventData {

    static TrainingCompleted read(Fields data) {
        return new TrainingCompleted(
                data.optionalName("program"),
                data.name("course"),
                data.oneOf("status", CompletionStatus.class),
                data.optionalDuration("duration"),
                data.optionalName("provider"),
                data.optionalFlag("certified"),
                data.optionalDate("certifiedUntil"));
    }

    @Override
    public EventType type() {
        return EventType.TRAINING_COMPLETED;
    }
}
