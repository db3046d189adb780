package io.cultivar.evaluation.portfolio;

import io.cultivar.contract.event.CostCategory;
import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.event.Sourcing;
import io.cultivar.contract.result.AlwaysValid;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Comparison;
import io.cultivar.contract.result.CostItem;
import io.cultivar.contract.result.Costs;
import io.cultivar.contract.result.Count;
import io.cultivar.contract.result.Decision;
import io.cultivar.contract.result.Effect;
import io.cultivar.contract.result.Estimate;
import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.FilledRecords;
import io.cultivar.contract.result.Grade;
import io.cultivar.contract.result.Interval;
import io.cultivar.contract.result.Participation;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.ReturnFigures;
import io.cultivar.contract.result.Returns;
import io.cultivar.contract.result.ReturnsBasis;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The result of a program of which only that is known which a portfolio reads. */
final class SomeProgram {

    static final Instant AS_OF = Instant.parse("2026-06-30T00:00:00Z");

    private final String id;
    private final List<CostItem> items = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private @Nullable ProgramDefined definition;
    private Count completed = Count.of(0);
    private Count leadTimed = Count.of(0);
    private @Nullable Double leadTime;
    private String currency = "EUR";
    private @Nullable Bounded benefit;
    private @Nullable Bounded cost;
    private long measured = 10;
    private ReturnsBasis basis = ReturnsBasis.CONTROL_GROUP;
    private Evidence evidence = new Evidence(Grade.A, List.of());
    private Decision decision = Decision.NOT_PROVEN_YET;

    private SomeProgram(String id) {
        this.id = id;
    }

    static SomeProgram called(String id) {
        return new SomeProgram(id);
    }

    static Bounded around(double value, double fixed, @Nullable Double always) {
        return new Bounded(
                value,
                value - fixed,
                value + fixed,
                always == null ? null : new Interval(value - always, value + always));
    }

    SomeProgram in(String code) {
        currency = code;
        return this;
    }

    SomeProgram cost(String amount) {
        return cost(CostCategory.DESIGN, null, amount);
    }

    SomeProgram cost(CostCategory category, @Nullable String provider, String amount) {
        items.add(new CostItem(category, provider, currency, YearMonth.of(2026, 1), new BigDecimal(amount)));
        return this;
    }

    SomeProgram uncertainCost(double halfWidth) {
        cost = around(total().doubleValue(), halfWidth, null);
        return this;
    }

    SomeProgram benefit(double value, double fixed, @Nullable Double always) {
        benefit = around(value, fixed, always);
        return this;
    }

    SomeProgram people(long people) {
        measured = people;
        return this;
    }

    SomeProgram estimated() {
        basis = ReturnsBasis.ISOLATION_ESTIMATE;
        return this;
    }

    SomeProgram proven() {
        decision = Decision.EXPAND;
        return this;
    }

    SomeProgram graded(Grade grade, Reason... reasons) {
        evidence = new Evidence(grade, List.of(reasons));
        return this;
    }

    SomeProgram completed(Count count) {
        completed = count;
        return this;
    }

    SomeProgram leadTime(long people, double days) {
        leadTimed = Count.of(people);
        leadTime = days;
        return this;
    }

    SomeProgram sourced(String skillArea, Sourcing sourcing) {
        return defined(skillArea, sourcing, null, null);
    }

    SomeProgram defined(
            @Nullable String skillArea, Sourcing sourcing, @Nullable String provider, @Nullable String contractEnd) {
        definition = FilledRecords.with(
                FilledRecords.sparse(ProgramDefined.class),
                "sourcing",
                sourcing,
                "provider",
                provider,
                "contractEnd",
                contractEnd == null ? null : LocalDate.parse(contractEnd),
                "skillArea",
                skillArea);
        return this;
    }

    SomeProgram effect(boolean primary, double p, @Nullable Double alwaysValidP) {
        var estimate = new Estimate(
                1, 1, 10, 1, p, 0, 2, 0.95, alwaysValidP == null ? null : new AlwaysValid(-1, 3, alwaysValidP));
        effects.add(FilledRecords.with(
                FilledRecords.sparse(Effect.class),
                "metric",
                "metric-of-" + id,
                "primary",
                primary,
                "comparison",
                FilledRecords.with(FilledRecords.sparse(Comparison.class), "differenceInDifferences", estimate)));
        return this;
    }

    private BigDecimal total() {
        return items.stream().map(CostItem::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    ProgramResult result() {
        return FilledRecords.with(
                FilledRecords.sparse(ProgramResult.class),
                "program",
                id,
                "definition",
                definition,
                "asOf",
                AS_OF,
                "participation",
                FilledRecords.with(
                        FilledRecords.sparse(Participation.class),
                        "completed",
                        completed,
                        "leadTimed",
                        leadTimed,
                        "meanLeadTimeDays",
                        leadTime),
                "effects",
                effects,
                "costs",
                costs(),
                "returns",
                returns());
    }

    private Costs costs() {
        Map<CostCategory, BigDecimal> byCategory = new EnumMap<>(CostCategory.class);
        items.forEach(item -> byCategory.merge(item.category(), item.amount(), BigDecimal::add));
        boolean none = items.isEmpty();
        return new Costs(
                none ? null : currency,
                none ? null : total(),
                null,
                byCategory,
                null,
                List.of(),
                items,
                none ? List.of(Reason.NO_COST) : List.of(),
                null);
    }

    private Returns returns() {
        return FilledRecords.with(
                FilledRecords.sparse(Returns.class),
                "currency",
                currency,
                "basis",
                basis,
                "figures",
                benefit == null ? null : figures(benefit),
                "evidence",
                evidence,
                "decision",
                decision,
                "reasons",
                benefit == null ? List.of(Reason.NO_CONTROL_GROUP) : List.of());
    }

    /** The cost's own uncertainty in the net benefit is left to the test that is about it. */
    private ReturnFigures figures(Bounded found) {
        double spent = total().doubleValue();
        return FilledRecords.with(
                FilledRecords.sparse(ReturnFigures.class),
                "measured",
                measured,
                "benefit",
                found,
                "standardError",
                1.0,
                "cost",
                cost,
                "netBenefit",
                items.isEmpty() ? null : Combined.map(found, amount -> amount - spent));
    }
}
