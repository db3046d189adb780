package io.cultivar.evaluation.disclosure;

import io.cultivar.contract.result.ArmChange;
import io.cultivar.contract.result.Comparison;
import io.cultivar.contract.result.Costs;
import io.cultivar.contract.result.Count;
import io.cultivar.contract.result.Effect;
import io.cultivar.contract.result.Participation;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.RetentionRate;
import io.cultivar.contract.result.Returns;
import io.cultivar.contract.result.TrendPoint;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Takes the numbers out of every cell that is marked as withheld; the cell stays as a row that says so. */
final class Redaction {

    private final Predicate<@Nullable Long> isSmall;
    private final LearningDisclosure learning;
    private final FeedbackDisclosure feedback;

    /** A redaction that knows which counts of people are too small to be seen. */
    Redaction(Predicate<@Nullable Long> isSmall, LearningDisclosure learning, FeedbackDisclosure feedback) {
        this.isSmall = isSmall;
        this.learning = learning;
        this.feedback = feedback;
    }

    ProgramResult redact(ProgramResult result) {
        return new ProgramResult(
                result.program(),
                result.definition(),
                result.asOf(),
                result.refolding(),
                redact(result.participation()),
                result.effects().stream().map(this::redact).toList(),
                result.staggered(),
                result.assessments().stream().map(learning::redact).toList(),
                feedback.redact(result.feedback()),
                result.retention().stream().map(Redaction::redact).toList(),
                result.survival(),
                result.retentionComparison(),
                result.trends().stream().map(Redaction::redact).toList(),
                redact(result.costs()),
                redact(result.returns()));
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
                redact(participation.certificationAttempted()),
                redact(participation.certificationHeld()),
                redact(participation.timed()),
                participation.timed().withheld() == null ? participation.learnerTimeSeconds() : null,
                redact(participation.leadTimed()),
                participation.leadTimed().withheld() == null ? participation.meanLeadTimeDays() : null,
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

    private static RetentionRate redact(RetentionRate rate) {
        return rate.withheld() == null
                ? rate
                : new RetentionRate(
                        rate.arm(),
                        rate.horizonDays(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        rate.reasons(),
                        rate.withheld());
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
                        Map.of(),
                        null,
                        costs.emptyCategories(),
                        costs.items(),
                        costs.reasons(),
                        costs.withheld());
    }

    private static Returns redact(Returns returns) {
        return returns.withheld() == null ? returns : returns.withoutFigures();
    }
}
