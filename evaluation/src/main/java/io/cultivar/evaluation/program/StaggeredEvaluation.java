package io.cultivar.evaluation.program;

import io.cultivar.contract.event.Design;
import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.result.AggregateEffect;
import io.cultivar.contract.result.ChiSquareTest;
import io.cultivar.contract.result.ComparisonGroup;
import io.cultivar.contract.result.GroupTimeEffect;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.StaggeredEffect;
import io.cultivar.evaluation.fold.Periods;
import io.cultivar.evaluation.statistics.ComparisonRule;
import io.cultivar.evaluation.statistics.GroupTimeDifference;
import io.cultivar.evaluation.statistics.MinimumDetectableEffect;
import io.cultivar.evaluation.statistics.Moments;
import io.cultivar.evaluation.statistics.StaggeredCohort;
import io.cultivar.evaluation.statistics.StaggeredPanel;
import io.cultivar.evaluation.statistics.StaggeredPanel.Aggregate;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What a program did to each metric where people's turns came in more than one period. */
final class StaggeredEvaluation {

    private final Periods periods;
    private final String metric;
    private final StaggeredSums sums;
    private final List<StaggeredCohort> cohorts;
    private final List<Design> designs;
    private final boolean refolding;

    private StaggeredEvaluation(
            Periods periods, String metric, StaggeredSums sums, List<Design> designs, boolean refolding) {
        this.periods = periods;
        this.metric = metric;
        this.sums = sums;
        this.cohorts = sums.complete();
        this.designs = designs;
        this.refolding = refolding;
    }

    /** For each metric one effect a comparison group; none where all turns came in one period. */
    static List<StaggeredEffect> of(
            @Nullable ProgramDefined definition, ProgramSums program, Instant asOf, boolean refolding) {
        Collection<Cohort> cohorts = EnumSet.copyOf(program.treatmentArm());
        cohorts.addAll(ProgramSums.controlArm());
        long turns = program.cells(Cell.Starts.class).stream()
                .filter(cell -> cell.start() != null && cohorts.contains(cell.cohort()))
                .map(Cell.Starts::start)
                .distinct()
                .count();
        if (definition == null || turns < 2) {
            return List.of();
        }
        Periods periods = Periods.of(definition.period());
        int lastOver = periods.at(asOf) - 1;
        List<Design> designs = ParticipationEvaluation.designs(program, cohorts);
        NavigableSet<String> metrics = new TreeSet<>();
        program.cells(Cell.Panel.class).forEach(cell -> metrics.add(cell.metric()));
        List<StaggeredEffect> effects = new ArrayList<>();
        for (String metric : metrics) {
            StaggeredSums.of(program, metric, cohorts, lastOver).ifPresent(sums -> {
                var evaluation = new StaggeredEvaluation(periods, metric, sums, designs, refolding);
                effects.add(evaluation.effect(ComparisonGroup.NOT_YET_TREATED));
                if (sums.starts().contains(StaggeredCohort.NEVER)) {
                    effects.add(evaluation.effect(ComparisonGroup.NEVER_TREATED));
                }
            });
        }
        return effects;
    }

    private StaggeredEffect effect(ComparisonGroup group) {
        var panel = StaggeredPanel.of(cohorts, sums.length(), group);
        Optional<Aggregate> simple = panel.simple();
        List<GroupTimeEffect> groupTimes = groupTimes(group);
        ChiSquareTest preTrend = panel.preTrend().orElse(null);
        long complete = cohorts.stream().mapToLong(StaggeredCohort::n).sum();
        long leftOut = sums.people() - complete;
        return new StaggeredEffect(
                metric,
                ParticipationEvaluation.weakest(designs),
                group,
                periods.firstDay(sums.first()),
                periods.firstDay(sums.last()),
                complete,
                leftOut,
                simple.map(Aggregate::treated).orElse(null),
                simple.map(Aggregate::controls).orElse(null),
                groupTimes,
                simple.map(Aggregate::effect).orElse(null),
                MinimumDetectableEffect.of(simple.map(Aggregate::effect).orElse(null))
                        .orElse(null),
                aggregates(panel.dynamic(), (elapsed, aggregate) -> effect(null, null, elapsed, aggregate)),
                aggregates(panel.group(), (start, aggregate) -> effect(day(start), null, null, aggregate)),
                aggregates(panel.calendar(), (period, aggregate) -> effect(null, day(period), null, aggregate)),
                preTrend,
                StaggeredEvidence.of(designs, simple.orElse(null), preTrend, complete, leftOut),
                reasons(groupTimes, simple.orElse(null)),
                null);
    }

    private LocalDate day(int place) {
        return periods.firstDay(sums.first() + place);
    }

    private static List<AggregateEffect> aggregates(
            NavigableMap<Integer, Aggregate> aggregates, BiFunction<Integer, Aggregate, AggregateEffect> effect) {
        return aggregates.entrySet().stream()
                .map(entry -> effect.apply(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static AggregateEffect effect(
            @Nullable LocalDate start, @Nullable LocalDate period, @Nullable Integer elapsed, Aggregate aggregate) {
        return new AggregateEffect(
                start,
                period,
                elapsed,
                aggregate.treated(),
                aggregate.smallest(),
                aggregate.controls(),
                aggregate.effect(),
                null);
    }

    /** The effects of everybody measured in the two periods of each, whether in the others or not. */
    private List<GroupTimeEffect> groupTimes(ComparisonGroup group) {
        NavigableSet<Integer> starts = sums.starts();
        List<GroupTimeEffect> effects = new ArrayList<>();
        for (int start : starts) {
            if (!ComparisonRule.hasEffects(start, starts, sums.first(), sums.last(), group)) {
                continue;
            }
            for (int period = sums.first() + 1; period <= sums.last(); period++) {
                int base = ComparisonRule.base(start, period);
                Moments treated = sums.change(start, base, period);
                Moments controls = Moments.NONE;
                long complete = 0;
                for (int other : starts) {
                    if (ComparisonRule.compares(other, start, period, group)) {
                        controls = controls.plus(sums.change(other, base, period));
                        complete += sums.complete(other);
                    }
                }
                if (treated.n() > 0 && controls.n() > 0) {
                    effects.add(new GroupTimeEffect(
                            periods.firstDay(start),
                            periods.firstDay(period),
                            treated.n(),
                            controls.n(),
                            sums.complete(start),
                            complete,
                            GroupTimeDifference.of(treated, controls).orElse(null),
                            null));
                }
            }
        }
        return effects;
    }

    private List<Reason> reasons(List<GroupTimeEffect> groupTimes, @Nullable Aggregate simple) {
        List<Reason> reasons = new ArrayList<>();
        if (designs.size() > 1) {
            reasons.add(Reason.MIXED_DESIGN);
        }
        if (refolding) {
            reasons.add(Reason.REFOLDING);
        }
        if (groupTimes.isEmpty()) {
            reasons.add(Reason.NO_COMPARISON_GROUP);
        } else if (simple == null) {
            reasons.add(Reason.NO_COMPLETE_PANEL);
        } else if (simple.effect() == null) {
            reasons.add(Reason.NO_VARIANCE);
        }
        if (sums.isShortened()) {
            reasons.add(Reason.PANEL_SHORTENED);
        }
        return reasons;
    }
}
