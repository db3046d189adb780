package io.cultivar.evaluation.program;

import io.cultivar.contract.result.ArmChange;
import io.cultivar.evaluation.statistics.ChangeSums;
import io.cultivar.evaluation.statistics.PairedChange;
import io.cultivar.evaluation.statistics.PairedSums;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import java.util.Collection;

/**
 * What the people of one arm add up to on one metric.
 *
 * @param assigned people in the arm
 * @param pending those with a before-value whose after-window is still open
 * @param changes of those with a before- and an after-value
 * @param uncapped the same of the values as measured; nobody where the metric has no cap
 * @param capped those of them of whom the cap changed a value
 * @param placebo of those with values in both windows before the program
 */
record ArmSums(long assigned, long pending, ChangeSums changes, PairedSums uncapped, long capped, PairedSums placebo) {

    static ArmSums of(ProgramSums sums, String metric, Collection<Cohort> arm) {
        return new ArmSums(
                sums.count(Cell.Members.class, 0, members -> arm.contains(members.cohort())),
                sums.count(Cell.Pending.class, 0, cell -> cell.metric().equals(metric) && arm.contains(cell.cohort())),
                sums.total(Cell.Change.class, cell -> cell.metric().equals(metric) && arm.contains(cell.cohort()))
                        .map(ChangeSums::ofSums)
                        .orElse(ChangeSums.NONE),
                sums.pairs(
                        Cell.UncappedChange.class, cell -> cell.metric().equals(metric) && arm.contains(cell.cohort())),
                sums.count(
                        Cell.UncappedChange.class,
                        6,
                        cell -> cell.metric().equals(metric) && arm.contains(cell.cohort())),
                sums.pairs(Cell.Placebo.class, cell -> cell.metric().equals(metric) && arm.contains(cell.cohort())));
    }

    PairedSums pairs() {
        return changes.pairs();
    }

    long measured() {
        return pairs().n();
    }

    /** People of whom it is settled that they have both values, or that they never will. */
    long settled() {
        return assigned - pending;
    }

    /** People who will not have both values. */
    long missing() {
        return settled() - measured();
    }

    ArmChange change() {
        return new ArmChange(
                assigned,
                measured(),
                pending,
                missing(),
                pairs().x().mean().orElse(null),
                pairs().y().mean().orElse(null),
                pairs().change().mean().orElse(null),
                PairedChange.of(pairs().change()).orElse(null));
    }
}
