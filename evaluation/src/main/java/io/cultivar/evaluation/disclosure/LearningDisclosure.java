package io.cultivar.evaluation.disclosure;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.Phase;
import io.cultivar.contract.result.AssessmentResult;
import io.cultivar.contract.result.Count;
import io.cultivar.contract.result.Estimate;
import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.Participation;
import io.cultivar.contract.result.PhaseScores;
import io.cultivar.contract.result.Withheld;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What may be seen of assessments and certificates. Beside small groups it hides what would reveal one by subtraction: the
 * scores of a phase that all but a few of a shown gain's people took, and of a skill where one of the program's assessments
 * is withheld.
 */
final class LearningDisclosure {

    private final Predicate<@Nullable Long> isSmall;

    LearningDisclosure(Predicate<@Nullable Long> isSmall) {
        this.isSmall = isSmall;
    }

    /** The attempted certificates: those who failed are the difference to those who did not. */
    Count attempted(Participation participation) {
        return beside(participation.certificationAttempted(), participation.certified());
    }

    /** The certificates that hold: those that expired are the difference to all. */
    Count held(Participation participation) {
        return beside(participation.certificationHeld(), participation.certified());
    }

    private Count beside(Count count, Count other) {
        long difference = Math.abs(people(count.employees()) - people(other.employees()));
        Withheld complementary = isSmall.test(difference) ? Withheld.COMPLEMENTARY : null;
        return new Count(count.employees(), isSmall.test(count.employees()) ? Withheld.SMALL_GROUP : complementary);
    }

    private static long people(@Nullable Long count) {
        return count == null ? 0 : count;
    }

    private record ArmPhase(Arm arm, Phase phase) {}

    List<AssessmentResult> mark(List<AssessmentResult> results) {
        Set<ArmPhase> small = new HashSet<>();
        results.forEach(result -> result.phases().stream()
                .filter(phase -> isSmall.test(phase.assessed()))
                .forEach(phase -> small.add(new ArmPhase(result.arm(), phase.phase()))));
        return results.stream().map(result -> mark(result, small)).toList();
    }

    private AssessmentResult mark(AssessmentResult result, Set<ArmPhase> small) {
        Withheld withheld = isSmall.test(result.paired()) ? Withheld.SMALL_GROUP : null;
        List<PhaseScores> phases = result.phases().stream()
                .map(phase -> marked(phase, withheld(result, phase, small, withheld == null)))
                .toList();
        return new AssessmentResult(
                result.assessment(),
                result.skill(),
                result.arm(),
                phases,
                result.paired(),
                result.gain(),
                result.hedgesG(),
                result.followedUp(),
                result.decay(),
                result.lasting(),
                result.design(),
                result.minimumDetectable(),
                result.evidence(),
                result.reasons(),
                withheld);
    }

    private @Nullable Withheld withheld(
            AssessmentResult result, PhaseScores phase, Set<ArmPhase> small, boolean gainsShown) {
        if (isSmall.test(phase.assessed())) {
            return Withheld.SMALL_GROUP;
        }
        boolean partlyWithheld = result.skill() != null && small.contains(new ArmPhase(result.arm(), phase.phase()));
        boolean revealed = gainsShown && leavesFew(result, phase);
        return partlyWithheld || revealed ? Withheld.COMPLEMENTARY : null;
    }

    /** Whether a few people of the phase are in no pair of one of the estimates: all minus the paired would tell their mean. */
    private boolean leavesFew(AssessmentResult result, PhaseScores phase) {
        return switch (phase.phase()) {
            case PRE -> leavesFew(phase, result.gain()) || leavesFew(phase, result.lasting());
            case POST -> leavesFew(phase, result.gain()) || leavesFew(phase, result.decay());
            case FOLLOW_UP -> leavesFew(phase, result.decay()) || leavesFew(phase, result.lasting());
        };
    }

    private boolean leavesFew(PhaseScores phase, @Nullable Estimate estimate) {
        return estimate != null
                && !isSmall.test(paired(estimate))
                && isSmall.test(people(phase.assessed()) - paired(estimate));
    }

    /** The people behind a paired estimate: its degrees of freedom and one. */
    private static long paired(Estimate estimate) {
        return Math.round(estimate.degreesOfFreedom()) + 1;
    }

    private static PhaseScores marked(PhaseScores phase, @Nullable Withheld withheld) {
        return new PhaseScores(
                phase.phase(),
                phase.assessed(),
                phase.mean(),
                phase.standardDeviation(),
                phase.attempts(),
                phase.judged(),
                phase.passed(),
                withheld);
    }

    AssessmentResult redact(AssessmentResult result) {
        boolean shown = result.withheld() == null;
        boolean decayShown = shown && !isSmall.test(result.followedUp());
        Estimate lasting = result.lasting();
        boolean lastingShown = shown && lasting != null && !isSmall.test(paired(lasting));
        return new AssessmentResult(
                result.assessment(),
                result.skill(),
                result.arm(),
                result.phases().stream().map(this::redact).toList(),
                shown ? result.paired() : null,
                shown ? result.gain() : null,
                shown ? result.hedgesG() : null,
                decayShown ? result.followedUp() : null,
                decayShown ? result.decay() : null,
                lastingShown ? lasting : null,
                result.design(),
                shown ? result.minimumDetectable() : null,
                shown ? result.evidence() : Evidence.WITHHELD,
                result.reasons(),
                result.withheld());
    }

    /** Where a few tried again, were not judged, passed or failed, the counts that would tell so go. */
    private PhaseScores redact(PhaseScores phase) {
        if (phase.withheld() != null) {
            return new PhaseScores(phase.phase(), null, null, null, null, null, null, phase.withheld());
        }
        long judged = people(phase.judged());
        long passed = people(phase.passed());
        boolean fewAgain = isSmall.test(people(phase.attempts()) - people(phase.assessed()));
        boolean fewJudged = isSmall.test(judged) || isSmall.test(people(phase.assessed()) - judged);
        boolean fewPassed = isSmall.test(passed) || isSmall.test(judged - passed);
        return new PhaseScores(
                phase.phase(),
                phase.assessed(),
                phase.mean(),
                phase.standardDeviation(),
                fewAgain ? null : phase.attempts(),
                fewJudged ? null : phase.judged(),
                fewJudged || fewPassed ? null : phase.passed(),
                null);
    }
}
