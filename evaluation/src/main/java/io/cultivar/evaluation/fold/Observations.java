package io.cultivar.evaluation.fold;

import io.cultivar.contract.event.Cap;
import io.cultivar.contract.event.OutcomeMeasured;
import io.cultivar.evaluation.facts.Facts;
import io.cultivar.evaluation.facts.Facts.Dated;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One person's measured outcomes, by metric. */
final class Observations {

    private final Map<String, Collection<Dated<OutcomeMeasured>>> byMetric = new TreeMap<>();

    private Observations() {}

    static Observations of(Facts facts) {
        var observations = new Observations();
        for (Dated<OutcomeMeasured> outcome : facts.ofType(OutcomeMeasured.class)) {
            observations
                    .byMetric
                    .computeIfAbsent(outcome.data().metric(), metric -> new ArrayList<>())
                    .add(outcome);
        }
        return observations;
    }

    Collection<String> metrics() {
        return byMetric.keySet();
    }

    Collection<Dated<OutcomeMeasured>> of(String metric) {
        return byMetric.getOrDefault(metric, java.util.List.of());
    }

    /** The mean of a metric's values in [from, to), each counted at the ends of the cap; empty where there is none. */
    Optional<BigDecimal> mean(String metric, Instant from, Instant to, @Nullable Cap cap) {
        return mean(of(metric).stream()
                .filter(outcome ->
                        !outcome.time().isBefore(from) && outcome.time().isBefore(to))
                .map(outcome -> outcome.data().value())
                .map(value -> cap == null ? value : cap.clamp(value))
                .toList());
    }

    /** The mean of some values, the quotient rounded once to 34 digits; empty where there is none. */
    static Optional<BigDecimal> mean(Collection<BigDecimal> values) {
        return values.stream()
                .reduce(BigDecimal::add)
                .map(sum -> sum.divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL128));
    }
}
