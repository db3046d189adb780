package io.cultivar.oracle;

import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rule 11: what one person adds to the panels of a staggered roll-out.
 *
 * @param length how long the program says that its periods are
 * @param counted an observation's value, capped
 */
record StaggeredOracle(
        String program,
        Member member,
        List<Fact> facts,
        UtcPeriod length,
        Function<Fact, BigDecimal> counted,
        Tally tally) {

    private static final int NEWEST = 36;

    void addUp() {
        Cohort cohort = member.cohort();
        Instant turn = cohort == Cohort.CONTROL ? member.until() : member.index();
        Integer start = turn.equals(Instant.MAX) ? null : period(turn);
        tally.count(new Cell.Starts(program, cohort, start), 1);
        NavigableSet<String> metrics = new TreeSet<>();
        facts.stream().filter(fact -> fact.is("outcome.measured")).forEach(fact -> metrics.add(fact.text("metric")));
        metrics.forEach(metric -> addUp(metric, start));
    }

    private void addUp(String metric, @Nullable Integer start) {
        SortedMap<Integer, BigDecimal> values = values(metric);
        values.forEach((period, value) -> {
            if (!values.containsKey(period + 1)) {
                addRun(metric, start, firstOfRun(period, values), period, values);
            }
            values.tailMap(period + 1).forEach((later, after) -> {
                if (firstOfRun(later, values) > period) {
                    tally.value(
                            new Cell.PeriodPair(program, metric, member.cohort(), start, period, later),
                            after.subtract(value));
                }
            });
        });
    }

    private static int firstOfRun(int period, SortedMap<Integer, BigDecimal> values) {
        int first = period;
        while (values.containsKey(first - 1)) {
            first--;
        }
        return first;
    }

    /** The mean of each period, of the newest 36 periods up to the last one with an observation. */
    private SortedMap<Integer, BigDecimal> values(String metric) {
        Map<Integer, List<BigDecimal>> measured = new TreeMap<>();
        for (Fact fact : facts) {
            if (fact.is("outcome.measured") && fact.text("metric").equals(metric)) {
                measured.computeIfAbsent(period(fact.time()), period -> new ArrayList<>())
                        .add(counted.apply(fact));
            }
        }
        TreeMap<Integer, BigDecimal> values = new TreeMap<>();
        measured.forEach((period, all) -> values.put(
                period,
                all.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(all.size()), MathContext.DECIMAL128)));
        return values.tailMap(values.lastKey() - NEWEST + 1);
    }

    private void addRun(
            String metric, @Nullable Integer start, int from, int to, SortedMap<Integer, BigDecimal> values) {
        List<BigDecimal> run = new ArrayList<>(values.subMap(from, to + 1).values());
        List<BigDecimal> places = new ArrayList<>(run);
        for (int i = 0; i < run.size(); i++) {
            for (int j = i; j < run.size(); j++) {
                places.add(run.get(i).multiply(run.get(j)));
            }
        }
        places.add(0, to == values.lastKey() ? BigDecimal.ONE : BigDecimal.ZERO);
        places.add(0, BigDecimal.ONE);
        tally.add(
                new Cell.Panel(program, metric, member.cohort(), start, from, run.size()),
                places.toArray(BigDecimal[]::new));
    }

    /** Whole months from January 1970, whole weeks from Monday 1969-12-29, whole days from 1970-01-01; else months. */
    private int period(Instant time) {
        LocalDateTime local = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
        if (length.months() == 0 && length.days() > 0 && length.time().isZero()) {
            LocalDate zero = length.days() % 7 == 0 ? LocalDate.of(1969, 12, 29) : LocalDate.of(1970, 1, 1);
            long days = ChronoUnit.DAYS.between(zero, local.toLocalDate());
            return (int) Math.floor((double) days / length.days());
        }
        boolean wholeMonths =
                length.months() > 0 && length.days() == 0 && length.time().isZero();
        long months = ChronoUnit.MONTHS.between(
                LocalDate.of(1970, 1, 1), local.toLocalDate().withDayOfMonth(1));
        return (int) Math.floor((double) months / (wholeMonths ? length.months() : 1));
    }
}
