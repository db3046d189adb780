package io.cultivar.evaluation.disclosure;

import io.cultivar.contract.result.ArmChange;
import io.cultivar.contract.result.AssessmentResult;
import io.cultivar.contract.result.Comparison;
import io.cultivar.contract.result.Costs;
import io.cultivar.contract.result.Count;
import io.cultivar.contract.result.Effect;
import io.cultivar.contract.result.Participation;
import io.cultivar.contract.result.PhaseScores;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.SurvivalCurve;
import io.cultivar.contract.result.TrendPoint;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Takes the numbers out of every cell that is marked as withheld; the cell stays as a row that says so. */
final class Redaction {

    private final Predicate<@Nullable Long> isSmall;

    /** A redaction that knows which counts of people are too small to be seen. */
    Redaction(Predicate<@Nullable Long> isSmall) {
        this.isSmall = isSmall;
    }

    ProgramResult redact(ProgramResult result) {
        List<SurvivalCurve> curves = new PublishedCurves(isSmall).redact(result.survival(), result.retention());
        return new ProgramResult(
                result.program(),
                result.definition(),
                result.asOf(),
                result.refolding(),
                redact(result.participation()),
                result.effects().stream().map(this::redact).toList(),
                result.staggered(),
                result.assessments().stream().map(Redaction::redact).toList(),
                result.feedback(),
                result.retention().stream().map(PublishedCurves::redact).toList(),
                curves,
                PublishedCurves.redact(result.retentionComparison(), result.retention(), curves),
                result.trends().stream().map(Redaction::redact).toList(),
                redact(result.costs()),
                ReturnsDisclosure.redact(result.returns(), isSmall));
    }

    private static Count redact(Count count) {
        return count.withheld() == null ? count : new Count(null, count.withheld());
    }

    private static Participation redact(Participation participation) {
        return new Participation(
                redact(participation.enrolled()),
                redact(participation.assignedTreatment()),
                redact(participation.assignedControl()),
                redact(participation.completed()),
                redact(participation.failed()),
                redact(participation.withdrawn()),
                redact(participation.certified()),
                redact(participation.timed()),
                participation.timed().withheld() == null ? participation.learnerTimeSeconds() : null,
                participation.designs());
    }

    private Effect redact(Effect effect) {
        Comparison numbers = effect.comparison();
        if (effect.withheld() != null || numbers == null) {
            return effect.showing(null);
        }
        return effect.showing(numbers.with(
                redactArm(numbers.treatment()), numbers.control() == null ? null : redactArm(numbers.control())));
    }

    /** Both counts go where one is small: what is left of the arm would tell it. */
    private ArmChange redactArm(ArmChange arm) {
        if (!(isSmall.test(arm.pending()) || isSmall.test(arm.missing()))) {
            return arm;
        }
        return new ArmChange(
                arm.assigned(),
                arm.measured(),
                null,
                null,
                arm.meanBefore(),
                arm.meanAfter(),
                arm.meanChange(),
                arm.change());
    }

    private static PhaseScores redact(PhaseScores scores) {
        return scores.withheld() == null
                ? scores
                : new PhaseScores(scores.phase(), null, null, null, null, null, null, scores.withheld());
    }

    private static AssessmentResult redact(AssessmentResult assessment) {
        boolean shown = assessment.withheld() == null;
        return new AssessmentResult(
                assessment.assessment(),
                assessment.skill(),
                assessment.arm(),
                assessment.phases().stream().map(Redaction::redact).toList(),
                shown ? assessment.paired() : null,
                shown ? assessment.gain() : null,
                shown ? assessment.hedgesG() : null,
                shown ? assessment.followedUp() : null,
                shown ? assessment.decay() : null,
                shown ? assessment.lasting() : null,
                assessment.reasons(),
                assessment.withheld());
    }

    private static TrendPoint redact(TrendPoint point) {
        return point.withheld() == null
                ? point
                : new TrendPoint(point.metric(), point.arm(), point.month(), null, null, null, point.withheld());
    }

    private static Costs redact(Costs costs) {
        return costs.withheld() == null
                ? costs
                : new Costs(
                        costs.currency(),
                        null,
                        null,
                        Map.of(),
                        null,
                        costs.emptyCategories(),
                        costs.items(),
                        costs.reasons(),
                        costs.withheld());
    }
}
