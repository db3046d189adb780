package io.cultivar.oracle;

import io.cultivar.contract.event.LeavingKind;
import io.cultivar.evaluation.sums.Cell;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** "Tenure (company-wide): one for each employment", for one person, instant by instant. */
final class TenureOracle {

    private TenureOracle() {}

    static void addUp(List<Fact> facts, Tally tally) {
        var instants = new TreeSet<Instant>();
        facts.forEach(fact -> instants.add(fact.time()));
        @Nullable Instant hired = null;
        for (Instant now : instants) {
            boolean starts = find(facts, "employment.started", now).isPresent();
            Optional<Fact> end = find(facts, "employment.ended", now);
            boolean ran = hired != null;
            // "Where one is running, it ends and the next begins; where none is, one begins and ends."
            if (starts && !ran) {
                hired = now;
            }
            if (end.isPresent() && hired != null) {
                LeavingKind kind = Oracle.term(LeavingKind.class, end.get().text("kind"));
                tally.count(new Cell.Tenure(day(hired), day(now), kind), 1);
                hired = starts && ran ? now : null;
            }
        }
        if (hired != null) {
            tally.count(new Cell.Tenure(day(hired), null, null), 1);
        }
    }

    private static Optional<Fact> find(List<Fact> facts, String type, Instant time) {
        return facts.stream()
                .filter(fact -> fact.is(type) && fact.time().equals(time))
                .findFirst();
    }

    private static long day(Instant time) {
        return Math.floorDiv(time.atOffset(ZoneOffset.UTC).toEpochSecond(), 86_400L);
    }
}
