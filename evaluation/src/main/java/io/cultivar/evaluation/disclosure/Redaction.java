package io.cultivar.evaluation.disclosure;

import io.cultivar.contract.result.Costs;
import io.cultivar.contract.result.Count;
import io.cultivar.contract.result.Participation;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.SurvivalCurve;
import io.cultivar.contract.result.TreatmentStart;
import io.cultivar.contract.result.TrendPoint;
import java.util.List;
import java.util.Map;

/** Takes the numbers out of every cell that is marked as withheld; the cell stays as a row that says so. */
final class Redaction {

    private final EffectDisclosure effects;
    private final StaggeredDisclosure staggered;
    private final LearningDisclosure learning;
    private final FeedbackDisclosure feedback;
    private final PublishedCurves survival;
    private final ReturnsDisclosure returns;

    Redaction(
            EffectDisclosure effects,
            StaggeredDisclosure staggered,
            LearningDisclosure learning,
            FeedbackDisclosure feedback,
            PublishedCurves survival,
            ReturnsDisclosure returns) {
        this.effects = effects;
        this.staggered = staggered;
        this.learning = learning;
        this.feedback = feedback;
        this.survival = survival;
        this.returns = returns;
    }

    ProgramResult redact(ProgramResult result) {
        List<SurvivalCurve> curves = survival.redact(result.survival(), result.retention());
        return new ProgramResult(
                result.program(),
                result.definition(),
                result.asOf(),
                result.refolding(),
                redact(result.participation()),
                redact(result.starts()),
                result.effects().stream().map(effects::redact).toList(),
                staggered.redact(result.staggered()),
                result.assessments().stream().map(learning::redact).toList(),
                feedback.redact(result.feedback()),
                result.retention().stream().map(PublishedCurves::redact).toList(),
                curves,
                PublishedCurves.redact(result.retentionComparison(), result.retention(), curves),
                result.trends().stream().map(Redaction::redact).toList(),
                redact(result.costs()),
                returns.redact(result.returns()));
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

    /** Of a period with few starts not even the day is told, and of no other how many there are: the rest would be few. */
    private static List<TreatmentStart> redact(List<TreatmentStart> starts) {
        return starts.stream()
                .filter(start -> start.withheld() == null)
                .map(start -> new TreatmentStart(start.from(), start.most(), null, null))
                .toList();
    }

    private static TrendPoint redact(TrendPoint point) {
        return point.withheld() == null
                ? point
                : new TrendPoint(
                        point.metric(), point.arm(), point.bucket(), point.from(), null, null, null, point.withheld());
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
