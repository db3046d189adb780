package io.cultivar.evaluation.fold;

import io.cultivar.contract.event.Better;
import io.cultivar.contract.event.Calendar;
import io.cultivar.contract.event.Isolation;
import io.cultivar.contract.event.MetricCategory;
import io.cultivar.contract.event.MetricDefined;
import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.event.ProgramOutcome;
import io.cultivar.evaluation.money.Exchange;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a change in a program's outcomes is worth over its benefit horizon. An outcome about retention is not among them: it
 * is never measured person by person, and {@code AvoidedTurnover} has it. All monetary outcomes of a person are added up
 * to one total before anything is averaged, so that their covariance is in the sums exactly.
 *
 * @param currency the currency of the total
 * @param worthOfOne per metric: sign (better) x unit value x exchange rate x how often the metric's period fits into the
 *     horizon
 */
public record MoneyValue(String currency, Map<String, BigDecimal> worthOfOne) {

    /**
     * The worth that a program declares. Empty where no outcome has a value in money, a metric that has one is not
     * defined, or the values are in several currencies and one of them has no declared rate.
     */
    public static Optional<MoneyValue> of(ProgramDefined program, Definitions definitions) {
        List<ProgramOutcome> monetary = monetary(program, definitions);
        Exchange exchange = Exchange.of(program);
        Optional<String> currency = exchange.common(currencies(monetary));
        if (monetary.isEmpty() || currency.isEmpty()) {
            return Optional.empty();
        }
        Map<String, BigDecimal> worthOfOne = new LinkedHashMap<>();
        for (ProgramOutcome outcome : monetary) {
            MetricDefined metric = definitions.metric(outcome.metric());
            BigDecimal unitValue = outcome.unitValue();
            String code = outcome.currency();
            if (metric == null || unitValue == null || code == null) {
                return Optional.empty();
            }
            BigDecimal worth =
                    exchange.convert(unitValue, code).multiply(Calendar.ratio(program.benefitHorizon(), metric.per()));
            worthOfOne.put(outcome.metric(), metric.better() == Better.LOWER ? worth.negate() : worth);
        }
        return Optional.of(new MoneyValue(currency.get(), worthOfOne));
    }

    /**
     * The same with the worth of each outcome times its isolation factor and the confidence in it: what is credited to the
     * program where nobody was a control. Empty too where an outcome declares none.
     */
    public static Optional<MoneyValue> isolated(ProgramDefined program, Definitions definitions) {
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        for (ProgramOutcome outcome : monetary(program, definitions)) {
            Isolation isolation = outcome.isolation();
            if (isolation == null) {
                return Optional.empty();
            }
            shares.put(outcome.metric(), isolation.factor().multiply(isolation.confidence()));
        }
        return of(program, definitions).map(value -> {
            Map<String, BigDecimal> worth = new LinkedHashMap<>(value.worthOfOne);
            worth.replaceAll((metric, one) -> one.multiply(shares.getOrDefault(metric, BigDecimal.ZERO)));
            return new MoneyValue(value.currency, worth);
        });
    }

    /** The outcomes that have a value in money, apart from retention. */
    public static List<ProgramOutcome> monetary(ProgramDefined program, Definitions definitions) {
        return program.outcomes().stream()
                .filter(outcome -> outcome.unitValue() != null && !isRetention(outcome, definitions))
                .toList();
    }

    /** Whether an outcome is about people staying: its metric is defined so. */
    public static boolean isRetention(ProgramOutcome outcome, Definitions definitions) {
        MetricDefined metric = definitions.metric(outcome.metric());
        return metric != null && metric.category() == MetricCategory.RETENTION;
    }

    /** The currencies of some outcomes. */
    public static List<String> currencies(List<ProgramOutcome> outcomes) {
        return outcomes.stream()
                .flatMap(outcome -> Optional.ofNullable(outcome.currency()).stream())
                .distinct()
                .toList();
    }

    /** A person's changes in money, rounded once to 34 digits; empty where one of the metrics has no change. */
    Optional<BigDecimal> total(Map<String, BigDecimal> changes) {
        BigDecimal total = BigDecimal.ZERO;
        for (Map.Entry<String, BigDecimal> worth : worthOfOne.entrySet()) {
            BigDecimal change = changes.get(worth.getKey());
            if (change == null) {
                return Optional.empty();
            }
            total = total.add(worth.getValue().multiply(change));
        }
        return Optional.of(total.round(MathContext.DECIMAL128));
    }
}
