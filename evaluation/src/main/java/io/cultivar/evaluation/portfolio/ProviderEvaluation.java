package io.cultivar.evaluation.portfolio;

import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.result.CostItem;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.ProviderSpend;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What each provider was paid, what share of all spend with a provider that is, and how concentrated the spend is. */
final class ProviderEvaluation {

    private ProviderEvaluation() {}

    /** By provider and currency; only providers that a posting names. */
    static List<ProviderSpend> of(List<ProgramResult> programs) {
        Map<String, Map<String, BigDecimal>> amounts = new TreeMap<>();
        Map<String, BigDecimal> totals = new TreeMap<>();
        for (ProgramResult program : programs) {
            for (CostItem item : program.costs().items()) {
                if (item.provider() != null) {
                    amounts.computeIfAbsent(item.provider(), provider -> new TreeMap<>())
                            .merge(item.currency(), item.amount(), BigDecimal::add);
                    totals.merge(item.currency(), item.amount(), BigDecimal::add);
                }
            }
        }
        return amounts.entrySet().stream()
                .flatMap(provider -> provider.getValue().entrySet().stream()
                        .map(amount -> spend(
                                provider.getKey(),
                                amount.getKey(),
                                amount.getValue(),
                                totals.getOrDefault(amount.getKey(), BigDecimal.ZERO),
                                programs)))
                .toList();
    }

    private static ProviderSpend spend(
            String provider, String currency, BigDecimal amount, BigDecimal total, List<ProgramResult> programs) {
        List<ProgramDefined> contracts = programs.stream()
                .map(ProgramResult::definition)
                .filter(definition -> definition != null && provider.equals(definition.provider()))
                .map(Objects::requireNonNull)
                .toList();
        return new ProviderSpend(
                provider,
                currency,
                amount,
                total.signum() == 0 ? 0 : amount.doubleValue() / total.doubleValue(),
                programs.stream()
                        .filter(program -> delivers(provider, program))
                        .map(ProgramResult::program)
                        .toList(),
                contracts.stream()
                        .map(ProgramDefined::contractEnd)
                        .filter(Objects::nonNull)
                        .min(LocalDate::compareTo)
                        .orElse(null));
    }

    private static boolean delivers(String provider, ProgramResult program) {
        ProgramDefined definition = program.definition();
        return (definition != null && provider.equals(definition.provider()))
                || program.costs().items().stream().anyMatch(item -> provider.equals(item.provider()));
    }

    /** Sum of the squared shares, by currency; none for a currency in which a provider's amount is not above zero. */
    static Map<String, Double> concentration(List<ProviderSpend> spend) {
        Map<String, List<ProviderSpend>> byCurrency = spend.stream()
                .collect(Collectors.groupingBy(ProviderSpend::currency, TreeMap::new, Collectors.toList()));
        byCurrency
                .values()
                .removeIf(all -> all.stream().anyMatch(one -> one.amount().signum() <= 0));
        Map<String, Double> concentration = new TreeMap<>();
        byCurrency.forEach((currency, all) -> concentration.put(
                currency,
                all.stream().mapToDouble(one -> one.share() * one.share()).sum()));
        return concentration;
    }
}
