package io.cultivar.oracle;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.event.LeavingKind;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** "From a person's facts to sums", for one person and one program at a time. */
final class PersonOracle {

    private final String program;
    private final List<Fact> facts;
    private final Facts everything;
    private final Instant asOf;
    private final Tally tally;
    private final Optional<Member> member;
    private final Cohort cohort;

    private PersonOracle(String program, List<Fact> facts, Facts everything, Instant asOf, Tally tally) {
        this.program = program;
        this.facts = facts;
        this.everything = everything;
        this.asOf = asOf;
        this.tally = tally;
        this.member = membership();
        this.cohort = member.map(Member::cohort).orElse(Cohort.NONE);
    }

    /** Adds up one person, given their facts up to asOf. */
    static void addUp(List<Fact> facts, Facts everything, Instant asOf, Tally tally) {
        Set<String> programs = new TreeSet<>();
        for (Fact fact : facts) {
            programOf(fact, facts).ifPresent(programs::add);
        }
        Set<String> compared = new TreeSet<>();
        for (String program : programs) {
            var person = new PersonOracle(program, facts, everything, asOf, tally);
            person.members();
            person.attendance();
            person.stay();
            var learning = new LearningOracle(program, person.cohort, person::facts, asOf, tally);
            learning.assessments();
            learning.certificates();
            learning.leadTime();
            if (person.member.isPresent()) {
                compared.add(program);
            }
            person.member.ifPresent(
                    member -> new OutcomeOracle(program, member, facts, everything, asOf, tally).addUp());
        }
        overlap(compared, tally);
        CompanyOracle.person(facts, tally);
    }

    /** Rule 11: each pair of programs once. */
    private static void overlap(Set<String> compared, Tally tally) {
        for (String one : compared) {
            for (String other : compared) {
                if (one.compareTo(other) < 0) {
                    tally.count(new Cell.SharedPeople(one, other), 1);
                }
            }
        }
    }

    /**
     * The program that a fact names. "A completion without program belongs to the program of their latest enrollment with
     * that course at or before the completion's time, else to none."
     */
    private static Optional<String> programOf(Fact fact, List<Fact> facts) {
        if (fact.is("training.completed") && !fact.has("program")) {
            return facts.stream()
                    .filter(other -> other.is("program.enrolled"))
                    .filter(other -> other.find("course").equals(fact.find("course")))
                    .filter(other -> !other.time().isAfter(fact.time()))
                    .max(Fact.HAPPENED)
                    .map(enrollment -> enrollment.text("program"));
        }
        return fact.find("program");
    }

    private Stream<Fact> facts(String type) {
        return facts.stream()
                .filter(fact -> fact.is(type))
                .filter(fact -> programOf(fact, facts).equals(Optional.of(program)));
    }

    /** Rule 1: the first assignment; without one, the first enrollment; else none. */
    private Optional<Member> membership() {
        Optional<Fact> assignment = facts("program.assigned").min(comparing(Fact::time));
        if (assignment.isPresent()) {
            Fact first = assignment.get();
            Instant until = first.text("arm").equals("treatment")
                    ? Instant.MAX
                    : facts("program.assigned")
                            .filter(later -> later.text("arm").equals("treatment"))
                            .map(Fact::time)
                            .min(Instant::compareTo)
                            .orElse(Instant.MAX);
            return Optional.of(new Member(
                    Oracle.term(Cohort.class, first.text("arm")),
                    Oracle.term(Design.class, first.text("design")),
                    first.time(),
                    until));
        }
        return facts("program.enrolled")
                .min(Fact.HAPPENED)
                .map(first -> new Member(Cohort.ENROLLED, Design.SELF_SELECTED, first.time(), Instant.MAX));
    }

    private Optional<JsonNode> definition() {
        return everything.definition("program", program).map(Fact::data);
    }

    /** Rule 1, members: one person in (cohort, design); open where defined and the after-window ends later than asOf. */
    private void members() {
        member.ifPresent(is -> {
            boolean open = definition()
                    .map(defined -> is.afterEnd(defined).isAfter(asOf))
                    .orElse(false);
            tally.count(new Cell.Members(program, is.cohort(), is.design()), 1, open ? 1 : 0);
        });
    }

    /** Rule 5. */
    private void attendance() {
        List<Fact> completions = facts("training.completed").toList();
        Optional<String> best = Stream.of("completed", "failed", "withdrawn")
                .filter(status -> completions.stream()
                        .anyMatch(done -> done.text("status").equals(status)))
                .findFirst();
        List<BigDecimal> seconds = completions.stream()
                .flatMap(done -> done.find("duration").stream())
                .map(text -> UtcPeriod.seconds(Duration.parse(text)))
                .toList();
        boolean certified = completions.stream()
                .anyMatch(done -> done.data().path("certified").booleanValue());
        tally.add(
                new Cell.Attendance(program),
                one(facts("program.enrolled").findAny().isPresent()),
                one(best.equals(Optional.of("completed"))),
                one(best.equals(Optional.of("failed"))),
                one(best.equals(Optional.of("withdrawn"))),
                one(certified),
                one(!seconds.isEmpty()),
                seconds.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static BigDecimal one(boolean yes) {
        return yes ? BigDecimal.ONE : BigDecimal.ZERO;
    }

    /** Rule 7: people employed on the index date, by that day and the day and kind of their exit. */
    private void stay() {
        if (member.isEmpty()) {
            return;
        }
        Instant index = member.get().index();
        Optional<Instant> latestWork = facts.stream()
                .filter(fact -> fact.is("employment.started") || fact.is("employment.changed"))
                .map(Fact::time)
                .filter(time -> !time.isAfter(index))
                .max(Instant::compareTo);
        Optional<Instant> latestEnd = facts.stream()
                .filter(fact -> fact.is("employment.ended"))
                .map(Fact::time)
                .filter(time -> time.isBefore(index))
                .max(Instant::compareTo);
        if (latestWork.isEmpty() || latestEnd.map(latestWork.get()::isBefore).orElse(false)) {
            return;
        }
        Optional<Fact> exit = facts.stream()
                .filter(fact -> fact.is("employment.ended"))
                .filter(fact -> !fact.time().isBefore(index))
                .min(Fact.HAPPENED);
        tally.count(
                new Cell.Stay(
                        program,
                        cohort,
                        day(index),
                        exit.map(fact -> day(fact.time())).orElse(null),
                        exit.map(fact -> Oracle.term(LeavingKind.class, fact.text("kind")))
                                .orElse(null)),
                1);
    }

    private static long day(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
    }
}
