package io.cultivar.evaluation.fold;

import io.cultivar.contract.event.EmploymentEnded;
import io.cultivar.contract.event.EmploymentStarted;
import io.cultivar.evaluation.facts.Facts;
import io.cultivar.evaluation.facts.Facts.Dated;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Contribution;
import io.cultivar.evaluation.sums.Sums;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Folds one person's employments: each from a hire to the leaving that follows, if any. */
final class TenureFold {

    private TenureFold() {}

    static void fold(Facts facts, Contribution.Builder out) {
        List<Dated<EmploymentEnded>> ends = facts.ofType(EmploymentEnded.class);
        @Nullable Instant left = null;
        for (Dated<EmploymentStarted> start : facts.ofType(EmploymentStarted.class)) {
            if (left != null && start.time().isBefore(left)) {
                continue;
            }
            @Nullable Instant before = left;
            Optional<Dated<EmploymentEnded>> exit = ends.stream()
                    .filter(end -> !end.time().isBefore(start.time()))
                    // A rehire at the moment of leaving: that leaving ended the employment before.
                    .filter(end -> !end.time().equals(before))
                    .findFirst();
            long entryDay = day(start.time());
            if (exit.isEmpty()) {
                out.add(new Cell.Tenure(entryDay, null, null), Sums.ofCounts(1));
                return;
            }
            left = exit.get().time();
            out.add(new Cell.Tenure(entryDay, day(left), exit.get().data().kind()), Sums.ofCounts(1));
        }
    }

    private static long day(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
    }
}
