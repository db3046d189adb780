package io.cultivar.evaluation.fold;

import io.cultivar.contract.event.Better;
import io.cultivar.contract.event.Calendar;
import io.cultivar.contract.event.MetricDefined;
import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.event.ProgramOutcome;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a change in a program's outcomes is worth over its benefit horizon. All monetary outcomes of a person are added up
 * to one total before anything is averaged, so that their covariance is in the sums exactly.
 *
 * @param currency the one currency of all values
 * @param worthOfOne per metric: sign (better) x unit value x how often the metric's period fits into the horizon
 */
public record MoneyValue(String currency, Map<String, BigDecimal> worthOfOne) {

    /**
     * The worth that a program declares. Empty where no outcome has a value in money, a metric that has one is not
     * defined, or the values are in several currencies.
     */
    public static Optional<MoneyValue> of(ProgramDefined program, Definitions definitions) {
        List<ProgramOutcome> monetary = monetary(program);
        List<String> currencies =
                monetary.stream().map(ProgramOutcome::currency).distinct().toList();
        if (currencies.size() != 1) {
            return Optional.empty();
        }
        Map<String, BigDecimal> worthOfOne = new LinkedHashMap<>();
        for (ProgramOutcome outcome : monetary) {
            MetricDefined metric = definitions.metric(outcome.metric());
            BigDecimal unitValue = outcome.unitValue();
            if (metric == null || unitValue == null) {
                return Optional.empty();
            }
            BigDecimal worth = unitValue.multiply(Calendar.ratio(program.benefitHorizon(), metric.per()));
            worthOfOne.put(outcome.metric(), metric.better() == Better.LOWER ? worth.negate() : worth);
        }
        return Optional.of(new MoneyValue(currencies.get(0), worthOfOne));
    }

    /** The outcomes that have a value in money. */
    public static List<ProgramOutcome> monetary(ProgramDefined program) {
        return program.outcomes().stream()
                .filter(outcome -> outcome.unitValue() != null)
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
