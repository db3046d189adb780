package io.cultivar.contract.event;

import static io.cultivar.contract.event.RejectionReason.MISSING_FIELD;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.PeriodDuration;

/**
 * What a program is and how it is to be judged; a changed definition changes all results as if it had always been so.
 *
 * @param title what people call it
 * @param sourcing who delivers it
 * @param provider the provider
 * @param contractEnd the day the provider's contract ends
 * @param skillArea the skill area that it serves
 * @param format how it is delivered
 * @param allocation declared share of the treatment arm, between 0 and 1, for the sample ratio check
 * @param eligible how many people may take part
 * @param windows what counts as before and after
 * @param outcomes what it is to improve, and what that is worth
 * @param benefitHorizon for how long benefits are counted; default one year
 * @param discountRate a year, 0.05 for 5 %
 * @param plannedHeadcount how many people it is planned for
 * @param loadedHourlyRate cost of an hour of a participant's working time
 * @param period the period of the event study; default one month
 * @param readoutOn the day on which the fixed interval is to be read
 * @param currency ISO 4217 code of the reporting currency; null where all amounts are in one currency anyway
 * @param exchangeRates by ISO 4217 code, how many units of the reporting currency one unit of that currency is
 * @param benefitDecay whether benefits fall linearly to zero over the horizon, so that half the total is counted
 */
public record ProgramDefined(
        String title,
        Sourcing sourcing,
        @Nullable String provider,
        @Nullable LocalDate contractEnd,
        @Nullable String skillArea,
        @Nullable ProgramFormat format,
        @Nullable BigDecimal allocation,
        @Nullable Integer eligible,
        Windows windows,
        List<ProgramOutcome> outcomes,
        PeriodDuration benefitHorizon,
        @Nullable BigDecimal discountRate,
        @Nullable Integer plannedHeadcount,
        @Nullable BigDecimal loadedHourlyRate,
        PeriodDuration period,
        @Nullable LocalDate readoutOn,
        @Nullable String currency,
        Map<String, BigDecimal> exchangeRates,
        boolean benefitDecay)
        implements EventData {

    public ProgramDefined {
        outcomes = List.copyOf(outcomes);
        exchangeRates = Collections.unmodifiableMap(new TreeMap<>(exchangeRates));
    }

    static final PeriodDuration DEFAULT_HORIZON = PeriodDuration.parse("P12M");
    static final PeriodDuration DEFAULT_PERIOD = PeriodDuration.parse("P1M");

    static ProgramDefined read(Fields data) {
        return new ProgramDefined(
                data.name("title"),
                data.oneOf("sourcing", Sourcing.class),
                data.optionalName("provider"),
                data.optionalDate("contractEnd"),
                data.optionalName("skillArea"),
                data.optionalOneOf("format", ProgramFormat.class),
                data.optionalDecimal("allocation", "0.000001", "0.999999"),
                data.optionalWhole("eligible", 0, Integer.MAX_VALUE),
                Windows.read(data.object("windows")),
                ProgramOutcome.readAll(data),
                data.has("benefitHorizon") ? data.positivePeriod("benefitHorizon") : DEFAULT_HORIZON,
                data.optionalDecimal("discountRate", "0", "10"),
                data.optionalWhole("plannedHeadcount", 1, Integer.MAX_VALUE),
                data.optionalDecimal("loadedHourlyRate", "0", "1000000"),
                data.has("period") ? data.positivePeriod("period") : DEFAULT_PERIOD,
                data.optionalDate("readoutOn"),
                Currencies.optional(data, "currency"),
                exchangeRates(data),
                Boolean.TRUE.equals(data.optionalFlag("benefitDecay")));
    }

    private static Map<String, BigDecimal> exchangeRates(Fields data) {
        Map<String, BigDecimal> rates = Currencies.rates(data, "exchangeRates");
        if (!rates.isEmpty() && !data.has("currency")) {
            throw data.invalid(MISSING_FIELD, "currency", "currency is required: the rates are units of it");
        }
        return rates;
    }

    /** The outcome that is declared for this metric, if one is. */
    public Optional<ProgramOutcome> outcome(String metric) {
        return outcomes.stream().filter(o -> o.metric().equals(metric)).findFirst();
    }

    @Override
    public EventType type() {
        return EventType.PROGRAM_DEFINED;
    }
}
