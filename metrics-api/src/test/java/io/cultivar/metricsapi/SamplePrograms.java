package io.cultivar.metricsapi;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.CostCategory;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.event.ProgramFormat;
import io.cultivar.contract.event.ProgramOutcome;
import io.cultivar.contract.event.Sourcing;
import io.cultivar.contract.event.Windows;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Costs;
import io.cultivar.contract.result.Count;
import io.cultivar.contract.result.Effect;
import io.cultivar.contract.result.Participation;
import io.cultivar.contract.result.PipelineResult;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.RetentionRate;
import io.cultivar.contract.result.Returns;
import io.cultivar.contract.result.TrendPoint;
import io.cultivar.contract.result.Withheld;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.PeriodDuration;

/** Three published programs: a clear winner with everything, one with a withheld effect, one that nobody defined. */
final class SamplePrograms {

    static final String WINNER = "negotiation";
    static final String WITHHELD = "coaching";
    static final String UNDEFINED = "mystery";

    static final Instant AS_OF = Instant.parse("2026-06-30T00:00:00Z");
    static final Instant PUBLISHED = Instant.parse("2026-06-30T08:00:00.250Z");
    static final Instant CURRENT = Instant.parse("2026-06-30T08:00:05Z");

    private SamplePrograms() {}

    /** The three programs and the pipeline. */
    static Snapshot snapshot() {
        return snapshot(List.of(winner(), undefined(), withheld()));
    }

    static Snapshot snapshot(List<ProgramResult> programs) {
        return new Snapshot(programs, pipeline(), PUBLISHED, PUBLISHED.plusSeconds(1), "0123456789abcdef");
    }

    static PipelineResult pipeline() {
        return pipeline(AS_OF);
    }

    /** The pipeline with this as-of; null where a new one is being applied. */
    static PipelineResult pipeline(@Nullable Instant asOf) {
        return new PipelineResult(
                4, asOf, Map.of("learning.events/0", 120L), Instant.parse("2026-06-29T17:30:00Z"), 1, 2, 3);
    }

    static ProgramResult winner() {
        return new ProgramResult(
                WINNER,
                definition("Negotiation <for> \"sales\" & 'service'"),
                AS_OF,
                false,
                new Participation(
                        Count.of(60),
                        Count.of(50),
                        Count.of(50),
                        Count.of(48),
                        new Count(null, Withheld.SMALL_GROUP),
                        Count.of(6),
                        Count.of(40),
                        Count.of(48),
                        new BigDecimal("691200"),
                        List.of(Design.RANDOMIZED)),
                List.of(SampleFigures.effect()),
                List.of(SampleFigures.assessment(Arm.TREATMENT), SampleFigures.assessment(Arm.CONTROL)),
                List.of(
                        new RetentionRate(Arm.TREATMENT, 90, 50L, 49L, 0.98, List.of(), null),
                        new RetentionRate(Arm.CONTROL, 90, null, null, null, List.of(), Withheld.COMPLEMENTARY)),
                List.of(
                        new TrendPoint("sales", Arm.TREATMENT, YearMonth.of(2026, 1), 50L, 100.25, 12.5, null),
                        new TrendPoint(
                                "sales", Arm.CONTROL, YearMonth.of(2026, 1), null, null, null, Withheld.SMALL_GROUP)),
                SampleFigures.costs(),
                SampleFigures.returns());
    }

    static ProgramResult withheld() {
        return new ProgramResult(
                WITHHELD,
                definition("Coaching"),
                AS_OF,
                false,
                participation(7),
                List.of(new Effect(
                        "sales",
                        SampleFigures.metric(),
                        true,
                        Design.MATCHED,
                        true,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        Withheld.SMALL_GROUP)),
                List.of(),
                List.of(),
                List.of(),
                SampleFigures.noCosts(),
                new Returns(
                        "EUR",
                        List.of("sales"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        12.0,
                        true,
                        List.of(),
                        Withheld.SMALL_GROUP));
    }

    static ProgramResult undefined() {
        return undefined(UNDEFINED);
    }

    static ProgramResult undefined(String id) {
        return new ProgramResult(
                id,
                null,
                AS_OF,
                false,
                participation(11),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                SampleFigures.noCosts(),
                new Returns(
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
                        List.of(Reason.NOT_DEFINED, Reason.NO_COST),
                        null));
    }

    /** {@code program} with the costs, in this currency, of the winner. */
    static ProgramResult costing(ProgramResult program, String currency, String amount) {
        BigDecimal total = new BigDecimal(amount);
        Costs costs = new Costs(
                currency, total, Map.of(CostCategory.FACILITATION, total), null, List.of(), List.of(), List.of(), null);
        return new ProgramResult(
                program.program(),
                program.definition(),
                program.asOf(),
                program.refolding(),
                program.participation(),
                program.effects(),
                program.assessments(),
                program.retention(),
                program.trends(),
                costs,
                program.returns());
    }

    /** The winner, with another ROI. */
    static ProgramResult returning(Bounded roi) {
        ProgramResult winner = winner();
        return new ProgramResult(
                winner.program(),
                winner.definition(),
                winner.asOf(),
                winner.refolding(),
                winner.participation(),
                winner.effects(),
                winner.assessments(),
                winner.retention(),
                winner.trends(),
                winner.costs(),
                SampleFigures.returns(roi));
    }

    private static ProgramDefined definition(String title) {
        return new ProgramDefined(
                title,
                Sourcing.EXTERNAL,
                "acme",
                null,
                "sales",
                ProgramFormat.CLASSROOM,
                null,
                200,
                new Windows(PeriodDuration.parse("P3M"), PeriodDuration.parse("P0D"), PeriodDuration.parse("P3M")),
                List.of(new ProgramOutcome("sales", new BigDecimal("100"), null, "EUR", true, null)),
                PeriodDuration.parse("P12M"),
                null,
                null,
                new BigDecimal("40"),
                PeriodDuration.parse("P1M"),
                null,
                null,
                Map.of(),
                false);
    }

    private static Participation participation(long enrolled) {
        return new Participation(
                Count.of(enrolled),
                new Count(null, Withheld.SMALL_GROUP),
                Count.of(0),
                Count.of(5),
                Count.of(0),
                Count.of(0),
                Count.of(0),
                new Count(null, Withheld.SMALL_GROUP),
                null,
                List.of(Design.SELF_SELECTED));
    }
}
