package io.cultivar.evaluation.fold;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.event.ProgramAssigned;
import io.cultivar.contract.event.ProgramEnrolled;
import io.cultivar.evaluation.facts.Facts;
import io.cultivar.evaluation.facts.Facts.Dated;
import io.cultivar.evaluation.sums.Cohort;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a person belongs to a program: by the first assignment (intention to treat), else by the first enrollment.
 *
 * @param cohort treatment, control or enrolled
 * @param design how the person came to it
 * @param index the index date that splits before from after
 * @param leavesAt when a control was later assigned to treatment and left the comparison; null for never
 */
record Membership(
        Cohort cohort,
        Design design,
        Instant index,
        @Nullable Instant leavesAt) {

    /** The person's membership; empty where they were neither assigned nor enrolled. */
    static Optional<Membership> of(String program, Facts facts) {
        List<Dated<ProgramAssigned>> assignments = facts.ofType(ProgramAssigned.class).stream()
                .filter(assignment -> assignment.data().program().equals(program))
                .toList();
        if (!assignments.isEmpty()) {
            return Optional.of(assigned(assignments));
        }
        return facts.ofType(ProgramEnrolled.class).stream()
                .filter(enrollment -> enrollment.data().program().equals(program))
                .findFirst()
                .map(first -> new Membership(Cohort.ENROLLED, Design.SELF_SELECTED, first.time(), null));
    }

    private static Membership assigned(List<Dated<ProgramAssigned>> assignments) {
        var first = assignments.get(0);
        if (first.data().arm() == Arm.TREATMENT) {
            return new Membership(Cohort.TREATMENT, first.data().design(), first.time(), null);
        }
        Instant leavesAt = assignments.stream()
                .filter(assignment -> assignment.data().arm() == Arm.TREATMENT)
                .map(Dated::time)
                .findFirst()
                .orElse(null);
        return new Membership(Cohort.CONTROL, first.data().design(), first.time(), leavesAt);
    }

    /** The instant, or the one at which the person left the comparison if that came first. */
    Instant cutOff(Instant end) {
        return leavesAt != null && leavesAt.isBefore(end) ? leavesAt : end;
    }
}
