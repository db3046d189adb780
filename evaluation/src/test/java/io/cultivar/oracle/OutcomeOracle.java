package io.cultivar.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.evaluation.sums.Cell;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** "From a person's facts to sums", rules 2 to 4 and 8: what was measured around one person's index date in one program. */
record OutcomeOracle(
        String program,
        Member member,
        boolean completed,
        List<Fact> facts,
        Facts everything,
        Instant asOf,
        Tally tally) {

    void addUp() {
        trend();
        everything.definition("program", program).map(Fact::data).ifPresent(defined -> {
            changes(defined);
            var periods = UtcPeriod.parse(defined.path("period").asText("P1M"));
            new StaggeredOracle(program, member, facts, periods, this::counted, tally).addUp();
        });
    }

    /** Rules 2 to 4, for defined programs and people who belong to them. */
    private void changes(JsonNode defined) {
        // Rule 2: the borders, each counted from the index date.
        Instant placeboStart = Member.window(defined, "before").times(-2).after(member.index());
        Instant beforeStart = Member.window(defined, "before").times(-1).after(member.index());
        Instant afterStart = Member.window(defined, "lag").after(member.index());
        Instant afterEnd = member.afterEnd(defined);

        // Rule 3: for each metric with an observation.
        Map<String, BigDecimal> changes = new HashMap<>();
        for (String metric : metrics()) {
            UnaryOperator<BigDecimal> capped = cap(metric).orElse(UnaryOperator.identity());
            Optional<BigDecimal> x0 = mean(metric, placeboStart, beforeStart, capped);
            Optional<BigDecimal> x = mean(metric, beforeStart, member.index(), capped);
            Optional<BigDecimal> y = mean(metric, afterStart, afterEnd, capped);
            if (x.isPresent() && y.isPresent()) {
                change(new Cell.Change(program, metric, member.cohort()), x.get(), y.get());
                changes.put(metric, y.get().subtract(x.get()));
                if (cap(metric).isPresent()) {
                    tally.pair(
                            new Cell.UncappedChange(program, metric, member.cohort()),
                            mean(metric, beforeStart, member.index(), UnaryOperator.identity())
                                    .orElseThrow(),
                            mean(metric, afterStart, afterEnd, UnaryOperator.identity())
                                    .orElseThrow());
                }
            }
            if (x0.isPresent() && x.isPresent()) {
                tally.pair(new Cell.Placebo(program, metric, member.cohort()), x0.get(), x.get());
            }
            if (x.isPresent() && y.isEmpty() && afterEnd.isAfter(asOf)) {
                tally.count(new Cell.Pending(program, metric, member.cohort()), 1);
            }
        }
        money(defined, changes);
    }

    private Set<String> metrics() {
        return facts.stream()
                .filter(fact -> fact.is("outcome.measured"))
                .map(fact -> fact.text("metric"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Optional<BigDecimal> mean(String metric, Instant from, Instant to, UnaryOperator<BigDecimal> counted) {
        return mean(
                metric,
                observed -> !observed.time().isBefore(from) && observed.time().isBefore(to),
                counted);
    }

    /** Rule 3: where the metric is defined with a cap, the lesser of max and the greater of min and the value. */
    private Optional<UnaryOperator<BigDecimal>> cap(String metric) {
        return everything
                .definition("metric", metric)
                .filter(defined -> defined.has("cap"))
                .map(defined -> defined.data().get("cap"))
                .map(cap -> value -> {
                    BigDecimal min = Fact.number(cap.get("min"));
                    BigDecimal max = Fact.number(cap.get("max"));
                    if (value.compareTo(min) < 0) {
                        return min;
                    }
                    return value.compareTo(max) > 0 ? max : value;
                });
    }

    private BigDecimal counted(Fact observed) {
        return cap(observed.text("metric")).orElse(UnaryOperator.identity()).apply(observed.number("value"));
    }

    /** [n, Sx, Sy, Sxx, Syy, Sxy, Sddd, Sc, Scd]. */
    private void change(Cell cell, BigDecimal x, BigDecimal y) {
        BigDecimal d = y.subtract(x);
        BigDecimal c = completed ? BigDecimal.ONE : BigDecimal.ZERO;
        tally.add(
                cell,
                BigDecimal.ONE,
                x,
                y,
                x.multiply(x),
                y.multiply(y),
                x.multiply(y),
                d.multiply(d).multiply(d),
                c,
                c.multiply(d));
    }

    /** Rule 3: sum / count, DECIMAL128, of the values as they count. */
    private Optional<BigDecimal> mean(String metric, Predicate<Fact> chosen, UnaryOperator<BigDecimal> counted) {
        BigDecimal sum = BigDecimal.ZERO;
        int count = 0;
        for (Fact fact : facts) {
            if (fact.is("outcome.measured") && fact.text("metric").equals(metric) && chosen.test(fact)) {
                sum = sum.add(counted.apply(fact.number("value")));
                count++;
            }
        }
        return count == 0
                ? Optional.empty()
                : Optional.of(sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL128));
    }

    /** Rule 4: m = sum of sign x unitValue x ratio(benefitHorizon, per) x (y - x), rounded once to DECIMAL128. */
    private void money(JsonNode definition, Map<String, BigDecimal> changes) {
        List<JsonNode> monetary = new ArrayList<>();
        definition.path("outcomes").forEach(outcome -> {
            if (outcome.hasNonNull("unitValue")) {
                monetary.add(outcome);
            }
        });
        long currencies = monetary.stream()
                .map(outcome -> outcome.get("currency").textValue())
                .distinct()
                .count();
        if (currencies != 1) {
            return;
        }
        UtcPeriod horizon = UtcPeriod.parse(
                definition.hasNonNull("benefitHorizon")
                        ? definition.get("benefitHorizon").textValue()
                        : "P12M");
        BigDecimal m = BigDecimal.ZERO;
        for (JsonNode outcome : monetary) {
            String metric = outcome.get("metric").textValue();
            Optional<Fact> defined = everything.definition("metric", metric);
            BigDecimal change = changes.get(metric);
            if (defined.isEmpty() || change == null) {
                return;
            }
            BigDecimal value = Fact.number(outcome.get("unitValue"))
                    .multiply(horizon.per(UtcPeriod.parse(defined.get().text("per"))))
                    .multiply(change);
            m = defined.get().text("better").equals("lower") ? m.subtract(value) : m.add(value);
        }
        BigDecimal total = m.round(MathContext.DECIMAL128);
        BigDecimal square = total.multiply(total);
        tally.add(new Cell.Money(program, member.cohort()), BigDecimal.ONE, total, square, square.multiply(total));
    }

    /** Rule 8: per metric and UTC month the mean; of a control assigned to treatment later only what came before that. */
    private void trend() {
        Predicate<Fact> compared = fact -> fact.time().isBefore(member.until());
        for (String metric : metrics()) {
            Set<YearMonth> months = facts.stream()
                    .map(fact -> Oracle.month(fact.time()))
                    .collect(Collectors.toCollection(TreeSet::new));
            for (YearMonth month : months) {
                mean(metric, compared.and(fact -> Oracle.month(fact.time()).equals(month)), UnaryOperator.identity())
                        .ifPresent(v -> tally.value(new Cell.Trend(program, metric, member.cohort(), month), v));
            }
        }
    }
}
