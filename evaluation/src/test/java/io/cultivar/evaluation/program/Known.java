package io.cultivar.evaluation.program;

import io.cultivar.contract.event.Better;
import io.cultivar.contract.event.Cap;
import io.cultivar.contract.event.MetricCategory;
import io.cultivar.contract.event.MetricDefined;
import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.event.ProgramOutcome;
import io.cultivar.contract.event.Sourcing;
import io.cultivar.contract.event.Windows;
import io.cultivar.evaluation.fold.Definitions;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.PeriodDuration;

/** One program at most and some metrics, as they were defined. */
public record Known(@Nullable ProgramDefined program, Map<String, MetricDefined> metrics) implements Definitions {

    /** Nobody defined anything. */
    public static final Known NOTHING = new Known(null, Map.of());

    /** A program with these outcomes and every metric that they name, monthly, higher is better. */
    public static Known of(ProgramOutcome... outcomes) {
        return of(null, outcomes);
    }

    /** The same with a loaded hourly rate. */
    public static Known of(@Nullable String hourlyRate, ProgramOutcome... outcomes) {
        Map<String, MetricDefined> metrics = new HashMap<>();
        for (ProgramOutcome outcome : outcomes) {
            metrics.put(outcome.metric(), metric("P1M", Better.HIGHER));
        }
        return new Known(program("P12M", hourlyRate, outcomes), metrics);
    }

    public static ProgramDefined program(String horizon, @Nullable String hourlyRate, ProgramOutcome... outcomes) {
        return new ProgramDefined(
                "Selling",
                Sourcing.IN_HOUSE,
                null,
                null,
                null,
                null,
                null,
                null,
                new Windows(PeriodDuration.parse("P90D"), PeriodDuration.parse("P0D"), PeriodDuration.parse("P90D")),
                List.of(outcomes),
                PeriodDuration.parse(horizon),
                null,
                null,
                hourlyRate == null ? null : new BigDecimal(hourlyRate),
                PeriodDuration.parse("P1M"),
                null,
                null,
                Map.of(),
                false);
    }

    /** An outcome worth so much a unit. */
    public static ProgramOutcome worth(String metric, String unitValue, String currency) {
        return new ProgramOutcome(metric, new BigDecimal(unitValue), null, currency, false, null);
    }

    /** An outcome that is deliberately not turned into money. */
    public static ProgramOutcome intangible(String metric) {
        return new ProgramOutcome(metric, null, null, null, false, null);
    }

    public static MetricDefined metric(String per, Better better) {
        return new MetricDefined(
                "Sales", MetricCategory.PRODUCTIVITY, "orders", PeriodDuration.parse(per), better, null);
    }

    /** The same with this declared share of the treated and planned headcount. */
    public Known planned(@Nullable String allocation, @Nullable Integer headcount) {
        ProgramDefined plain = Objects.requireNonNull(program);
        var planned = new ProgramDefined(
                plain.title(),
                plain.sourcing(),
                plain.provider(),
                plain.contractEnd(),
                plain.skillArea(),
                plain.format(),
                allocation == null ? null : new BigDecimal(allocation),
                plain.eligible(),
                plain.windows(),
                plain.outcomes(),
                plain.benefitHorizon(),
                plain.discountRate(),
                headcount,
                plain.loadedHourlyRate(),
                plain.period(),
                plain.readoutOn(),
                plain.currency(),
                plain.exchangeRates(),
                plain.benefitDecay());
        return new Known(planned, metrics);
    }

    /** The same with another metric, or another meaning of one. */
    public Known measuring(String metric, Better better, @Nullable Cap cap) {
        Map<String, MetricDefined> more = new HashMap<>(metrics);
        more.put(
                metric,
                new MetricDefined(
                        "Sales", MetricCategory.PRODUCTIVITY, "orders", PeriodDuration.parse("P1M"), better, cap));
        return new Known(program, more);
    }

    @Override
    public @Nullable ProgramDefined program(String id) {
        return id.equals(Figures.PROGRAM) ? program : null;
    }

    @Override
    public @Nullable MetricDefined metric(String metric) {
        return metrics.get(metric);
    }
}
