package io.cultivar.evaluation.program;

import io.cultivar.contract.event.Design;
import io.cultivar.contract.result.Count;
import io.cultivar.contract.result.Participation;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import io.cultivar.evaluation.sums.Sums;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who took part. */
final class ParticipationEvaluation {

    private ParticipationEvaluation() {}

    static Participation of(ProgramSums sums) {
        Sums attendance = sums.total(Cell.Attendance.class, cell -> true).orElse(Sums.ofCounts(0, 0, 0, 0, 0, 0, 0));
        Sums certification = sums.total(Cell.Certification.class, cell -> true).orElse(Sums.ofCounts(0, 0));
        Sums leadTime = sums.total(Cell.LeadTime.class, cell -> true).orElse(Sums.ofCounts(0, 0));
        return new Participation(
                Count.of(attendance.count(0)),
                Count.of(assigned(sums, Cohort.TREATMENT)),
                Count.of(assigned(sums, Cohort.CONTROL)),
                Count.of(attendance.count(1)),
                Count.of(attendance.count(2)),
                Count.of(attendance.count(3)),
                Count.of(attendance.count(4)),
                Count.of(certification.count(0)),
                Count.of(certification.count(1)),
                Count.of(attendance.count(5)),
                attendance.at(6),
                Count.of(leadTime.count(0)),
                leadTime.count(0) == 0 ? null : (double) leadTime.count(1) / leadTime.count(0),
                designs(sums, List.of(Cohort.TREATMENT, Cohort.CONTROL, Cohort.ENROLLED)));
    }

    private static long assigned(ProgramSums sums, Cohort cohort) {
        return sums.count(Cell.Members.class, 0, members -> members.cohort() == cohort);
    }

    /** The weakest of the designs, strongest first; null where there is none. */
    static @Nullable Design weakest(List<Design> designs) {
        return designs.isEmpty() ? null : designs.get(designs.size() - 1);
    }

    /** How people came into these cohorts, strongest design first. */
    static List<Design> designs(ProgramSums sums, Collection<Cohort> cohorts) {
        return sums.cells(Cell.Members.class).stream()
                .filter(members -> cohorts.contains(members.cohort()))
                .map(Cell.Members::design)
                .distinct()
                .sorted()
                .toList();
    }
}
