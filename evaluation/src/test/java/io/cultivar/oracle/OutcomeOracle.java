package io.cultivar.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.result.Bucket;
import io.cultivar.evaluation.sums.Cell;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
                    asMeasured(
                            new Cell.UncappedChange(program, metric, member.cohort()),
                            List.of(x.get(), y.get()),
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
    private void asMeasured(Cell cell, List<BigDecimal> capped, BigDecimal x, BigDecimal y) {
        boolean cut = x.compareTo(capped.get(0)) != 0 || y.compareTo(capped.get(1)) != 0;
        tally.add(
                cell,
                BigDecimal.ONE,
                x,
                y,
                x.multiply(x),
                y.multiply(y),
                x.multiply(y),
                cut ? BigDecimal.ONE : BigDecimal.ZERO);
    }

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
            if (outcome.hasNonNull("unitValue") && !isRetention(outcome)) {
                monetary.add(outcome);
            }
        });
        List<Optional<BigDecimal>> rates = rates(definition, monetary);
        if (monetary.isEmpty() || rates.stream().anyMatch(Optional::isEmpty)) {
            return;
        }
        UtcPeriod horizon = UtcPeriod.parse(
                definition.hasNonNull("benefitHorizon")
                        ? definition.get("benefitHorizon").textValue()
                        : "P12M");
        BigDecimal m = BigDecimal.ZERO;
        BigDecimal isolated = BigDecimal.ZERO;
        for (JsonNode outcome : monetary) {
            String metric = outcome.get("metric").textValue();
            Optional<Fact> defined = everything.definition("metric", metric);
            BigDecimal change = changes.get(metric);
            if (defined.isEmpty() || change == null) {
                return;
            }
            BigDecimal value = Fact.number(outcome.get("unitValue"))
                    .multiply(horizon.per(UtcPeriod.parse(defined.get().text("per"))))
                    .multiply(change)
                    .multiply(rates.get(monetary.indexOf(outcome)).orElseThrow());
            BigDecimal signed = defined.get().text("better").equals("lower") ? value.negate() : value;
            m = m.add(signed);
            if (outcome.hasNonNull("isolation")) {
                JsonNode isolation = outcome.get("isolation");
                isolated = isolated.add(signed.multiply(Fact.number(isolation.get("factor")))
                        .multiply(Fact.number(isolation.get("confidence"))));
            }
        }
        total(new Cell.Money(program, member.cohort()), m);
        if (monetary.stream().allMatch(outcome -> outcome.hasNonNull("isolation"))) {
            total(new Cell.IsolatedMoney(program, member.cohort()), isolated);
        }
    }

    /** [n, Sm, Smm, Smmm], m rounded once to DECIMAL128. */
    private void total(Cell cell, BigDecimal m) {
        BigDecimal total = m.round(MathContext.DECIMAL128);
        tally.add(cell, BigDecimal.ONE, total, total.pow(2), total.pow(3));
    }

    /** Rule 4: an outcome whose metric is defined to be about retention is not among the monetary ones. */
    private boolean isRetention(JsonNode outcome) {
        return everything
                .definition("metric", outcome.get("metric").textValue())
                .filter(defined -> defined.text("category").equals("retention"))
                .isPresent();
    }

    /** Rule 4: with a reporting currency its own rate is 1 and others are declared or missing; else all must be alike. */
    private static List<Optional<BigDecimal>> rates(JsonNode definition, List<JsonNode> monetary) {
        List<Optional<BigDecimal>> rates = new ArrayList<>();
        for (JsonNode outcome : monetary) {
            String currency = outcome.get("currency").textValue();
            String reporting = definition.hasNonNull("currency")
                    ? definition.get("currency").textValue()
                    : monetary.get(0).get("currency").textValue();
            JsonNode declared = definition.path("exchangeRates").path(currency);
            if (currency.equals(reporting)) {
                rates.add(Optional.of(BigDecimal.ONE));
            } else if (definition.hasNonNull("currency") && !declared.isMissingNode()) {
                rates.add(Optional.of(Fact.number(declared)));
            } else {
                rates.add(Optional.empty());
            }
        }
        return rates;
    }

    /** Rule 8: per metric and period the mean; of a control assigned to treatment later only what came before that. */
    private void trend() {
        Predicate<Fact> compared = fact -> fact.time().isBefore(member.until());
        for (String metric : metrics()) {
            boolean weekly = isWeekly(metric);
            Set<LocalDate> periods =
                    facts.stream().map(fact -> begin(weekly, fact)).collect(Collectors.toCollection(TreeSet::new));
            for (LocalDate from : periods) {
                Bucket bucket = weekly ? Bucket.WEEK : Bucket.MONTH;
                mean(metric, compared.and(fact -> begin(weekly, fact).equals(from)), UnaryOperator.identity())
                        .ifPresent(v -> tally.value(new Cell.Trend(program, metric, member.cohort(), bucket, from), v));
            }
        }
    }

    /** Rule 8: in a defined program a metric that is defined per less than a month (28 days). */
    private boolean isWeekly(String metric) {
        return everything.definition("program", program).isPresent()
                && everything
                        .definition("metric", metric)
                        .map(defined -> UtcPeriod.parse(defined.text("per")))
                        .filter(per -> per.months() == 0 && per.days() <= 27)
                        .isPresent();
    }

    /** The Monday of its week, or the first of its month. */
    private static LocalDate begin(boolean weekly, Fact fact) {
        LocalDate day = LocalDate.ofInstant(fact.time(), ZoneOffset.UTC);
        return weekly
                ? day.minusDays(day.getDayOfWeek().getValue() - 1L)
                : Oracle.month(fact.time()).atDay(1);
    }
}
