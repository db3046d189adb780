package io.cultivar.evaluation.fold;

import io.cultivar.contract.event.AssessmentScored;
import io.cultivar.contract.event.Event;
import io.cultivar.contract.event.ProgramAssigned;
import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.event.ProgramEnrolled;
import io.cultivar.contract.event.TrainingCompleted;
import io.cultivar.evaluation.facts.Facts;
import io.cultivar.evaluation.facts.StoredFact;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import io.cultivar.evaluation.sums.Contribution;
import io.cultivar.evaluation.sums.Sums;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Folds everything known about one employee into what they add to which sums. See docs/MEANING.md. */
public final class EmployeeFold {

    private final Facts facts;
    private final Definitions definitions;
    private final Instant asOf;
    private final Contribution.Builder out = new Contribution.Builder();
    private final NavigableSet<String> memberships = new TreeSet<>();
    private @Nullable Instant changesAt;

    private EmployeeFold(Facts facts, Definitions definitions, Instant asOf) {
        this.facts = facts;
        this.definitions = definitions;
        this.asOf = asOf;
    }

    /** The contribution of an employee who left every store: that there was one. */
    public static Folded erased() {
        var quality = new Contribution.Builder().add(new Cell.DataQuality(), Sums.ofCounts(0, 0, 1));
        return new Folded(quality.build(), Collections.emptyNavigableSet(), null);
    }

    /**
     * The contribution of an employee.
     *
     * @param stored what is kept under each identity of the employee, in any order
     * @param definitions what the programs and metrics mean
     * @param asOf facts dated after this do not count
     */
    public static Folded fold(Collection<StoredFact> stored, Definitions definitions, Instant asOf) {
        Facts all = Facts.of(stored);
        var fold = new EmployeeFold(all.upTo(asOf), definitions, asOf);
        all.map(Event::time).filter(time -> time.isAfter(asOf)).forEach(fold::mayChangeAt);
        fold.out.add(new Cell.DataQuality(), Sums.ofCounts(all.identityConflicts(), all.registerConflicts(), 0));
        programs(fold.facts).forEach(fold::foldProgram);
        TenureFold.fold(fold.facts, fold.out);
        FeedbackFold.fold(fold.facts, fold.out);
        SkillFold.fold(fold.facts, fold.out);
        OverlapFold.fold(fold.memberships, fold.out);
        return new Folded(fold.out.build(), programs(all), fold.changesAt);
    }

    private void mayChangeAt(Instant time) {
        if (changesAt == null || time.isBefore(changesAt)) {
            changesAt = time;
        }
    }

    private void foldProgram(String program) {
        Optional<Membership> membership = Membership.of(program, facts);
        Cohort cohort = membership.map(Membership::cohort).orElse(Cohort.NONE);
        AttendanceFold.fold(program, facts, out);
        CompletionFold.fold(program, facts, asOf, out).ifPresent(this::mayChangeAt);
        AssessmentFold.fold(program, cohort, facts, out);
        membership.ifPresent(member -> foldMember(program, member));
    }

    private void foldMember(String program, Membership member) {
        memberships.add(program);
        Observations observations = Observations.of(facts);
        StayFold.fold(program, member, facts, out);
        SalaryFold.fold(program, member, facts, out);
        TrendFold.fold(program, member, observations, definitions, out);
        boolean open = false;
        ProgramDefined definition = definitions.program(program);
        if (definition != null) {
            boolean completed = AttendanceFold.hasCompleted(program, facts);
            var outcomes = new OutcomeFold(program, definition, member, observations, completed);
            outcomes.fold(definitions, asOf, out);
            StaggeredFold.fold(program, Periods.of(definition.period()), member, observations, definitions, out);
            open = outcomes.afterEnd().isAfter(asOf);
            if (open) {
                mayChangeAt(outcomes.afterEnd());
            }
        }
        out.add(new Cell.Members(program, member.cohort(), member.design()), Sums.ofCounts(1, open ? 1 : 0));
    }

    private static NavigableSet<String> programs(Facts facts) {
        NavigableSet<String> programs = new TreeSet<>();
        facts.ofType(ProgramAssigned.class)
                .forEach(fact -> programs.add(fact.data().program()));
        facts.ofType(ProgramEnrolled.class)
                .forEach(fact -> programs.add(fact.data().program()));
        facts.ofType(AssessmentScored.class)
                .forEach(fact -> programs.add(fact.data().program()));
        facts.ofType(TrainingCompleted.class)
                .forEach(fact -> AttendanceFold.programOf(fact, facts).ifPresent(programs::add));
        return programs;
    }
}
