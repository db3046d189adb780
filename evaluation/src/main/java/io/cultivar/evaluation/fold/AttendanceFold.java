package io.cultivar.evaluation.fold;

import io.cultivar.contract.event.CompletionStatus;
import io.cultivar.contract.event.ProgramEnrolled;
import io.cultivar.contract.event.TrainingCompleted;
import io.cultivar.evaluation.facts.Facts;
import io.cultivar.evaluation.facts.Facts.Dated;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Contribution;
import io.cultivar.evaluation.sums.Sums;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Folds one person's enrollments and completions in one program. */
final class AttendanceFold {

    private AttendanceFold() {}

    static void fold(String program, Facts facts, Contribution.Builder out) {
        boolean enrolled = facts.ofType(ProgramEnrolled.class).stream()
                .anyMatch(enrollment -> enrollment.data().program().equals(program));
        List<TrainingCompleted> completions = completions(program, facts);
        boolean completed = ended(completions, CompletionStatus.COMPLETED);
        boolean failed = !completed && ended(completions, CompletionStatus.FAILED);
        boolean withdrawn = !completed && !failed && ended(completions, CompletionStatus.WITHDRAWN);
        boolean certified = completions.stream().anyMatch(completion -> Boolean.TRUE.equals(completion.certified()));
        List<BigDecimal> durations = completions.stream()
                .flatMap(completion -> Optional.ofNullable(completion.duration()).stream())
                .map(AttendanceFold::seconds)
                .toList();
        Sums sums = Sums.of(
                one(enrolled),
                one(completed),
                one(failed),
                one(withdrawn),
                one(certified),
                one(!durations.isEmpty()),
                durations.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        out.add(new Cell.Attendance(program), sums);
    }

    /** Whether the person completed the program. */
    static boolean hasCompleted(String program, Facts facts) {
        return ended(completions(program, facts), CompletionStatus.COMPLETED);
    }

    private static List<TrainingCompleted> completions(String program, Facts facts) {
        return facts.ofType(TrainingCompleted.class).stream()
                .filter(completion -> programOf(completion, facts).equals(Optional.of(program)))
                .map(Dated::data)
                .toList();
    }

    /** The program of a completion: the one it names, else that of the latest enrollment with its course until then. */
    static Optional<String> programOf(Dated<TrainingCompleted> completion, Facts facts) {
        if (completion.data().program() != null) {
            return Optional.of(completion.data().program());
        }
        return facts.ofType(ProgramEnrolled.class).stream()
                .filter(enrollment ->
                        completion.data().course().equals(enrollment.data().course()))
                .filter(enrollment -> !enrollment.time().isAfter(completion.time()))
                .reduce((earlier, later) -> later)
                .map(enrollment -> enrollment.data().program());
    }

    private static boolean ended(List<TrainingCompleted> completions, CompletionStatus status) {
        return completions.stream().anyMatch(completion -> completion.status() == status);
    }

    // Seconds and nanoseconds are the two parts of one decimal here.
    @SuppressWarnings("JavaDurationGetSecondsGetNano")
    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
    }

    private static BigDecimal one(boolean is) {
        return is ? BigDecimal.ONE : BigDecimal.ZERO;
    }
}
