package io.cultivar.evaluation.program;

import io.cultivar.contract.event.Design;
import io.cultivar.contract.event.MetricDefined;
import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.event.ProgramOutcome;
import io.cultivar.contract.result.AlwaysValid;
import io.cultivar.contract.result.ArmChange;
import io.cultivar.contract.result.Comparison;
import io.cultivar.contract.result.Effect;
import io.cultivar.contract.result.Estimate;
import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.Interval;
import io.cultivar.contract.result.Reason;
import io.cultivar.evaluation.fold.Definitions;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the program did to each metric: the comparison of its arms. */
final class EffectEvaluation {

    private final ProgramSums sums;
    private final String metric;

    private EffectEvaluation(ProgramSums sums, String metric) {
        this.sums = sums;
        this.metric = metric;
    }

    /** One effect for each metric that was measured around an index date, or that the program declares. */
    static List<Effect> of(
            @Nullable ProgramDefined definition, Definitions definitions, ProgramSums sums, boolean refolding) {
        if (definition == null) {
            return List.of();
        }
        NavigableSet<String> metrics = new TreeSet<>();
        definition.outcomes().forEach(outcome -> metrics.add(outcome.metric()));
        sums.cells(Cell.Change.class).forEach(cell -> metrics.add(cell.metric()));
        sums.cells(Cell.Pending.class).forEach(cell -> metrics.add(cell.metric()));
        return metrics.stream()
                .map(metric ->
                        new EffectEvaluation(sums, metric).effect(definition, definitions.metric(metric), refolding))
                .toList();
    }

    /** The outcome that is declared primary; where none is, the first one. */
    private static boolean isPrimary(ProgramDefined definition, String metric) {
        Optional<ProgramOutcome> declared =
                definition.outcomes().stream().filter(ProgramOutcome::primary).findFirst();
        return declared.or(() -> definition.outcomes().stream().findFirst())
                .filter(outcome -> outcome.metric().equals(metric))
                .isPresent();
    }

    private Effect effect(ProgramDefined program, @Nullable MetricDefined definition, boolean refolding) {
        ArmSums treatment = ArmSums.of(sums, metric, sums.treatmentArm());
        ArmSums control = ArmSums.of(sums, metric, ProgramSums.controlArm());
        Comparison numbers =
                ComparisonEvaluation.of(treatment, control, sums.hasControls(), definition, program.plannedHeadcount());
        Collection<Cohort> compared = new ArrayList<>(sums.treatmentArm());
        compared.addAll(ProgramSums.controlArm());
        List<Design> designs = ParticipationEvaluation.designs(sums, compared);
        boolean higherIsBetter = ComparisonEvaluation.isHigherBetter(definition);
        Evidence evidence = EvidenceGrading.of(program, metric, designs, higherIsBetter, numbers);
        return new Effect(
                metric,
                definition,
                isPrimary(program, metric),
                ParticipationEvaluation.weakest(designs),
                sums.count(Cell.Members.class, 1, members -> compared.contains(members.cohort())) > 0,
                numbers,
                evidence,
                DecisionRule.of(deciding(numbers.differenceInDifferences(), higherIsBetter), evidence),
                reasons(definition, designs, numbers, refolding),
                null);
    }

    /** The interval that holds however often one looks, turned so that positive is better: only that one may decide. */
    private static @Nullable Interval deciding(@Nullable Estimate difference, boolean higherIsBetter) {
        AlwaysValid interval = difference == null ? null : difference.alwaysValid();
        if (interval == null) {
            return null;
        }
        return higherIsBetter
                ? new Interval(interval.lower(), interval.upper())
                : new Interval(-interval.upper(), -interval.lower());
    }

    private List<Reason> reasons(
            @Nullable MetricDefined definition, List<Design> designs, Comparison numbers, boolean refolding) {
        List<Reason> reasons = new ArrayList<>();
        whyNotEstimated(numbers).ifPresent(reasons::add);
        if (definition == null) {
            reasons.add(Reason.METRIC_NOT_DEFINED);
        }
        if (designs.size() > 1) {
            reasons.add(Reason.MIXED_DESIGN);
        }
        if (designs.contains(Design.SELF_SELECTED)) {
            reasons.add(Reason.SELF_SELECTED);
        }
        if (refolding) {
            reasons.add(Reason.REFOLDING);
        }
        return reasons;
    }

    /** Why there is no difference, or none that holds however often one looks. */
    private static Optional<Reason> whyNotEstimated(Comparison numbers) {
        Estimate difference = numbers.differenceInDifferences();
        if (difference != null) {
            return difference.alwaysValid() == null ? Optional.of(Reason.TOO_FEW_OR_SKEWED) : Optional.empty();
        }
        ArmChange control = numbers.control();
        if (control == null) {
            return Optional.of(Reason.NO_CONTROL_GROUP);
        }
        boolean few = lessThanTwo(numbers.treatment()) || lessThanTwo(control);
        return Optional.of(few ? Reason.TOO_FEW_UNITS : Reason.NO_VARIANCE);
    }

    private static boolean lessThanTwo(ArmChange arm) {
        Long measured = arm.measured();
        return measured == null || measured < 2;
    }
}
