package io.cultivar.evaluation.program;

import io.cultivar.contract.event.CostCategory;
import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.result.CostItem;
import io.cultivar.contract.result.Costs;
import io.cultivar.contract.result.Reason;
import io.cultivar.evaluation.fold.MoneyValue;
import io.cultivar.evaluation.money.Exchange;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the program cost, fully loaded: what was posted, and the participants' time where nobody posted that. All in the
 * program's reporting currency where it declares one, else in the one currency of the postings; the loaded hourly rate is
 * taken to be in that currency too, or in that of the unit values where nothing was posted.
 */
final class CostEvaluation {

    private static final BigDecimal SECONDS_PER_HOUR = new BigDecimal(3_600);

    private CostEvaluation() {}

    static Costs of(@Nullable ProgramDefined definition, ProgramSums sums) {
        Exchange exchange = Exchange.of(definition);
        List<CostItem> items = items(sums);
        List<Reason> reasons = new ArrayList<>();
        Optional<BigDecimal> time = participantTime(definition, sums, items, reasons);
        List<String> currencies = currencies(definition, items, time.isPresent());
        Optional<String> currency = currencies.isEmpty() ? Optional.empty() : exchange.common(currencies);
        Map<CostCategory, BigDecimal> byCategory = new EnumMap<>(CostCategory.class);
        if (currency.isPresent()) {
            items.forEach(item -> byCategory.merge(
                    item.category(), canonical(exchange.convert(item.amount(), item.currency())), BigDecimal::add));
            time.ifPresent(amount -> byCategory.merge(CostCategory.PARTICIPANT_TIME, amount, BigDecimal::add));
        } else {
            reasons.add(currencies.isEmpty() ? Reason.NO_COST : Reason.MIXED_CURRENCIES);
        }
        BigDecimal total = byCategory.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Costs(
                currency.orElse(null),
                currency.isPresent() ? total : null,
                currency.flatMap(code -> standardError(sums, exchange)).orElse(null),
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
        return Optional.of(canonical(
                seconds.multiply(definition.loadedHourlyRate()).divide(SECONDS_PER_HOUR, MathContext.DECIMAL128)));
    }

    /** The currencies of the postings; for time alone those that its rate can be in. */
    private static List<String> currencies(@Nullable ProgramDefined definition, List<CostItem> items, boolean time) {
        if (!items.isEmpty() || !time || definition == null) {
            return items.stream().map(CostItem::currency).distinct().toList();
        }
        return definition.currency() != null
                ? List.of(definition.currency())
                : MoneyValue.currencies(definition.outcomes().stream()
                        .filter(outcome -> outcome.unitValue() != null)
                        .toList());
    }

    /** Root of the sum of the squared errors of all postings; empty where none is an estimate. */
    private static Optional<Double> standardError(ProgramSums sums, Exchange exchange) {
        BigDecimal squares = BigDecimal.ZERO;
        for (Cell.Cost cell : sums.cells(Cell.Cost.class)) {
            BigDecimal posted =
                    sums.total(Cell.Cost.class, cell::equals).orElseThrow().at(2);
            // Twice, as the squared error is in squared currency.
            squares = squares.add(exchange.convert(exchange.convert(posted, cell.currency()), cell.currency()));
        }
        return squares.signum() == 0 ? Optional.empty() : Optional.of(Math.sqrt(squares.doubleValue()));
    }

    private static BigDecimal canonical(BigDecimal amount) {
        return Sums.of(amount).at(0);
    }
}
