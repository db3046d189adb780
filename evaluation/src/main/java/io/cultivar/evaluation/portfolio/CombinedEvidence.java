package io.cultivar.evaluation.portfolio;

import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.Grade;
import io.cultivar.contract.result.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How strong the evidence of what several programs together give is: no stronger than the weakest one, as its part of the sum
 * is no better known. The reasons are those of the programs with that grade.
 */
final class CombinedEvidence {

    private final List<MeasuredProgram> programs;
    private final Grade grade;

    CombinedEvidence(List<MeasuredProgram> programs) {
        this.programs = programs;
        this.grade = programs.stream()
                .map(program -> evidence(program).grade())
                .max(Comparator.naturalOrder())
                .orElse(Grade.E);
    }

    private static Evidence evidence(MeasuredProgram program) {
        return program.result().returns().evidence();
    }

    private Stream<MeasuredProgram> atGrade() {
        return programs.stream().filter(program -> evidence(program).grade() == grade);
    }

    /** Which programs are the weakest, in their order. */
    List<String> weakest() {
        return atGrade().map(MeasuredProgram::program).toList();
    }

    /** The grade and its reasons; that of a mere description where there is no program. */
    Evidence evidence() {
        if (programs.isEmpty()) {
            return Evidence.DESCRIPTIVE;
        }
        Set<Reason> reasons = new TreeSet<>();
        atGrade().forEach(program -> reasons.addAll(evidence(program).reasons()));
        if (atGrade().count() < programs.size()) {
            reasons.add(Reason.WEAKEST_PROGRAM);
        }
        return new Evidence(grade, List.copyOf(reasons));
    }

    /** The same of a sum over programs that share people: the grade stays, but a gain in it may be counted twice. */
    Evidence evidence(boolean shared) {
        return shared ? with(evidence(), Grade.A, Reason.SHARED_PEOPLE) : evidence();
    }

    /**
     * Of what one set of programs gives less what the other gives: at most C, a missing guard. Within a program the treated
     * were compared with controls; the people of the two sides were not compared with each other.
     */
    Evidence less(CombinedEvidence other) {
        List<MeasuredProgram> both = new ArrayList<>(programs);
        both.addAll(other.programs);
        return programs.isEmpty() || other.programs.isEmpty()
                ? Evidence.DESCRIPTIVE
                : with(new CombinedEvidence(both).evidence(), Grade.C, Reason.DIFFERENT_PEOPLE);
    }

    private static Evidence with(Evidence evidence, Grade atMost, Reason reason) {
        return evidence.weakest(new Evidence(atMost, List.of(reason)));
    }
}
