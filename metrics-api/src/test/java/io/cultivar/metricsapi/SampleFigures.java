package io.cultivar.metricsapi;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.Better;
import io.cultivar.contract.event.CostCategory;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.event.MetricCategory;
import io.cultivar.contract.event.MetricDefined;
import io.cultivar.contract.event.Phase;
import io.cultivar.contract.result.ArmChange;
import io.cultivar.contract.result.AssessmentResult;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.CostItem;
import io.cultivar.contract.result.Costs;
import io.cultivar.contract.result.Effect;
import io.cultivar.contract.result.Estimate;
import io.cultivar.contract.result.PhaseScores;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.Returns;
import io.cultivar.contract.result.Withheld;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.threeten.extra.PeriodDuration;

/** The figures of the sample programs: metric, effect, scores, money. */
final class SampleFigures {

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
                new ArmChange(50L, 48L, 1L, 1L, 100.5, 106.5, 6.0, estimate(6.0, 0.5)),
                new ArmChange(50L, 47L, 0L, 3L, 100.0, 102.0, 2.0, estimate(2.0, 0.5)),
                estimate(4.0, 0.7),
                null,
                null,
                0.4,
                0.02,
                null,
                List.of(Reason.MIXED_DESIGN),
                null);
    }

    static AssessmentResult assessment(Arm arm) {
        return new AssessmentResult(
                "quiz",
                arm,
                List.of(
                        new PhaseScores(Phase.PRE, 48L, 0.55, 0.1, null),
                        new PhaseScores(Phase.POST, 47L, 0.8, 0.08, null),
                        new PhaseScores(Phase.FOLLOW_UP, null, null, null, Withheld.SMALL_GROUP)),
                46L,
                estimate(0.25, 0.01),
                List.of(),
                null);
    }

    static Estimate estimate(double value, double standardError) {
        return new Estimate(
                value,
                standardError,
                90,
                value / standardError,
                0.001,
                value - 2 * standardError,
                value + 2 * standardError,
                0.95);
    }

    static Costs costs() {
        return new Costs(
                "EUR",
                new BigDecimal("24000.50"),
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
        return new Costs(null, null, Map.of(), null, List.of(), List.of(), List.of(Reason.NO_COST), null);
    }

    static Returns returns() {
        return returns(new Bounded(1.4, 0.56, 2.24));
    }

    /** The winner's return with another ROI; the other figures stay. */
    static Returns returns(Bounded roi) {
        return new Returns(
                "EUR",
                List.of("sales"),
                48L,
                47L,
                new Bounded(57_600, 37_440, 77_760),
                new Bounded(33_599.5, 13_439.5, 53_759.5),
                roi,
                new Bounded(2.4, 1.56, 3.24),
                5.0,
                12.0,
                true,
                List.of(),
                null);
    }
}
