package io.cultivar.evaluation.program;

import io.cultivar.evaluation.statistics.Moments;
import io.cultivar.evaluation.statistics.PanelSums;
import io.cultivar.evaluation.statistics.StaggeredCohort;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import io.cultivar.evaluation.sums.Sums;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The sums of one metric in a staggered roll-out, by the period in which people's turn came ({@link StaggeredCohort#NEVER}
 * for never). The panel goes from the first to the last period with data that is over: in the one that is under way few
 * have been measured yet. It holds at most the newest {@link PanelSums#LONGEST} periods, the one under way counted, as no
 * more are kept of a person.
 */
final class StaggeredSums {

    private record Change(int start, int earlier, int later) {}

    private final NavigableMap<Integer, Sums> complete = new TreeMap<>();
    private final NavigableSet<Integer> starts = new TreeSet<>();
    private final NavigableMap<Integer, Long> people = new TreeMap<>();
    private final Map<Change, Sums> changes = new HashMap<>();
    private int first = Integer.MAX_VALUE;
    private int last = Integer.MIN_VALUE;
    private boolean shortened;

    private StaggeredSums() {}

    /**
     * The sums of these cohorts; empty where none of their people was measured in a period that is over.
     *
     * @param lastOver the newest period that is over
     */
    static Optional<StaggeredSums> of(ProgramSums program, String metric, Collection<Cohort> cohorts, int lastOver) {
        var sums = new StaggeredSums();
        Map<Cell.Panel, Sums> runs = new HashMap<>();
        program.forEach(Cell.Panel.class, (cell, run) -> {
            if (cell.metric().equals(metric) && cohorts.contains(cell.cohort())) {
                runs.put(cell, run);
                sums.extend(cell);
            }
        });
        int longest = sums.last - PanelSums.LONGEST + 1;
        sums.shortened = sums.first < longest;
        sums.first = Math.max(sums.first, longest);
        sums.last = Math.min(sums.last, lastOver);
        if (sums.last < sums.first) {
            return Optional.empty();
        }
        runs.forEach(sums::addRun);
        program.forEach(Cell.PeriodPair.class, (cell, pair) -> {
            if (cell.metric().equals(metric) && cohorts.contains(cell.cohort())) {
                sums.addChange(start(cell.start()), cell.earlier(), cell.later(), pair);
            }
        });
        return Optional.of(sums);
    }

    private static int start(@Nullable Integer start) {
        return start == null ? StaggeredCohort.NEVER : start;
    }

    private void extend(Cell.Panel run) {
        first = Math.min(first, run.firstPeriod());
        last = Math.max(last, run.firstPeriod() + run.length() - 1);
    }

    private void addRun(Cell.Panel cell, Sums sums) {
        int start = start(cell.start());
        var run = new PanelSums(cell.length(), sums);
        int from = Math.max(first, cell.firstPeriod());
        int end = Math.min(last + 1, cell.firstPeriod() + cell.length());
        if (from < end) {
            starts.add(start);
            var within = run.part(from - cell.firstPeriod(), end - from);
            if (within.length() == length()) {
                complete.merge(start, within.sums(), Sums::plus);
            }
            addChanges(start, from, within);
        }
        // Whose newest run lies in the period under way may have been measured in the panel, too, before a gap.
        if (cell.firstPeriod() + cell.length() > first) {
            people.merge(start, run.newest(), Long::sum);
        }
    }

    private void addChanges(int start, int from, PanelSums run) {
        for (int later = 1; later < run.length(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                addChange(
                        start,
                        from + earlier,
                        from + later,
                        run.change(earlier, later).toSums());
            }
        }
    }

    private void addChange(int start, int earlier, int later, Sums change) {
        changes.merge(new Change(start, earlier, later), change, Sums::plus);
    }

    int first() {
        return first;
    }

    int last() {
        return last;
    }

    int length() {
        return last - first + 1;
    }

    /** Whether there are older periods that are not looked at. */
    boolean isShortened() {
        return shortened;
    }

    /** The starts of people with data in the panel whose turn had not come by its first period. */
    NavigableSet<Integer> starts() {
        return starts.tailSet(first, false);
    }

    /** People with these starts who were measured from the first period of the panel on. */
    long people() {
        return starts().stream()
                .mapToLong(start -> people.getOrDefault(start, 0L))
                .sum();
    }

    /** Those of them who were measured in every period of the panel, by cohort. */
    List<StaggeredCohort> complete() {
        return complete.tailMap(first, false).entrySet().stream()
                .map(entry -> StaggeredCohort.of(
                        entry.getKey() == StaggeredCohort.NEVER ? StaggeredCohort.NEVER : entry.getKey() - first,
                        new PanelSums(length(), entry.getValue())))
                .toList();
    }

    /** How many people with one start were measured in every period. */
    long complete(int start) {
        Sums sums = complete.get(start);
        return sums == null ? 0 : new PanelSums(length(), sums).n();
    }

    /** Changes between two periods of everybody with one start who was measured in both. */
    Moments change(int start, int earlier, int later) {
        Sums sums = changes.get(new Change(start, earlier, later));
        return sums == null ? Moments.NONE : Moments.ofSums(sums);
    }
}
