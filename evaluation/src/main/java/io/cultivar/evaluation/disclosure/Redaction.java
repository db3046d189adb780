package io.cultivar.evaluation.disclosure;

import io.cultivar.contract.result.Costs;
import io.cultivar.contract.result.Count;
import io.cultivar.contract.result.Participation;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.RetentionRate;
import io.cultivar.contract.result.Returns;
import io.cultivar.contract.result.TrendPoint;
import java.util.Map;

/** Takes the numbers out of every cell that is marked as withheld; the cell stays as a row that says so. */
final class Redaction {

    private final EffectDisclosure effects;
    private final StaggeredDisclosure staggered;
    private final LearningDisclosure learning;
    private final FeedbackDisclosure feedback;

    Redaction(
            EffectDisclosure effects,
            StaggeredDisclosure staggered,
            LearningDisclosure learning,
            FeedbackDisclosure feedback) {
        this.effects = effects;
        this.staggered = staggered;
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
                result.effects().stream().map(effects::redact).toList(),
                staggered.redact(result.staggered()),
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
