package io.cultivar.contract.event;

import static io.cultivar.contract.event.RejectionReason.INVALID_VALUE;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A metric that a program is to improve.
 *
 * @param metric the metric
 * @param unitValue what one unit of it is worth; null for an outcome that is deliberately not turned into money
 * @param unitValueStandardError how uncertain that worth is
 * @param currency ISO 4217 code of the worth
 * @param primary whether it decides about the program
 * @param isolation what is credited to the program where there is no control group
 */
public record ProgramOutcome(
        String metric,
        @Nullable BigDecimal unitValue,
        @Nullable BigDecimal unitValueStandardError,
        @Nullable String currency,
        boolean primary,
        @Nullable Isolation isolation) {

    static List<ProgramOutcome> readAll(Fields data) {
        Set<String> metrics = new HashSet<>();
        List<ProgramOutcome> outcomes = data.objects("outcomes").stream()
                .map(fields -> {
                    ProgramOutcome outcome = read(fields);
                    if (!metrics.add(outcome.metric())) {
                        throw fields.invalid(INVALID_VALUE, "metric", "each metric may stand once among the outcomes");
                    }
                    return outcome;
                })
                .toList();
        if (outcomes.stream().filter(ProgramOutcome::primary).count() > 1) {
            throw data.invalid(INVALID_VALUE, "outcomes", "at most one outcome may be primary");
        }
        return outcomes;
    }

    private static ProgramOutcome read(Fields outcome) {
        BigDecimal unitValue = outcome.optionalDecimal("unitValue");
        return new ProgramOutcome(
                outcome.name("metric"),
                unitValue,
                outcome.optionalDecimal("unitValueStandardError", "0", "999999999999999"),
                unitValue == null ? Currencies.optional(outcome, "currency") : Currencies.required(outcome, "currency"),
                Boolean.TRUE.equals(outcome.optionalFlag("primary")),
                outcome.has("isolation") ? Isolation.read(outcome.object("isolation")) : null);
    }
}
