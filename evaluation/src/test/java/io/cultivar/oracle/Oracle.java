package io.cultivar.oracle;

import io.cultivar.contract.event.CostCategory;
import io.cultivar.contract.event.Event;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Sums;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a set of events adds up to, written from {@code docs/MEANING.md} alone: everything in memory, one plain pass per
 * rule, no order, no increments. Where it and the product differ, one of them or the rule book is wrong.
 */
public final class Oracle {

    private Oracle() {}

    /**
     * Every cell of the whole company, and its sums.
     *
     * @param eventLines valid events as JSON, subjects as given, in any order and with repetitions
     * @param asOf dated facts after this instant do not count
     */
    public static Map<Cell, Sums> sums(Collection<String> eventLines, Instant asOf) {
        Facts facts = Facts.of(eventLines);
        Tally tally = new Tally();
        facts.byKey().forEach((key, counting) -> {
            // Rule 6: a fact whose time is after asOf does not count. (Definitions are looked up in facts, undated.)
            List<Fact> dated =
                    counting.stream().filter(fact -> !fact.time().isAfter(asOf)).toList();
            if (key.startsWith("employee/")) {
                PersonOracle.addUp(dated, facts, asOf, tally);
            } else {
                CompanyOracle.addUp(key, counting, asOf, tally);
                FeedbackOracle.addUp(dated, tally);
            }
            if (key.startsWith("program/")) {
                addUpCosts(key.substring("program/".length()), dated, tally);
            }
        });
        tally.count(new Cell.DataQuality(), facts.identityConflicts(), facts.registerConflicts(), facts.erasedPeople());
        return tally.cells();
    }

    /** "A program's own facts give cost cells: one posting and its amount per (category, provider, currency, month)." */
    private static void addUpCosts(String program, List<Fact> dated, Tally tally) {
        for (Fact cost : dated) {
            if (cost.is("cost.incurred")) {
                tally.add(
                        new Cell.Cost(
                                program,
                                term(CostCategory.class, cost.text("category")),
                                cost.find("provider").orElse(null),
                                cost.text("currency"),
                                month(cost.time())),
                        BigDecimal.ONE,
                        cost.number("amount"));
            }
        }
    }

    /** The programs that have a definition or any cell, with every dated fact counting. */
    public static Set<String> programs(Collection<String> eventLines) {
        return programs(eventLines, Instant.MAX);
    }

    /** The programs that have a definition or any cell as of an instant. */
    public static Set<String> programs(Collection<String> eventLines, Instant asOf) {
        Set<String> programs = new TreeSet<>();
        Facts.of(eventLines).byKey().values().stream()
                .flatMap(List::stream)
                .filter(fact -> fact.is("program.defined"))
                .forEach(fact -> programs.add(fact.key().substring("program/".length())));
        for (Cell cell : sums(eventLines, asOf).keySet()) {
            if (cell.scope().startsWith("program/")) {
                programs.add(cell.scope().substring("program/".length()));
            }
        }
        return programs;
    }

    /** The {@code program.defined} that stands and wins, whatever asOf is. */
    public static Optional<Event> definition(Collection<String> eventLines, String program) {
        return Facts.of(eventLines).definition("program", program).map(Fact::event);
    }

    /** The {@code metric.defined} that stands and wins, whatever asOf is. */
    public static Optional<Event> metric(Collection<String> eventLines, String metric) {
        return Facts.of(eventLines).definition("metric", metric).map(Fact::event);
    }

    static YearMonth month(Instant time) {
        return YearMonth.from(time.atOffset(ZoneOffset.UTC));
    }

    static <T extends Enum<T>> T term(Class<T> vocabulary, String id) {
        return Enum.valueOf(vocabulary, id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
