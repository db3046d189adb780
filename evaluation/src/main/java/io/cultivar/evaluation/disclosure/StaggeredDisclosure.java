package io.cultivar.evaluation.disclosure;

import io.cultivar.contract.result.AggregateEffect;
import io.cultivar.contract.result.ComparisonGroup;
import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.GroupTimeEffect;
import io.cultivar.contract.result.StaggeredEffect;
import io.cultivar.contract.result.Withheld;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may be seen in a staggered roll-out. An effect needs enough people on either side, an aggregate in each of its
 * cohorts: else the other effects of the same period or cohort would tell the rest. The overall mean may hold small
 * cohorts, where all of them together are enough people. No two published numbers may be about almost the same people: what
 * everybody measured twice tells beyond the complete panel, or those whose turn comes later beyond those whose turn never
 * comes, would be the mean of a few.
 */
final class StaggeredDisclosure {

    private final long group;
    private final long arm;

    /** The rules for counts of at least {@code group}, effects of at least {@code arm} people a side. */
    StaggeredDisclosure(long group, long arm) {
        this.group = group;
        this.arm = arm;
    }

    List<StaggeredEffect> mark(List<StaggeredEffect> effects) {
        return effects.stream()
                .map(effect -> mark(effect, sibling(effect, effects)))
                .toList();
    }

    List<StaggeredEffect> redact(List<StaggeredEffect> effects) {
        return effects.stream().map(this::redact).toList();
    }

    /** The effect against those not yet treated, which shares its people with the one against those never treated. */
    private static Optional<StaggeredEffect> sibling(StaggeredEffect effect, List<StaggeredEffect> effects) {
        return effects.stream()
                .filter(other -> effect.comparisonGroup() == ComparisonGroup.NEVER_TREATED
                        && other.comparisonGroup() == ComparisonGroup.NOT_YET_TREATED
                        && other.metric().equals(effect.metric()))
                .findFirst();
    }

    private StaggeredEffect mark(StaggeredEffect effect, Optional<StaggeredEffect> sibling) {
        List<GroupTimeEffect> groupTimes = effect.groupTimes().stream()
                .map(cell -> with(cell, withheld(cell, sibling.flatMap(other -> same(cell, other)))))
                .toList();
        boolean revealing = effect.groupTimes().stream()
                .anyMatch(cell -> sibling.flatMap(other -> same(cell, other))
                        .filter(other -> isFew(people(other.controlsComplete()) - people(cell.controlsComplete())))
                        .isPresent());
        return with(
                effect,
                groupTimes,
                mark(effect.dynamic(), revealing),
                mark(effect.group(), revealing),
                mark(effect.calendar(), revealing),
                withheld(effect, revealing));
    }

    private static Optional<GroupTimeEffect> same(GroupTimeEffect cell, StaggeredEffect other) {
        return other.groupTimes().stream()
                .filter(candidate -> candidate.start().equals(cell.start())
                        && candidate.period().equals(cell.period()))
                .findFirst();
    }

    private @Nullable Withheld withheld(GroupTimeEffect cell, Optional<GroupTimeEffect> sibling) {
        long treated = people(cell.treated());
        long controls = people(cell.controls());
        if (Math.min(treated, controls) < arm) {
            return Withheld.SMALL_GROUP;
        }
        boolean revealing = isFew(treated - people(cell.treatedComplete()))
                || isFew(controls - people(cell.controlsComplete()))
                || sibling.filter(other -> isFew(people(other.controls()) - controls))
                        .isPresent();
        return revealing ? Withheld.COMPLEMENTARY : null;
    }

    private List<AggregateEffect> mark(List<AggregateEffect> aggregates, boolean revealing) {
        return aggregates.stream()
                .map(aggregate -> {
                    boolean small = Math.min(people(aggregate.smallest()), people(aggregate.controls())) < arm;
                    return with(aggregate, small ? Withheld.SMALL_GROUP : revealing ? Withheld.COMPLEMENTARY : null);
                })
                .toList();
    }

    private @Nullable Withheld withheld(StaggeredEffect effect, boolean revealing) {
        if (isFew(people(effect.complete())) || isFew(people(effect.treated())) || isFew(people(effect.controls()))) {
            return Withheld.SMALL_GROUP;
        }
        long inSmallCohorts = effect.group().stream()
                .mapToLong(cohort -> people(cohort.treated()))
                .filter(this::isFew)
                .sum();
        return revealing || isFew(inSmallCohorts) ? Withheld.COMPLEMENTARY : null;
    }

    private boolean isFew(long people) {
        return people > 0 && people < arm;
    }

    private static long people(@Nullable Long count) {
        return count == null ? 0 : count;
    }

    /** A marked effect without the numbers of withheld cells, and without what was concluded from them. */
    private StaggeredEffect redact(StaggeredEffect effect) {
        boolean shown = effect.withheld() == null;
        return new StaggeredEffect(
                effect.metric(),
                effect.design(),
                effect.comparisonGroup(),
                effect.firstPeriod(),
                effect.lastPeriod(),
                shown ? unlessSmall(effect.complete()) : null,
                shown ? unlessSmall(effect.leftOut()) : null,
                shown ? effect.treated() : null,
                shown ? effect.controls() : null,
                effect.groupTimes().stream().map(this::redact).toList(),
                shown ? effect.simple() : null,
                shown ? effect.minimumDetectable() : null,
                redactAll(effect.dynamic()),
                redactAll(effect.group()),
                redactAll(effect.calendar()),
                shown ? effect.preTrend() : null,
                shown ? effect.evidence() : Evidence.WITHHELD,
                effect.reasons(),
                effect.withheld());
    }

    private GroupTimeEffect redact(GroupTimeEffect cell) {
        boolean shown = cell.withheld() == null;
        return new GroupTimeEffect(
                cell.start(),
                cell.period(),
                shown ? cell.treated() : null,
                shown ? cell.controls() : null,
                shown ? unlessSmall(cell.treatedComplete()) : null,
                shown ? unlessSmall(cell.controlsComplete()) : null,
                shown ? cell.effect() : null,
                cell.withheld());
    }

    private @Nullable Long unlessSmall(@Nullable Long count) {
        return people(count) > 0 && people(count) < group ? null : count;
    }

    private static List<AggregateEffect> redactAll(List<AggregateEffect> aggregates) {
        return aggregates.stream()
                .map(aggregate -> aggregate.withheld() == null
                        ? aggregate
                        : new AggregateEffect(
                                aggregate.start(),
                                aggregate.period(),
                                aggregate.elapsed(),
                                null,
                                null,
                                null,
                                null,
                                aggregate.withheld()))
                .toList();
    }

    private static GroupTimeEffect with(GroupTimeEffect cell, @Nullable Withheld withheld) {
        return new GroupTimeEffect(
                cell.start(),
                cell.period(),
                cell.treated(),
                cell.controls(),
                cell.treatedComplete(),
                cell.controlsComplete(),
                cell.effect(),
                withheld);
    }

    private static AggregateEffect with(AggregateEffect aggregate, @Nullable Withheld withheld) {
        return new AggregateEffect(
                aggregate.start(),
                aggregate.period(),
                aggregate.elapsed(),
                aggregate.treated(),
                aggregate.smallest(),
                aggregate.controls(),
                aggregate.effect(),
                withheld);
    }

    private static StaggeredEffect with(
            StaggeredEffect effect,
            List<GroupTimeEffect> groupTimes,
            List<AggregateEffect> dynamic,
            List<AggregateEffect> group,
            List<AggregateEffect> calendar,
            @Nullable Withheld withheld) {
        return new StaggeredEffect(
                effect.metric(),
                effect.design(),
                effect.comparisonGroup(),
                effect.firstPeriod(),
                effect.lastPeriod(),
                effect.complete(),
                effect.leftOut(),
                effect.treated(),
                effect.controls(),
                groupTimes,
                effect.simple(),
                effect.minimumDetectable(),
                dynamic,
                group,
                calendar,
                effect.preTrend(),
                effect.evidence(),
                effect.reasons(),
                withheld);
    }
}
