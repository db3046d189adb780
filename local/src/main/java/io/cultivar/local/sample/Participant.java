package io.cultivar.local.sample;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.CompletionStatus;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One person in one program.
 *
 * @param arm the arm that the person was assigned to; null where nobody was assigned
 * @param index the day of the assignment
 * @param training what they went through; null for a control who never does
 */
record Participant(
        ProgramPlan plan,
        Employee employee,
        @Nullable Arm arm,
        LocalDate index,
        @Nullable Training training) {

    /**
     * A participation in the course.
     *
     * @param endedOn when it ended
     * @param status how; null where the person left the company before
     */
    record Training(
            LocalDate startedOn,
            LocalDate endedOn,
            @Nullable CompletionStatus status) {}

    boolean hasCompleted() {
        return training != null && training.status == CompletionStatus.COMPLETED;
    }

    /** What the course adds to a value of this metric on this day. */
    double effect(SampleMetric metric, LocalDate day) {
        ProgramPlan.Effect effect = plan.effect();
        if (effect == null || effect.metric() != metric || training == null || !hasCompleted()) {
            return 0;
        }
        return day.isBefore(training.endedOn) ? 0 : effect.added();
    }
}
