package io.cultivar.evaluation.program;

import io.cultivar.contract.event.CostCategory;
import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.event.ProgramOutcome;
import io.cultivar.contract.result.CostItem;
import io.cultivar.contract.result.Costs;
import io.cultivar.contract.result.Reason;
import io.cultivar.evaluation.fold.MoneyValue;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Sums;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the program cost, fully loaded: what was posted, and the participants' time where nobody posted that. */
final class CostEvaluation {

    private static final BigDecimal SECONDS_PER_HOUR = new BigDecimal(3_600);

    private CostEvaluation() {}

    static Costs of(@Nullable ProgramDefined definition, ProgramSums sums) {
        List<CostItem> items = items(sums);
        List<Reason> reasons = new ArrayList<>();
        Optional<BigDecimal> time = participantTime(definition, sums, items, reasons);
        Optional<String> currency = currency(definition, items, time.isPresent(), reasons);
        Map<CostCategory, BigDecimal> byCategory = new EnumMap<>(CostCategory.class);
        if (currency.isPresent()) {
            items.forEach(item -> byCategory.merge(item.category(), item.amount(), BigDecimal::add));
            time.ifPresent(amount -> byCategory.merge(CostCategory.PARTICIPANT_TIME, amount, BigDecimal::add));
        }
        BigDecimal total = byCategory.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (items.isEmpty() && time.isEmpty()) {
            reasons.add(Reason.NO_COST);
        }
        return new Costs(
                currency.orElse(null),
                byCategory.isEmpty() ? null : total,
                byCategory,
                time.orElse(null),
                Arrays.stream(CostCategory.values())
                        .filter(category -> items.stream().noneMatch(item -> item.category() == category))
                        .filter(category -> category != CostCategory.PARTICIPANT_TIME || time.isEmpty())
                        .toList(),
                items,
                reasons,
                null);
    }

    private static List<CostItem> items(ProgramSums sums) {
        Comparator<CostItem> order = Comparator.comparing(CostItem::category)
                .thenComparing(CostItem::month)
                .thenComparing(CostItem::currency)
                .thenComparing(CostItem::provider, Comparator.nullsFirst(Comparator.naturalOrder()));
        return sums.cells(Cell.Cost.class).stream()
                .map(cell -> new CostItem(
                        cell.category(),
                        cell.provider(),
                        cell.currency(),
                        cell.month(),
                        sums.total(Cell.Cost.class, cell::equals).orElseThrow().at(1)))
                .sorted(order)
                .toList();
    }

    /** Hours at the loaded hourly rate, rounded once to 34 digits; empty where such a cost was posted, or no rate is known. */
    private static Optional<BigDecimal> participantTime(
            @Nullable ProgramDefined definition, ProgramSums sums, List<CostItem> items, List<Reason> reasons) {
        boolean posted = items.stream().anyMatch(item -> item.category() == CostCategory.PARTICIPANT_TIME);
        BigDecimal seconds = sums.total(Cell.Attendance.class, cell -> true)
                .map(attendance -> attendance.at(6))
                .orElse(BigDecimal.ZERO);
        if (posted || seconds.signum() == 0) {
            return Optional.empty();
        }
        if (definition == null || definition.loadedHourlyRate() == null) {
            reasons.add(Reason.NO_HOURLY_RATE);
            return Optional.empty();
        }
        BigDecimal amount =
                seconds.multiply(definition.loadedHourlyRate()).divide(SECONDS_PER_HOUR, MathContext.DECIMAL128);
        return Optional.of(Sums.of(amount).at(0));
    }

    /** The one currency of the posted costs and, for the time's rate, of the unit values. */
    private static Optional<String> currency(
            @Nullable ProgramDefined definition, List<CostItem> items, boolean time, List<Reason> reasons) {
        NavigableSet<String> currencies = new TreeSet<>();
        items.forEach(item -> currencies.add(item.currency()));
        if (definition != null && (time || !items.isEmpty())) {
            MoneyValue.monetary(definition).stream()
                    .map(ProgramOutcome::currency)
                    .flatMap(currency -> Optional.ofNullable(currency).stream())
                    .forEach(currencies::add);
        }
        if (currencies.size() > 1) {
            reasons.add(Reason.MIXED_CURRENCIES);
        }
        return currencies.size() == 1 ? Optional.of(currencies.first()) : Optional.empty();
    }
}
