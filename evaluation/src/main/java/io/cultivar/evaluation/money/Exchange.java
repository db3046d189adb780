package io.cultivar.evaluation.money;

import io.cultivar.contract.event.ProgramDefined;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * In which currency the money of a program is told, and how amounts in others are turned into it. Rates are exact decimals
 * and so is the conversion, amount x rate. Nothing is ever converted at a rate that nobody declared.
 *
 * @param currency the reporting currency; null where none is declared, so that all amounts must be in one currency
 * @param rates by currency, units of the reporting currency for one of it
 */
public record Exchange(@Nullable String currency, Map<String, BigDecimal> rates) {

    /** What a program declares. */
    public static Exchange of(@Nullable ProgramDefined program) {
        return program == null
                ? new Exchange(null, Map.of())
                : new Exchange(program.currency(), program.exchangeRates());
    }

    /**
     * The currency in which amounts in all of these can be added up: the reporting one where each is it or has a rate, and
     * where none is declared the only one there is. Empty where there is no such currency.
     */
    public Optional<String> common(Collection<String> currencies) {
        List<String> distinct = currencies.stream().distinct().toList();
        if (currency != null) {
            return distinct.stream().allMatch(code -> rate(code).isPresent())
                    ? Optional.of(currency)
                    : Optional.empty();
        }
        return distinct.size() == 1 ? Optional.of(distinct.get(0)) : Optional.empty();
    }

    /** What one unit is worth in the {@link #common} currency; empty where that cannot be told. */
    public Optional<BigDecimal> rate(String from) {
        return currency == null || currency.equals(from)
                ? Optional.of(BigDecimal.ONE)
                : Optional.ofNullable(rates.get(from));
    }

    /** An amount in the {@link #common} currency, exactly. */
    public BigDecimal convert(BigDecimal amount, String from) {
        return amount.multiply(rate(from).orElseThrow());
    }
}
