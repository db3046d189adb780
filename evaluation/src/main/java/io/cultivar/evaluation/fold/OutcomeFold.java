package io.cultivar.evaluation.fold;

import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.event.Windows;
import io.cultivar.evaluation.statistics.Moments;
import io.cultivar.evaluation.statistics.PairedSums;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Contribution;
import io.cultivar.evaluation.sums.Sums;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Folds one person's outcomes around the index date of one program: for each metric one before- and one after-value, for
 * the program one total in money.
 */
final class OutcomeFold {

    private final String program;
    private final ProgramDefined definition;
    private final Membership membership;
    private final Observations observations;
    private final Instant afterEnd;

    OutcomeFold(String program, ProgramDefined definition, Membership membership, Observations observations) {
        this.program = program;
        this.definition = definition;
        this.membership = membership;
        this.observations = observations;
        this.afterEnd = membership.cutOff(definition.windows().afterEnd(membership.index()));
    }

    /** Where the person's after-window ends: as declared, or where a control was later treated. */
    Instant afterEnd() {
        return afterEnd;
    }

    void fold(Definitions definitions, Instant asOf, Contribution.Builder out) {
        Windows windows = definition.windows();
        Instant index = membership.index();
        Instant beforeStart = windows.beforeStart(index);
        Map<String, BigDecimal> changes = new HashMap<>();
        for (String metric : observations.metrics()) {
            Optional<BigDecimal> placebo = observations.mean(metric, windows.placeboStart(index), beforeStart);
            Optional<BigDecimal> before = observations.mean(metric, beforeStart, index);
            Optional<BigDecimal> after = observations.mean(metric, windows.afterStart(index), afterEnd);
            if (before.isEmpty()) {
                continue;
            }
            BigDecimal x = before.get();
            placebo.ifPresent(
                    x0 -> out.add(new Cell.Placebo(program, metric, membership.cohort()), PairedSums.of(x0, x)));
            if (after.isPresent()) {
                BigDecimal y = after.get();
                out.add(new Cell.Change(program, metric, membership.cohort()), PairedSums.of(x, y));
                changes.put(metric, y.subtract(x));
            } else if (afterEnd.isAfter(asOf)) {
                out.add(new Cell.Pending(program, metric, membership.cohort()), Sums.ofCounts(1));
            }
        }
        MoneyValue.of(definition, definitions)
                .flatMap(value -> value.total(changes))
                .ifPresent(total -> out.add(new Cell.Money(program, membership.cohort()), Moments.of(total)));
    }
}
