package io.cultivar.metricsapi.published;

import io.cultivar.contract.result.AssessmentResult;
import io.cultivar.contract.result.Costs;
import io.cultivar.contract.result.Decision;
import io.cultivar.contract.result.Effect;
import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.PhaseScores;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.PublishedFigure;
import io.cultivar.contract.result.RetentionComparison;
import io.cultivar.contract.result.Returns;
import io.cultivar.contract.result.Withheld;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is withheld of a program now. It is not told from earlier publications either: who is too few to be shown today may
 * have been among more yesterday, and is still there.
 */
final class WithheldNow {

    private static final String RETURNS = "returns";
    private static final String COSTS = "costs";
    private static final String RETENTION = "retention";
    private static final String EFFECT = "effect/";

    private final SortedMap<String, Withheld> reasons = new TreeMap<>();

    private WithheldNow() {}

    static WithheldNow of(ProgramResult now) {
        var found = new WithheldNow();
        found.add(RETURNS, now.returns().withheld());
        found.add(COSTS, now.costs().withheld());
        RetentionComparison retention = now.retentionComparison();
        found.add(RETENTION, retention == null ? null : retention.withheld());
        now.effects().forEach(effect -> found.add(EFFECT + effect.metric(), effect.withheld()));
        for (AssessmentResult result : now.assessments()) {
            found.add(name(result), result.withheld());
            result.phases().forEach(phase -> found.add(name(result, phase), phase.withheld()));
        }
        return found;
    }

    private void add(String name, @Nullable Withheld why) {
        if (why != null) {
            reasons.put(name, why);
        }
    }

    /** As changes of a gain are about it. */
    private static String name(AssessmentResult result) {
        String kind = result.assessment() == null ? "skill/" + result.skill() : "assessment/" + result.assessment();
        return kind + '/' + result.arm().id();
    }

    private static String name(AssessmentResult result, PhaseScores phase) {
        return "phase/" + phase.phase().id() + '/' + name(result);
    }

    /** Why a figure is withheld now; null where it is not. */
    @Nullable
    Withheld why(PublishedFigure figure, @Nullable String about) {
        return switch (figure) {
            case ROI, BENEFIT -> reasons.get(RETURNS);
            case COST -> reasons.get(COSTS);
            case EFFECT -> reasons.get(EFFECT + about);
            case ASSESSMENT_GAIN -> about == null ? null : reasons.get(about);
            case RETENTION_DIFFERENCE -> reasons.get(RETENTION);
            case PORTFOLIO_COST, PORTFOLIO_BENEFIT, PORTFOLIO_ROI -> null;
        };
    }

    /** What is withheld and why, in the same words in every replica; empty where nothing is. */
    String text() {
        return reasons.entrySet().stream()
                .map(entry -> entry.getKey() + '=' + entry.getValue().id())
                .collect(Collectors.joining("\n"));
    }

    /** The earlier result of the same program, without the numbers that are withheld now. */
    ProgramResult cover(ProgramResult then) {
        if (reasons.isEmpty()) {
            return then;
        }
        return new ProgramResult(
                then.program(),
                then.definition(),
                then.asOf(),
                then.refolding(),
                then.participation(),
                then.starts(),
                then.effects().stream().map(this::cover).toList(),
                then.staggered(),
                then.assessments().stream().map(this::cover).toList(),
                then.feedback(),
                then.retention(),
                then.survival(),
                cover(then.retentionComparison()),
                then.trends(),
                cover(then.costs()),
                cover(then.returns()));
    }

    private Effect cover(Effect then) {
        Withheld why = reasons.get(EFFECT + then.metric());
        return why == null
                ? then
                : new Effect(
                        then.metric(),
                        then.definition(),
                        then.primary(),
                        then.design(),
                        then.provisional(),
                        null,
                        Evidence.WITHHELD,
                        Decision.NOT_PROVEN_YET,
                        then.reasons(),
                        why);
    }

    private AssessmentResult cover(AssessmentResult then) {
        Withheld why = reasons.get(name(then));
        boolean shown = why == null;
        return new AssessmentResult(
                then.assessment(),
                then.skill(),
                then.arm(),
                then.phases().stream().map(phase -> cover(then, phase)).toList(),
                shown ? then.paired() : null,
                shown ? then.gain() : null,
                shown ? then.hedgesG() : null,
                shown ? then.followedUp() : null,
                shown ? then.decay() : null,
                shown ? then.lasting() : null,
                then.design(),
                shown ? then.minimumDetectable() : null,
                shown ? then.evidence() : Evidence.WITHHELD,
                then.reasons(),
                shown ? then.withheld() : why);
    }

    private PhaseScores cover(AssessmentResult result, PhaseScores then) {
        Withheld why = reasons.get(name(result, then));
        return why == null ? then : new PhaseScores(then.phase(), null, null, null, null, null, null, why);
    }

    private @Nullable RetentionComparison cover(@Nullable RetentionComparison then) {
        Withheld why = reasons.get(RETENTION);
        return then == null || why == null
                ? then
                : new RetentionComparison(
                        then.design(), null, null, null, null, null, List.of(), Evidence.WITHHELD, List.of(), why);
    }

    private Costs cover(Costs then) {
        Withheld why = reasons.get(COSTS);
        return why == null
                ? then
                : new Costs(
                        then.currency(),
                        null,
                        null,
                        Map.of(),
                        null,
                        then.emptyCategories(),
                        then.items(),
                        then.reasons(),
                        why);
    }

    private Returns cover(Returns then) {
        Withheld why = reasons.get(RETURNS);
        return why == null ? then : then.withoutFigures().marked(why);
    }
}
