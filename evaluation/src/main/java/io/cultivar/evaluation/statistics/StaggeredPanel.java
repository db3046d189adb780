package io.cultivar.evaluation.statistics;

import io.cultivar.contract.result.ComparisonGroup;
import io.cultivar.contract.result.FTest;
import io.cultivar.contract.result.LargeSample;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The aggregates of the group-time effects of a staggered roll-out, on the people measured in every period (Callaway and
 * Sant'Anna 2021, section 3; no covariates, no anticipation; conventions of the R package did: varying base period, cohort
 * sizes as estimated weights). They rest on parallel trends: without the program a cohort would have changed like its
 * comparison group. A cohort or comparison group of one person has no effects here, as nothing is known about its variance.
 */
public final class StaggeredPanel {

    private final List<StaggeredCohort> cohorts;
    private final int periods;
    private final List<JointEffect> effects = new ArrayList<>();

    /**
     * One weighted mean of effects.
     *
     * @param treated people of the cohorts in it
     * @param smallest people of the smallest of these cohorts
     * @param controls people of the smallest comparison group in it
     * @param effect null where it does not vary
     */
    public record Aggregate(
            long treated,
            long smallest,
            long controls,
            @Nullable LargeSample effect) {}

    private StaggeredPanel(List<StaggeredCohort> cohorts, int periods) {
        this.cohorts = cohorts;
        this.periods = periods;
    }

    /** The effects of the cohorts of one panel of so many periods. */
    public static StaggeredPanel of(List<StaggeredCohort> cohorts, int periods, ComparisonGroup group) {
        List<StaggeredCohort> sorted = cohorts.stream()
                .sorted(Comparator.comparingInt(StaggeredCohort::start))
                .toList();
        var panel = new StaggeredPanel(sorted, periods);
        List<Integer> starts = sorted.stream().map(StaggeredCohort::start).toList();
        for (StaggeredCohort cohort : sorted) {
            if (ComparisonRule.hasEffects(cohort.start(), starts, 0, periods - 1, group)) {
                panel.addEffects(cohort, group);
            }
        }
        return panel;
    }

    private void addEffects(StaggeredCohort cohort, ComparisonGroup group) {
        for (int t = 1; t < periods; t++) {
            int period = t;
            List<StaggeredCohort> comparison = cohorts.stream()
                    .filter(other -> ComparisonRule.compares(other.start(), cohort.start(), period, group))
                    .toList();
            long controls = comparison.stream().mapToLong(StaggeredCohort::n).sum();
            if (Math.min(cohort.n(), controls) >= GroupTimeDifference.LEAST) {
                int base = ComparisonRule.base(cohort.start(), t);
                effects.add(JointEffect.of(cohort, t, base, comparison));
            }
        }
    }

    private List<JointEffect> effects(Predicate<JointEffect> fits) {
        return effects.stream().filter(fits).toList();
    }

    private List<JointEffect> after() {
        return effects(effect -> !effect.isBefore());
    }

    /** Mean of all effects from the turn on, each weighted with the size of its cohort; empty where there is none. */
    public Optional<Aggregate> simple() {
        List<JointEffect> after = after();
        return after.isEmpty() ? Optional.empty() : Optional.of(bySize(after));
    }

    /** The event study: by periods since the turn came, those before too, weighted with the sizes of the cohorts. */
    public NavigableMap<Integer, Aggregate> dynamic() {
        return each(effects, JointEffect::elapsed, this::bySize);
    }

    /** By start: the plain mean of a cohort's effects from its turn on. */
    public NavigableMap<Integer, Aggregate> group() {
        return each(after(), effect -> effect.treated().start(), this::plain);
    }

    /** By period: of the cohorts whose turn had come, weighted with their sizes. */
    public NavigableMap<Integer, Aggregate> calendar() {
        return each(after(), JointEffect::period, this::bySize);
    }

    /** Test that the effects before the turn are zero; empty where there is none or too few people tell. */
    public Optional<FTest> preTrend() {
        return new PreTrend(cohorts, effects(JointEffect::isBefore)).test();
    }

    private static NavigableMap<Integer, Aggregate> each(
            List<JointEffect> effects,
            Function<JointEffect, Integer> key,
            Function<List<JointEffect>, Aggregate> aggregate) {
        Map<Integer, List<JointEffect>> byKey = effects.stream().collect(Collectors.groupingBy(key));
        NavigableMap<Integer, Aggregate> aggregates = new TreeMap<>();
        byKey.forEach((value, some) -> aggregates.put(value, aggregate.apply(some)));
        return aggregates;
    }

    private Aggregate plain(List<JointEffect> some) {
        BigDecimal weight = BigDecimal.ONE.divide(BigDecimal.valueOf(some.size()), Moments.QUOTIENT);
        var influence = new InfluenceFunction(cohorts, periods);
        BigDecimal value = BigDecimal.ZERO;
        for (JointEffect effect : some) {
            influence.add(effect, weight);
            value = value.add(effect.value().multiply(weight));
        }
        return aggregate(some, value, influence);
    }

    /**
     * Weights w = n_g / sum of n_g. The sizes of the cohorts are estimates too: a person of cohort c adds (sum over c's
     * effects of (effect - aggregate)) / sum of n_g, in which the terms common to all people cancel.
     */
    private Aggregate bySize(List<JointEffect> some) {
        BigDecimal total = BigDecimal.valueOf(
                some.stream().mapToLong(effect -> effect.treated().n()).sum());
        BigDecimal value = some.stream()
                .map(effect -> effect.value()
                        .multiply(BigDecimal.valueOf(effect.treated().n())))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(total, Moments.QUOTIENT);
        var influence = new InfluenceFunction(cohorts, periods);
        for (JointEffect effect : some) {
            BigDecimal size = BigDecimal.valueOf(effect.treated().n());
            influence.add(effect, size.divide(total, Moments.QUOTIENT));
            influence.addConstant(
                    effect.treated(), effect.value().subtract(value).divide(total, Moments.QUOTIENT));
        }
        return aggregate(some, value, influence);
    }

    private static Aggregate aggregate(List<JointEffect> some, BigDecimal value, InfluenceFunction influence) {
        double standardError = Math.sqrt(influence.variance().doubleValue());
        List<StaggeredCohort> treated =
                some.stream().map(JointEffect::treated).distinct().toList();
        return new Aggregate(
                treated.stream().mapToLong(StaggeredCohort::n).sum(),
                treated.stream().mapToLong(StaggeredCohort::n).min().orElse(0),
                some.stream().mapToLong(JointEffect::controls).min().orElse(0),
                Normal.estimate(value.doubleValue(), standardError).orElse(null));
    }
}
