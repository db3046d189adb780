package io.cultivar.evaluation.program;

import io.cultivar.contract.event.Design;
import io.cultivar.contract.event.MetricDefined;
import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.event.ProgramOutcome;
import io.cultivar.contract.result.ArmChange;
import io.cultivar.contract.result.Comparison;
import io.cultivar.contract.result.Decision;
import io.cultivar.contract.result.Effect;
import io.cultivar.contract.result.Estimate;
import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.Grade;
import io.cultivar.contract.result.Reason;
import io.cultivar.evaluation.fold.Definitions;
import io.cultivar.evaluation.statistics.Ancova;
import io.cultivar.evaluation.statistics.PairedChange;
import io.cultivar.evaluation.statistics.PairedSums;
import io.cultivar.evaluation.statistics.WelchDifference;
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
                .map(metric -> new EffectEvaluation(sums, metric)
                        .effect(definitions.metric(metric), isPrimary(definition, metric), refolding))
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

    private Effect effect(@Nullable MetricDefined definition, boolean primary, boolean refolding) {
        Collection<Cohort> treatmentArm = sums.treatmentArm();
        Collection<Cohort> controlArm = ProgramSums.controlArm();
        PairedSums treatment = changes(treatmentArm);
        PairedSums control = changes(controlArm);
        Collection<Cohort> compared = new ArrayList<>(treatmentArm);
        compared.addAll(controlArm);
        List<Design> designs = ParticipationEvaluation.designs(sums, compared);
        Optional<Estimate> difference = WelchDifference.of(treatment.change(), control.change());
        var comparison = new Comparison(
                arm(treatmentArm, treatment),
                sums.hasControls() ? arm(controlArm, control) : null,
                difference.orElse(null),
                null,
                null,
                null,
                null,
                null,
                WelchDifference.of(treatment.y(), control.y()).orElse(null),
                null,
                Ancova.of(treatment, control).orElse(null),
                null,
                null,
                null,
                WelchDifference.of(
                                placebo(treatmentArm).change(),
                                placebo(controlArm).change())
                        .orElse(null),
                null);
        return new Effect(
                metric,
                definition,
                primary,
                designs.isEmpty() ? null : designs.get(designs.size() - 1),
                sums.count(Cell.Members.class, 1, members -> compared.contains(members.cohort())) > 0,
                comparison,
                new Evidence(Grade.E, List.of()),
                Decision.NOT_PROVEN_YET,
                reasons(definition, designs, treatment, control, difference.isPresent(), refolding),
                null);
    }

    private List<Reason> reasons(
            @Nullable MetricDefined definition,
            List<Design> designs,
            PairedSums treatment,
            PairedSums control,
            boolean estimated,
            boolean refolding) {
        List<Reason> reasons = new ArrayList<>();
        if (!sums.hasControls()) {
            reasons.add(Reason.NO_CONTROL_GROUP);
        } else if (treatment.n() < 2 || control.n() < 2) {
            reasons.add(Reason.TOO_FEW_UNITS);
        } else if (!estimated) {
            reasons.add(Reason.NO_VARIANCE);
        }
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

    private PairedSums changes(Collection<Cohort> arm) {
        return sums.pairs(Cell.Change.class, cell -> cell.metric().equals(metric) && arm.contains(cell.cohort()));
    }

    private PairedSums placebo(Collection<Cohort> arm) {
        return sums.pairs(Cell.Placebo.class, cell -> cell.metric().equals(metric) && arm.contains(cell.cohort()));
    }

    private ArmChange arm(Collection<Cohort> arm, PairedSums changes) {
        long assigned = sums.count(Cell.Members.class, 0, members -> arm.contains(members.cohort()));
        long pending =
                sums.count(Cell.Pending.class, 0, cell -> cell.metric().equals(metric) && arm.contains(cell.cohort()));
        return new ArmChange(
                assigned,
                changes.n(),
                pending,
                assigned - changes.n() - pending,
                changes.x().mean().orElse(null),
                changes.y().mean().orElse(null),
                changes.change().mean().orElse(null),
                PairedChange.of(changes.change()).orElse(null));
    }
}
