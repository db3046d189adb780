package io.cultivar.evaluation.fold;

import io.cultivar.contract.event.Cap;
import io.cultivar.contract.event.MetricDefined;
import io.cultivar.contract.event.OutcomeMeasured;
import io.cultivar.evaluation.facts.Facts.Dated;
import io.cultivar.evaluation.statistics.Moments;
import io.cultivar.evaluation.statistics.PanelSums;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import io.cultivar.evaluation.sums.Contribution;
import io.cultivar.evaluation.sums.PersonPanel;
import io.cultivar.evaluation.sums.Sums;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Folds one person's outcomes into the calendar periods of a staggered roll-out. Every two periods in which the person was
 * measured end up in exactly one cell: in the panel of the run that holds both, else as a pair.
 */
final class StaggeredFold {

    private final String program;
    private final Cohort cohort;
    private final @Nullable Integer start;
    private final Contribution.Builder out;

    private StaggeredFold(String program, Cohort cohort, @Nullable Integer start, Contribution.Builder out) {
        this.program = program;
        this.cohort = cohort;
        this.start = start;
        this.out = out;
    }

    static void fold(
            String program,
            Periods periods,
            Membership membership,
            Observations observations,
            Definitions definitions,
            Contribution.Builder out) {
        Cohort cohort = membership.cohort();
        // A control's turn comes with a later assignment to treatment, if at all; everybody else's on the index date.
        Instant turn = cohort == Cohort.CONTROL ? membership.leavesAt() : membership.index();
        var fold = new StaggeredFold(program, cohort, turn == null ? null : periods.at(turn), out);
        out.add(new Cell.Starts(program, cohort, fold.start), Sums.ofCounts(1));
        for (String metric : observations.metrics()) {
            MetricDefined defined = definitions.metric(metric);
            Cap cap = defined == null ? null : defined.cap();
            fold.addMetric(metric, newestValues(observations.of(metric), periods, cap));
        }
    }

    /** One mean a period; only the newest {@link PanelSums#LONGEST} periods. */
    private static NavigableMap<Integer, BigDecimal> newestValues(
            Iterable<Dated<OutcomeMeasured>> outcomes, Periods periods, @Nullable Cap cap) {
        NavigableMap<Integer, List<BigDecimal>> byPeriod = new TreeMap<>();
        for (Dated<OutcomeMeasured> outcome : outcomes) {
            BigDecimal value = outcome.data().value();
            byPeriod.computeIfAbsent(periods.at(outcome.time()), period -> new ArrayList<>())
                    .add(cap == null ? value : cap.clamp(value));
        }
        NavigableMap<Integer, BigDecimal> values = new TreeMap<>();
        byPeriod.tailMap(byPeriod.lastKey() - PanelSums.LONGEST, false)
                .forEach((period, measured) -> Observations.mean(measured).ifPresent(mean -> values.put(period, mean)));
        return values;
    }

    private void addMetric(String metric, NavigableMap<Integer, BigDecimal> values) {
        List<NavigableMap<Integer, BigDecimal>> runs = runs(values);
        for (int i = 0; i < runs.size(); i++) {
            NavigableMap<Integer, BigDecimal> run = runs.get(i);
            boolean newest = i == runs.size() - 1;
            out.add(
                    new Cell.Panel(program, metric, cohort, start, run.firstKey(), run.size()),
                    PersonPanel.of(List.copyOf(run.values()), newest));
            values.tailMap(run.lastKey(), false)
                    .forEach((later, after) -> run.forEach((earlier, before) -> out.add(
                            new Cell.PeriodPair(program, metric, cohort, start, earlier, later),
                            Moments.of(after.subtract(before)))));
        }
    }

    /** The longest runs of consecutive periods, by time. */
    private static List<NavigableMap<Integer, BigDecimal>> runs(NavigableMap<Integer, BigDecimal> values) {
        List<NavigableMap<Integer, BigDecimal>> runs = new ArrayList<>();
        NavigableMap<Integer, BigDecimal> run = new TreeMap<>();
        for (Map.Entry<Integer, BigDecimal> value : values.entrySet()) {
            if (run.isEmpty() || run.lastKey() + 1 < value.getKey()) {
                run = new TreeMap<>();
                runs.add(run);
            }
            run.put(value.getKey(), value.getValue());
        }
        return runs;
    }
}
