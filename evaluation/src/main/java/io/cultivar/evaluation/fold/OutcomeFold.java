package io.cultivar.evaluation.fold;

import io.cultivar.contract.event.Cap;
import io.cultivar.contract.event.MetricDefined;
import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.event.Windows;
import io.cultivar.evaluation.statistics.ChangeSums;
import io.cultivar.evaluation.statistics.Moments;
import io.cultivar.evaluation.statistics.PairedSums;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import io.cultivar.evaluation.sums.Contribution;
import io.cultivar.evaluation.sums.Sums;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Folds one person's outcomes around the index date of one program: for each metric one before- and one after-value, for
 * the program one total in money. Where a metric declares a cap, every value counts at its ends before a mean is built.
 */
final class OutcomeFold {

    private final String program;
    private final ProgramDefined definition;
    private final Membership membership;
    private final Observations observations;
    private final boolean completed;
    private final Instant afterEnd;

    OutcomeFold(
            String program,
            ProgramDefined definition,
            Membership membership,
            Observations observations,
            boolean completed) {
        this.program = program;
        this.definition = definition;
        this.membership = membership;
        this.observations = observations;
        this.completed = completed;
        this.afterEnd = membership.cutOff(definition.windows().afterEnd(membership.index()));
    }

    /** Where the person's after-window ends: as declared, or where a control was later treated. */
    Instant afterEnd() {
        return afterEnd;
    }

    void fold(Definitions definitions, Instant asOf, Contribution.Builder out) {
        Map<String, BigDecimal> changes = new HashMap<>();
        for (String metric : observations.metrics()) {
            MetricDefined defined = definitions.metric(metric);
            Cap cap = defined == null ? null : defined.cap();
            foldMetric(metric, cap, asOf, out).ifPresent(change -> changes.put(metric, change));
            if (cap != null) {
                foldAsMeasured(metric, cap, out);
            }
        }
        MoneyValue.of(definition, definitions)
                .flatMap(value -> value.total(changes))
                .ifPresent(total -> out.add(new Cell.Money(program, membership.cohort()), Moments.withCube(total)));
        MoneyValue.isolated(definition, definitions)
                .flatMap(value -> value.total(changes))
                .ifPresent(total ->
                        out.add(new Cell.IsolatedMoney(program, membership.cohort()), Moments.withCube(total)));
    }

    /** Folds one metric; tells the person's change, if they have one. */
    private Optional<BigDecimal> foldMetric(String metric, @Nullable Cap cap, Instant asOf, Contribution.Builder out) {
        Optional<BigDecimal> before = before(metric, cap);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal x = before.get();
        Cohort cohort = membership.cohort();
        placebo(metric, cap).ifPresent(x0 -> out.add(new Cell.Placebo(program, metric, cohort), PairedSums.of(x0, x)));
        Optional<BigDecimal> after = after(metric, cap);
        if (after.isPresent()) {
            out.add(new Cell.Change(program, metric, cohort), ChangeSums.of(x, after.get(), completed));
        } else if (afterEnd.isAfter(asOf)) {
            out.add(new Cell.Pending(program, metric, cohort), Sums.ofCounts(1));
        }
        return after.map(y -> y.subtract(x));
    }

    private void foldAsMeasured(String metric, Cap cap, Contribution.Builder out) {
        before(metric, null)
                .ifPresent(x -> after(metric, null).ifPresent(y -> {
                    boolean asCapped = isSame(before(metric, cap), x) && isSame(after(metric, cap), y);
                    out.add(
                            new Cell.UncappedChange(program, metric, membership.cohort()),
                            PairedSums.of(x, y).and(asCapped ? BigDecimal.ZERO : BigDecimal.ONE));
                }));
    }

    private static boolean isSame(Optional<BigDecimal> one, BigDecimal other) {
        return one.filter(value -> value.compareTo(other) == 0).isPresent();
    }

    private Optional<BigDecimal> placebo(String metric, @Nullable Cap cap) {
        Windows windows = definition.windows();
        Instant index = membership.index();
        return observations.mean(metric, windows.placeboStart(index), windows.beforeStart(index), cap);
    }

    private Optional<BigDecimal> before(String metric, @Nullable Cap cap) {
        Instant index = membership.index();
        return observations.mean(metric, definition.windows().beforeStart(index), index, cap);
    }

    private Optional<BigDecimal> after(String metric, @Nullable Cap cap) {
        return observations.mean(metric, definition.windows().afterStart(membership.index()), afterEnd, cap);
    }
}
