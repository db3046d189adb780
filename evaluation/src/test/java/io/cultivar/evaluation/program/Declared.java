package io.cultivar.evaluation.program;

import io.cultivar.contract.event.Better;
import io.cultivar.contract.event.Isolation;
import io.cultivar.contract.event.MetricCategory;
import io.cultivar.contract.event.MetricDefined;
import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.event.ProgramOutcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.PeriodDuration;

/** A program whose money is declared bit by bit; every metric is monthly and higher is better. */
public final class Declared {

    private final List<ProgramOutcome> outcomes = new ArrayList<>();
    private final Map<String, MetricDefined> metrics = new HashMap<>();
    private final Map<String, BigDecimal> rates = new HashMap<>();
    private @Nullable String currency;
    private @Nullable String hourlyRate;
    private @Nullable String discountRate;
    private boolean decays;

    /** An outcome worth so much a unit, with this error. */
    public Declared worth(String metric, String unitValue, String error, String code) {
        metrics.put(metric, Known.metric("P1M", Better.HIGHER));
        return outcome(new ProgramOutcome(
                metric, new BigDecimal(unitValue), new BigDecimal(error), code, outcomes.isEmpty(), null));
    }

    /** An outcome of whose change so much is credited to the program. */
    public Declared isolated(String metric, String unitValue, String factor, String confidence) {
        metrics.put(metric, Known.metric("P1M", Better.HIGHER));
        return outcome(new ProgramOutcome(
                metric,
                new BigDecimal(unitValue),
                null,
                "EUR",
                outcomes.isEmpty(),
                new Isolation(new BigDecimal(factor), new BigDecimal(confidence))));
    }

    /** People staying; a leaver costs so much, or the default. */
    public Declared retention(String metric, @Nullable String costPerLeaver) {
        metrics.put(
                metric,
                new MetricDefined(
                        "Staying",
                        MetricCategory.RETENTION,
                        "people",
                        PeriodDuration.parse("P1M"),
                        Better.HIGHER,
                        null));
        return outcome(
                costPerLeaver == null
                        ? Known.intangible(metric)
                        : new ProgramOutcome(metric, new BigDecimal(costPerLeaver), null, "EUR", false, null));
    }

    public Declared intangible(String metric) {
        return outcome(Known.intangible(metric));
    }

    private Declared outcome(ProgramOutcome outcome) {
        outcomes.add(outcome);
        return this;
    }

    public Declared reporting(String code) {
        currency = code;
        return this;
    }

    public Declared rate(String code, String units) {
        rates.put(code, new BigDecimal(units));
        return this;
    }

    public Declared hour(String rate) {
        hourlyRate = rate;
        return this;
    }

    public Declared discount(String rate) {
        discountRate = rate;
        return this;
    }

    public Declared decaying() {
        decays = true;
        return this;
    }

    public Known known() {
        ProgramDefined plain = Known.program("P12M", hourlyRate, outcomes.toArray(ProgramOutcome[]::new));
        return new Known(
                new ProgramDefined(
                        plain.title(),
                        plain.sourcing(),
                        plain.provider(),
                        plain.contractEnd(),
                        plain.skillArea(),
                        plain.format(),
                        plain.allocation(),
                        plain.eligible(),
                        plain.windows(),
                        plain.outcomes(),
                        plain.benefitHorizon(),
                        discountRate == null ? null : new BigDecimal(discountRate),
                        plain.plannedHeadcount(),
                        plain.loadedHourlyRate(),
                        plain.period(),
                        plain.readoutOn(),
                        currency,
                        rates,
                        decays),
                metrics);
    }
}
