package io.cultivar.metricsapi.published;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.Better;
import io.cultivar.contract.event.CostCategory;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.event.MetricCategory;
import io.cultivar.contract.event.MetricDefined;
import io.cultivar.contract.event.Phase;
import io.cultivar.contract.result.AlwaysValid;
import io.cultivar.contract.result.ArmChange;
import io.cultivar.contract.result.AssessmentResult;
import io.cultivar.contract.result.Attrition;
import io.cultivar.contract.result.Balance;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Comparison;
import io.cultivar.contract.result.CostItem;
import io.cultivar.contract.result.Costs;
import io.cultivar.contract.result.Decision;
import io.cultivar.contract.result.Effect;
import io.cultivar.contract.result.Estimate;
import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.Grade;
import io.cultivar.contract.result.Interval;
import io.cultivar.contract.result.LargeSample;
import io.cultivar.contract.result.MinimumDetectable;
import io.cultivar.contract.result.PhaseScores;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.Standardized;
import io.cultivar.contract.result.Withheld;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.PeriodDuration;

/** The figures of the sample programs: metric, effect, scores, costs. */
public final class SampleFigures {

    private SampleFigures() {}

    static MetricDefined metric() {
        return new MetricDefined(
                "Sales", MetricCategory.PRODUCTIVITY, "orders", PeriodDuration.parse("P1M"), Better.HIGHER, null);
    }

    static Effect effect() {
        return new Effect(
                "sales",
                metric(),
                true,
                Design.RANDOMIZED,
                true,
                comparison(),
                new Evidence(Grade.B, List.of(Reason.BASELINE_ADJUST)),
                Decision.EXPAND,
                List.of(Reason.MIXED_DESIGN),
                null);
    }

    static Effect deciding(Effect effect, Decision decision) {
        return new Effect(
                effect.metric(),
                effect.definition(),
                effect.primary(),
                effect.design(),
                effect.provisional(),
                effect.comparison(),
                effect.evidence(),
                decision,
                effect.reasons(),
                effect.withheld());
    }

    /** An effect of which nothing may be seen. */
    static Effect withheldEffect() {
        return new Effect(
                "sales",
                metric(),
                true,
                Design.MATCHED,
                true,
                null,
                weakest(),
                Decision.NOT_PROVEN_YET,
                List.of(),
                Withheld.SMALL_GROUP);
    }

    static Comparison comparison() {
        return new Comparison(
                new ArmChange(50L, 48L, 1L, 1L, 100.5, 106.5, 6.0, fixed(6.0, 0.5)),
                new ArmChange(50L, 47L, 0L, 3L, 100.0, 102.0, 2.0, fixed(2.0, 0.5)),
                estimate(4.0, 0.75),
                bounded(0.04, 0.02),
                new MinimumDetectable(2.1, 0.021),
                null,
                null,
                fixed(3.5, 0.75),
                fixed(4.5, 1),
                fixed(4.5, 2),
                fixed(4.25, 0.75),
                null,
                new Standardized(0.4, 0.2, 0.008, 0.792),
                null,
                new Balance(0.1, 1.2, 0.6),
                fixed(0.5, 0.75),
                new Attrition(0.05, -0.04, true),
                46L,
                44L);
    }

    static Evidence weakest() {
        return new Evidence(Grade.E, List.of(Reason.NO_COMPARISON));
    }

    static AssessmentResult assessment(Arm arm) {
        return new AssessmentResult(
                "quiz",
                null,
                arm,
                List.of(
                        new PhaseScores(Phase.PRE, 48L, 0.55, 0.1, 50L, 48L, 20L, null),
                        new PhaseScores(Phase.POST, 47L, 0.8, 0.08, 47L, 47L, 45L, null),
                        new PhaseScores(Phase.FOLLOW_UP, null, null, null, null, null, null, Withheld.SMALL_GROUP)),
                46L,
                fixed(0.25, 0.01),
                new Standardized(1.2, 0.25, 0.71, 1.69),
                30L,
                fixed(-0.05, 0.01),
                fixed(0.2, 0.02),
                Design.RANDOMIZED,
                0.03,
                new Evidence(Grade.E, List.of(Reason.NO_COMPARISON, Reason.BEFORE_AFTER_ONLY)),
                List.of(),
                null);
    }

    /** The same of all assessments of a skill. */
    static AssessmentResult skill() {
        return new AssessmentResult(
                null,
                "haggling",
                Arm.TREATMENT,
                List.of(),
                11L,
                fixed(0.125, 0.0625),
                null,
                null,
                null,
                null,
                null,
                0.2,
                weakest(),
                List.of(Reason.FOLLOW_UP_TOO_SHORT),
                null);
    }

    /** An estimate with an always-valid interval of 3 standard errors to each side. */
    static Estimate estimate(double value, double standardError) {
        return fixed(value, standardError)
                .with(new AlwaysValid(value - 3 * standardError, value + 3 * standardError, 0.01));
    }

    /** An estimate with nothing but a fixed interval, of 2 standard errors to each side. */
    static Estimate fixed(double value, double standardError) {
        return new Estimate(
                value,
                standardError,
                90,
                value / standardError,
                0.001,
                value - 2 * standardError,
                value + 2 * standardError,
                0.95,
                null);
    }

    /** A value whose fixed interval reaches this far to each side, and whose always-valid one half as far again. */
    public static Bounded bounded(double value, double reach) {
        return new Bounded(value, value - reach, value + reach, new Interval(value - 1.5 * reach, value + 1.5 * reach));
    }

    /** A value that has a fixed interval only. */
    public static Bounded fixedBounded(double value, double lower, double upper) {
        return new Bounded(value, lower, upper, null);
    }

    static LargeSample largeSample(double value, double standardError) {
        return new LargeSample(
                value,
                standardError,
                value / standardError,
                0.002,
                value - 2 * standardError,
                value + 2 * standardError);
    }

    static Costs costs() {
        return new Costs(
                "EUR",
                new BigDecimal("24000.50"),
                1_000.0,
                Map.of(
                        CostCategory.PROVIDER_FEES, new BigDecimal("16320.50"),
                        CostCategory.PARTICIPANT_TIME, new BigDecimal("7680")),
                new BigDecimal("7680"),
                List.of(CostCategory.TRAVEL),
                List.of(new CostItem(
                        CostCategory.PROVIDER_FEES, "acme", "EUR", YearMonth.of(2026, 1), new BigDecimal("16320.50"))),
                List.of(),
                null);
    }

    static Costs noCosts() {
        return noCosts(null);
    }

    static Costs noCosts(@Nullable Withheld withheld) {
        return new Costs(null, null, null, Map.of(), null, List.of(), List.of(), List.of(Reason.NO_COST), withheld);
    }
}
