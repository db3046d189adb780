package io.cultivar.evaluation.program;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.LeavingKind;
import io.cultivar.evaluation.statistics.Lifetimes;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The people of one arm who were employed on their index date, watched up to one day. */
final class Stays {

    private final Map<Cell.Stay, Long> people = new HashMap<>();
    private final long members;
    private final long asOfDay;

    private Stays(ProgramSums sums, Arm arm, Instant asOf) {
        Collection<Cohort> cohorts = arm == Arm.TREATMENT ? sums.treatmentArm() : ProgramSums.controlArm();
        asOfDay = asOf.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
        members = sums.count(Cell.Members.class, 0, cell -> cohorts.contains(cell.cohort()));
        sums.forEach(Cell.Stay.class, (stay, counts) -> {
            if (cohorts.contains(stay.cohort())) {
                people.put(stay, counts.count(0));
            }
        });
    }

    static Stays of(ProgramSums sums, Arm arm, Instant asOf) {
        return new Stays(sums, arm, asOf);
    }

    /** Whether nobody belongs to the arm at all. */
    boolean isEmpty() {
        return members == 0;
    }

    /** Everybody whose index date has come. */
    long people() {
        return followed(0);
    }

    /** Those whose index date lies so many days back or more. */
    long followed(int horizonDays) {
        return count(stay -> true, horizonDays);
    }

    /** Those of them who had not left by that day. */
    long retained(int horizonDays) {
        return count(stay -> stay.exitDay() == null || stay.exitDay() - stay.entryDay() > horizonDays, horizonDays);
    }

    private long count(Predicate<Cell.Stay> fits, int horizonDays) {
        return people.entrySet().stream()
                .filter(entry -> entry.getKey().entryDay() + horizonDays <= asOfDay && fits.test(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** How long they stayed from their index date on; who left otherwise than told is watched until then. Null for any. */
    Lifetimes lifetimes(@Nullable LeavingKind leaving) {
        var lifetimes = new Lifetimes.Builder(asOfDay, leaving);
        people.forEach((stay, count) -> lifetimes.add(stay.entryDay(), stay.exitDay(), stay.kind(), count));
        return lifetimes.build();
    }
}
