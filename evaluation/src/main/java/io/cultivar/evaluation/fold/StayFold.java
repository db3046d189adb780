package io.cultivar.evaluation.fold;

import io.cultivar.contract.event.EmploymentChanged;
import io.cultivar.contract.event.EmploymentEnded;
import io.cultivar.contract.event.EmploymentStarted;
import io.cultivar.contract.event.LeavingKind;
import io.cultivar.evaluation.facts.Facts;
import io.cultivar.evaluation.facts.Facts.Dated;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Contribution;
import io.cultivar.evaluation.sums.Sums;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Folds one person's employment around the index date of one program: were they employed then, and when did they leave. */
final class StayFold {

    private StayFold() {}

    static void fold(String program, Membership membership, Facts facts, Contribution.Builder out) {
        Instant index = membership.index();
        List<Dated<EmploymentEnded>> ends = facts.ofType(EmploymentEnded.class);
        if (!isEmployedAt(index, facts)) {
            return;
        }
        Optional<Dated<EmploymentEnded>> exit =
                ends.stream().filter(end -> !end.time().isBefore(index)).findFirst();
        @Nullable Long exitDay = exit.map(end -> day(end.time())).orElse(null);
        @Nullable LeavingKind kind = exit.map(end -> end.data().kind()).orElse(null);
        out.add(new Cell.Stay(program, membership.cohort(), day(index), exitDay, kind), Sums.ofCounts(1));
    }

    /** Whether the last sign of work until then is no earlier than the last end before. */
    static boolean isEmployedAt(Instant index, Facts facts) {
        Optional<Instant> lastSign = Stream.concat(
                        facts.ofType(EmploymentStarted.class).stream().map(Dated::time),
                        facts.ofType(EmploymentChanged.class).stream().map(Dated::time))
                .filter(time -> !time.isAfter(index))
                .max(Comparator.naturalOrder());
        Optional<Instant> lastEnd = facts.ofType(EmploymentEnded.class).stream()
                .map(Dated::time)
                .filter(time -> time.isBefore(index))
                .max(Comparator.naturalOrder());
        return lastSign.isPresent() && (lastEnd.isEmpty() || !lastSign.get().isBefore(lastEnd.get()));
    }

    private static long day(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
    }
}
