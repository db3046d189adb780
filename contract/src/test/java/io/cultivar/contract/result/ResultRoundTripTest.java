package io.cultivar.contract.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cultivar.contract.Json;
import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.CostCategory;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.event.Fixtures;
import io.cultivar.contract.event.MetricDefined;
import io.cultivar.contract.event.Phase;
import io.cultivar.contract.event.ProgramDefined;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultRoundTripTest {

    private static final Instant AS_OF = Instant.parse("2026-11-22T00:00:00Z");
    private static final Estimate ESTIMATE = new Estimate(0.1 + 0.2, 0.1, 17.3, 3.0, 1e-5, -1.0 / 3, 2.0 / 3, 0.95);
    private static final BigDecimal AMOUNT = new BigDecimal("18000.00");

    @Test
    void shouldReadBackAFullProgramResult() {
        ProgramResult result = new ProgramResult(
                "negotiation-2026",
                (ProgramDefined) Fixtures.event("program.defined").data(),
                AS_OF,
                true,
                participation(new BigDecimal("23400.5")),
                List.of(effect()),
                List.of(assessment()),
                List.of(new RetentionRate(
                        Arm.CONTROL, 90, 12L, 11L, 11.0 / 12, List.of(Reason.FOLLOW_UP_TOO_SHORT), null)),
                List.of(new TrendPoint("deals-closed", Arm.TREATMENT, YearMonth.of(2026, 3), 12L, 3.5, 0.25, null)),
                costs(),
                returns());

        assertThat(Json.read(Json.write(result), ProgramResult.class)).isEqualTo(result);
        assertThat(Json.write(Json.read(Json.write(result), ProgramResult.class)))
                .isEqualTo(Json.write(result));
    }

    @Test
    void shouldReadBackAProgramOfWhichNothingIsKnown() {
        Count withheld = new Count(null, Withheld.SMALL_GROUP);
        Participation participation = new Participation(
                withheld, withheld, withheld, withheld, withheld, withheld, withheld, withheld, null, List.of());
        Costs costs = new Costs(null, null, Map.of(), null, List.of(), List.of(), List.of(Reason.NO_COST), null);
        Returns returns = new Returns(
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                List.of(),
                Withheld.SMALL_GROUP);
        ProgramResult result = new ProgramResult(
                "p", null, AS_OF, false, participation, List.of(), List.of(), List.of(), List.of(), costs, returns);

        byte[] json = Json.write(result);

        assertThat(Json.read(json, ProgramResult.class)).isEqualTo(result);
        assertThat(new String(json, StandardCharsets.UTF_8)).doesNotContain("null");
    }

    @Test
    void shouldReadBackAFullPipelineResult() {
        PipelineResult result = new PipelineResult(
                4, AS_OF, Map.of("learning.events/0", 17L, "workforce.events/3", 1L << 53), AS_OF, 1, 2, 3);

        assertThat(Json.read(Json.write(result), PipelineResult.class)).isEqualTo(result);
        PipelineResult empty = new PipelineResult(4, null, Map.of(), null, 0, 0, 0);
        assertThat(Json.read(Json.write(empty), PipelineResult.class)).isEqualTo(empty);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void shouldTakeNoEstimateThatIsNotFinite(double value) {
        for (int place = 0; place < 8; place++) {
            double[] v = {1, 1, 1, 1, 1, 1, 1, 1};
            v[place] = value;
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Estimate(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]))
                    .withMessage("a result must be finite, not " + value);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new Bounded(value, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Bounded(0, value, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Bounded(0, 0, value));
    }

    @Test
    void shouldCopyItsLists() {
        List<Design> designs = new ArrayList<>(List.of(Design.RANDOMIZED));
        Count none = Count.of(0);
        Participation participation = new Participation(none, none, none, none, none, none, none, none, null, designs);

        designs.clear();

        assertThat(participation.designs()).containsExactly(Design.RANDOMIZED);
    }

    private static Participation participation(BigDecimal seconds) {
        return new Participation(
                Count.of(40),
                Count.of(20),
                Count.of(20),
                Count.of(15),
                Count.of(1),
                Count.of(2),
                Count.of(9),
                new Count(null, Withheld.COMPLEMENTARY),
                seconds,
                List.of(Design.RANDOMIZED, Design.SELF_SELECTED));
    }

    private static Effect effect() {
        ArmChange arm = new ArmChange(20L, 15L, 3L, 2L, 10.5, 12.25, 1.75, ESTIMATE);
        return new Effect(
                "deals-closed",
                (MetricDefined) Fixtures.event("metric.defined").data(),
                true,
                Design.RANDOMIZED,
                true,
                arm,
                new ArmChange(20L, 1L, 0L, 19L, 10.5, 12.25, 1.75, null),
                ESTIMATE,
                ESTIMATE,
                ESTIMATE,
                0.3,
                -0.01,
                ESTIMATE,
                List.of(Reason.MIXED_DESIGN, Reason.REFOLDING),
                null);
    }

    private static AssessmentResult assessment() {
        return new AssessmentResult(
                "negotiation-test",
                Arm.TREATMENT,
                List.of(
                        new PhaseScores(Phase.PRE, 12L, 0.5, 0.1, null),
                        new PhaseScores(Phase.FOLLOW_UP, null, null, null, Withheld.SMALL_GROUP)),
                11L,
                ESTIMATE,
                List.of(Reason.NO_VARIANCE),
                null);
    }

    private static Costs costs() {
        return new Costs(
                "EUR",
                AMOUNT,
                Map.of(CostCategory.PROVIDER_FEES, AMOUNT, CostCategory.PARTICIPANT_TIME, new BigDecimal("0.10")),
                new BigDecimal("0.10"),
                List.of(CostCategory.TRAVEL, CostCategory.CONTRACT_MANAGEMENT),
                List.of(new CostItem(CostCategory.PROVIDER_FEES, null, "EUR", YearMonth.of(2026, 3), AMOUNT)),
                List.of(Reason.NO_HOURLY_RATE),
                null);
    }

    private static Returns returns() {
        Bounded money = new Bounded(0.1 + 0.2, 1e-5, 1e9);
        return new Returns(
                "EUR",
                List.of("deals-closed"),
                15L,
                14L,
                money,
                money,
                money,
                money,
                7.3,
                12.0,
                true,
                List.of(Reason.NO_PAYBACK),
                null);
    }
}
