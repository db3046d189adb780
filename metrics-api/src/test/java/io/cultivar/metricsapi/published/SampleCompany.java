package io.cultivar.metricsapi.published;

import static io.cultivar.metricsapi.published.SampleFigures.bounded;
import static io.cultivar.metricsapi.published.SampleFigures.fixedBounded;

import io.cultivar.contract.event.Better;
import io.cultivar.contract.event.Sourcing;
import io.cultivar.contract.result.AdjustedP;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.CompanyResult.SharedPeople;
import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.Grade;
import io.cultivar.contract.result.PortfolioResult;
import io.cultivar.contract.result.PortfolioTotal;
import io.cultivar.contract.result.ProviderKpi;
import io.cultivar.contract.result.ProviderSpend;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.SkillGap;
import io.cultivar.contract.result.SourcingComparison;
import io.cultivar.contract.result.SourcingFactor;
import io.cultivar.contract.result.SourcingSide;
import io.cultivar.contract.result.Withheld;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is published about the sample company beyond single programs. */
public final class SampleCompany {

    private SampleCompany() {}

    public static CompanyResult company() {
        return new CompanyResult(
                SamplePrograms.AS_OF,
                SampleRetention.workforce(),
                List.of(
                        new SkillGap("haggling", "sales", new BigDecimal("4"), 40L, 30L, 3.0, 1.2, 18L, null),
                        new SkillGap("haggling", "service", new BigDecimal("3"), 20L, 10L, 4.0, 0.1, 5L, null),
                        withheldGap()),
                List.of(
                        kpi("acme", "on-time <delivery>", "0.9", "0.95", Better.HIGHER, 2),
                        kpi("acme", "response-hours", "4", "8", Better.LOWER, 0),
                        kpi("other", "response-hours", "9", "8", Better.LOWER, 1)),
                List.of(
                        new SourcingFactor(
                                "sales", Sourcing.IN_HOUSE, "control", new BigDecimal("0.9"), "Ann", "Own people"),
                        new SourcingFactor(
                                "safety", Sourcing.EXTERNAL, "expertise", new BigDecimal("0.8"), "Bob", "They know")),
                List.of(
                        new SharedPeople("coaching", "mystery", null, Withheld.SMALL_GROUP),
                        new SharedPeople("coaching", "negotiation", 12L, null)),
                List.of(),
                1,
                2,
                3);
    }

    static SkillGap withheldGap() {
        return new SkillGap(
                "welding", "plant", new BigDecimal("3"), null, null, null, null, null, Withheld.SMALL_GROUP);
    }

    public static PortfolioResult portfolio() {
        return new PortfolioResult(
                SamplePrograms.AS_OF,
                List.of(total("EUR"), total("USD")),
                List.of(new AdjustedP(SamplePrograms.WINNER, "sales", 0.01, 0.03)),
                List.of(new SourcingComparison(
                        "sales",
                        "EUR",
                        new SourcingSide(
                                1,
                                20L,
                                new BigDecimal("8000"),
                                new BigDecimal("500"),
                                400.0,
                                null,
                                null,
                                Evidence.DESCRIPTIVE,
                                null),
                        new SourcingSide(
                                2,
                                48L,
                                new BigDecimal("24000.50"),
                                new BigDecimal("1000"),
                                500.01,
                                bounded(1_200, 250),
                                bounded(1.4, 0.5),
                                new Evidence(Grade.B, List.of(Reason.NOT_RANDOMIZED)),
                                3.5),
                        fixedBounded(-200, -700, 300),
                        fixedBounded(-100, -600, 400),
                        715.0,
                        new Evidence(Grade.C, List.of(Reason.DIFFERENT_PEOPLE, Reason.NOT_RANDOMIZED)),
                        List.of(Reason.NO_CONTROL_GROUP))),
                List.of(
                        new ProviderSpend(
                                "acme",
                                "EUR",
                                new BigDecimal("16320.50"),
                                0.8,
                                List.of("coaching", "negotiation"),
                                LocalDate.of(2026, 12, 31)),
                        new ProviderSpend("small", "EUR", new BigDecimal("4080"), 0.2, List.of(), null),
                        new ProviderSpend("acme", "USD", new BigDecimal("10"), 1, List.of(), null)),
                Map.of("EUR", 0.68, "USD", 1.0));
    }

    public static PortfolioTotal total(String currency) {
        return new PortfolioTotal(
                currency,
                3,
                1,
                1,
                new BigDecimal("30000.75"),
                new BigDecimal("24000.50"),
                0.8,
                bounded(57_600, 12_000),
                bounded(33_600, 12_000),
                bounded(1.4, 0.5),
                fixedBounded(2.4, 1.9, 2.9),
                0.99,
                true,
                17_000.0,
                new Evidence(Grade.B, List.of(Reason.NOT_RANDOMIZED, Reason.SHARED_PEOPLE)),
                List.of(SamplePrograms.WINNER),
                List.of(Reason.SHARED_PEOPLE));
    }

    /** The euros, with other answers to whether they came back. */
    public static PortfolioTotal total(Bounded netBenefit, @Nullable Bounded roi, Evidence evidence) {
        PortfolioTotal total = total("EUR");
        return new PortfolioTotal(
                total.currency(),
                total.programs(),
                total.measured(),
                total.proven(),
                total.cost(),
                total.measuredCost(),
                total.measuredShare(),
                total.benefit(),
                netBenefit,
                roi,
                total.benefitCostRatio(),
                total.probabilityPositive(),
                total.sharedPeople(),
                total.minimumDetectable(),
                evidence,
                total.weakest(),
                total.reasons());
    }

    private static ProviderKpi kpi(
            String provider, String kpi, String value, String target, Better better, long breached) {
        return new ProviderKpi(
                provider,
                kpi,
                Instant.parse("2026-06-01T00:00:00Z"),
                new BigDecimal(value),
                new BigDecimal(target),
                better,
                6,
                breached);
    }
}
