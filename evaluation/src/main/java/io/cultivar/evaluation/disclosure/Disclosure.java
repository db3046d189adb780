package io.cultivar.evaluation.disclosure;

import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.Costs;
import io.cultivar.contract.result.Count;
import io.cultivar.contract.result.Participation;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.RetentionRate;
import io.cultivar.contract.result.SurvivalCurve;
import io.cultivar.contract.result.TreatmentStart;
import io.cultivar.contract.result.TrendPoint;
import io.cultivar.contract.result.Withheld;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides which results are withheld because too few people stand behind them, and takes their numbers out. What is
 * published cannot contain a small group, because nothing downstream ever sees one.
 */
public final class Disclosure {

    /** A count, mean or rate needs this many people; no configuration may go below. */
    public static final int LEAST_GROUP = 5;

    private final long group;
    private final long arm;
    private final EffectDisclosure effects;
    private final StaggeredDisclosure staggered;
    private final ReturnsDisclosure returns;
    private final LearningDisclosure learning;
    private final FeedbackDisclosure feedback;
    private final RetentionDisclosure retention;
    private final CompanyDisclosure company;

    /**
     * The rules for one smallest group.
     *
     * @param minimumGroup how many people a count, mean or rate needs, at least {@link #LEAST_GROUP}; an effect needs twice
     *     as many in each arm
     */
    public Disclosure(int minimumGroup) {
        if (minimumGroup < LEAST_GROUP) {
            throw new IllegalArgumentException(
                    "the smallest published group is " + minimumGroup + "; it may not go below " + LEAST_GROUP);
        }
        this.group = minimumGroup;
        this.arm = 2L * minimumGroup;
        this.effects = new EffectDisclosure(group, arm);
        this.staggered = new StaggeredDisclosure(group, arm);
        this.returns = new ReturnsDisclosure(arm, this::isSmall);
        this.learning = new LearningDisclosure(this::isSmall);
        this.feedback = new FeedbackDisclosure(this::isSmall, arm);
        this.retention = new RetentionDisclosure(this::isSmall);
        this.company = new CompanyDisclosure(this::isSmall);
    }

    /** The same result, with every cell that may not be published marked; its numbers are still there. */
    public ProgramResult mark(ProgramResult result) {
        Participation participation = mark(result.participation());
        Costs costs = mark(result.costs(), participation);
        List<RetentionRate> rates = retention.markRates(result.retention(), result.survival());
        List<SurvivalCurve> curves = retention.markCurves(result.survival(), rates);
        var comparison = retention.mark(result.retentionComparison(), curves, arm);
        return new ProgramResult(
                result.program(),
                result.definition(),
                result.asOf(),
                result.refolding(),
                participation,
                result.starts().stream().map(this::mark).toList(),
                result.effects().stream().map(effects::mark).toList(),
                staggered.mark(result.staggered()),
                learning.mark(result.assessments()),
                feedback.mark(result.feedback()),
                rates,
                curves,
                comparison,
                result.trends().stream().map(this::mark).toList(),
                costs,
                returns.mark(result.returns(), costs, rates, comparison));
    }

    /** The same result without the numbers of the cells that may not be published. */
    public ProgramResult publish(ProgramResult result) {
        return new Redaction(effects, staggered, learning, feedback, new PublishedCurves(this::isSmall), returns)
                .redact(mark(result));
    }

    /** The company's result, with every cell that may not be published marked; its numbers are still there. */
    public CompanyResult mark(CompanyResult result) {
        return company.mark(result);
    }

    /** The company's result without the numbers of the cells that may not be published. */
    public CompanyResult publish(CompanyResult result) {
        return company.redact(company.mark(result));
    }

    private boolean isSmall(@Nullable Long count) {
        return people(count) > 0 && people(count) < group;
    }

    private @Nullable Withheld small(@Nullable Long count) {
        return isSmall(count) ? Withheld.SMALL_GROUP : null;
    }

    private static long people(@Nullable Long count) {
        return count == null ? 0 : count;
    }

    private Count mark(Count count) {
        return new Count(count.employees(), small(count.employees()));
    }

    private Participation mark(Participation participation) {
        return new Participation(
                mark(participation.enrolled()),
                mark(participation.assignedTreatment()),
                mark(participation.assignedControl()),
                mark(participation.completed()),
                mark(participation.failed()),
                mark(participation.withdrawn()),
                mark(participation.certified()),
                learning.attempted(participation),
                learning.held(participation),
                mark(participation.timed()),
                participation.learnerTimeSeconds(),
                mark(participation.leadTimed()),
                participation.meanLeadTimeDays(),
                participation.designs());
    }

    private TreatmentStart mark(TreatmentStart start) {
        return new TreatmentStart(start.from(), start.most(), start.people(), small(start.people()));
    }

    private TrendPoint mark(TrendPoint point) {
        return new TrendPoint(
                point.metric(),
                point.arm(),
                point.bucket(),
                point.from(),
                point.measured(),
                point.mean(),
                point.standardDeviation(),
                small(point.measured()));
    }

    /** The time of a small group would be in the total, at a known hourly rate. */
    private static Costs mark(Costs costs, Participation participation) {
        boolean reveals =
                costs.participantTimeDerived() != null && participation.timed().withheld() != null;
        return new Costs(
                costs.currency(),
                costs.total(),
                costs.standardError(),
                costs.byCategory(),
                costs.participantTimeDerived(),
                costs.emptyCategories(),
                costs.items(),
                costs.reasons(),
                reveals ? Withheld.SMALL_GROUP : null);
    }
}
