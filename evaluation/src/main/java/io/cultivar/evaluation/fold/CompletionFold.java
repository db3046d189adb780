package io.cultivar.evaluation.fold;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.CompletionStatus;
import io.cultivar.contract.event.ProgramAssigned;
import io.cultivar.contract.event.ProgramEnrolled;
import io.cultivar.contract.event.TrainingCompleted;
import io.cultivar.evaluation.facts.Facts;
import io.cultivar.evaluation.facts.Facts.Dated;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Contribution;
import io.cultivar.evaluation.sums.Sums;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Folds what one person's completions of one program brought: a certificate, and how long the way to it was. */
final class CompletionFold {

    private CompletionFold() {}

    /** When, with no new event, this changes next: the next end of a certificate. */
    static Optional<Instant> fold(String program, Facts facts, Instant asOf, Contribution.Builder out) {
        List<Dated<TrainingCompleted>> completions = facts.ofType(TrainingCompleted.class).stream()
                .filter(completion ->
                        AttendanceFold.programOf(completion, facts).equals(Optional.of(program)))
                .toList();
        foldLeadTime(program, facts, completions, out);
        List<TrainingCompleted> tried = completions.stream()
                .map(Dated::data)
                .filter(completion -> completion.certified() != null)
                .toList();
        List<Instant> ends = tried.stream()
                .filter(completion -> Boolean.TRUE.equals(completion.certified()))
                .map(CompletionFold::end)
                .filter(end -> end.isAfter(asOf))
                .toList();
        out.add(new Cell.Certification(program), Sums.ofCounts(tried.isEmpty() ? 0 : 1, ends.isEmpty() ? 0 : 1));
        return ends.stream().filter(end -> end.isBefore(Instant.MAX)).min(Comparator.naturalOrder());
    }

    /** The first instant at which a certificate no longer holds: after its last day, in UTC. */
    private static Instant end(TrainingCompleted completion) {
        return completion.certifiedUntil() == null
                ? Instant.MAX
                : completion
                        .certifiedUntil()
                        .plusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant();
    }

    private static void foldLeadTime(
            String program, Facts facts, List<Dated<TrainingCompleted>> completions, Contribution.Builder out) {
        start(program, facts)
                .ifPresent(start -> completions.stream()
                        .filter(completion -> completion.data().status() == CompletionStatus.COMPLETED)
                        .map(Dated::time)
                        .filter(time -> !time.isBefore(start))
                        .findFirst()
                        .ifPresent(end -> out.add(new Cell.LeadTime(program), Sums.ofCounts(1, days(start, end)))));
    }

    /** The first enrollment, else the first assignment to treatment. */
    private static Optional<Instant> start(String program, Facts facts) {
        Stream<Instant> enrollments = facts.ofType(ProgramEnrolled.class).stream()
                .filter(enrollment -> enrollment.data().program().equals(program))
                .map(Dated::time);
        Stream<Instant> assignments = facts.ofType(ProgramAssigned.class).stream()
                .filter(assignment -> assignment.data().program().equals(program))
                .filter(assignment -> assignment.data().arm() == Arm.TREATMENT)
                .map(Dated::time);
        return Stream.concat(enrollments, assignments).findFirst();
    }

    private static long days(Instant start, Instant end) {
        return ChronoUnit.DAYS.between(
                start.atOffset(ZoneOffset.UTC).toLocalDate(),
                end.atOffset(ZoneOffset.UTC).toLocalDate());
    }
}
