package io.cultivar.metricsapi.published;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.CostCategory;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.event.ProgramFormat;
import io.cultivar.contract.event.ProgramOutcome;
import io.cultivar.contract.event.Respondent;
import io.cultivar.contract.event.Sourcing;
import io.cultivar.contract.event.Windows;
import io.cultivar.contract.result.Bucket;
import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.Costs;
import io.cultivar.contract.result.Count;
import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.Feedback;
import io.cultivar.contract.result.Participation;
import io.cultivar.contract.result.PipelineResult;
import io.cultivar.contract.result.PortfolioResult;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Returns;
import io.cultivar.contract.result.TreatmentStart;
import io.cultivar.contract.result.TrendPoint;
import io.cultivar.contract.result.Withheld;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.PeriodDuration;

/** Three published programs: a clear winner with everything, one with a withheld effect, one that nobody defined. */
public final class SamplePrograms {

    static final String WINNER = "negotiation";
    static final String WITHHELD = "coaching";
    static final String UNDEFINED = "mystery";

    public static final Instant AS_OF = Instant.parse("2026-06-30T00:00:00Z");
    public static final Instant PUBLISHED = Instant.parse("2026-06-30T08:00:00.250Z");
    public static final Instant CURRENT = Instant.parse("2026-06-30T08:00:05Z");

    private SamplePrograms() {}

    /** The three programs, the company and the pipeline. */
    public static Snapshot snapshot() {
        return snapshot(List.of(winner(), undefined(), withheld()));
    }

    /** These programs, with company and portfolio as always. */
    public static Snapshot snapshot(List<ProgramResult> programs) {
        return snapshot(programs, SampleCompany.company(), SampleCompany.portfolio());
    }

    public static Snapshot snapshot(
            List<ProgramResult> programs, @Nullable CompanyResult company, @Nullable PortfolioResult portfolio) {
        return new Snapshot(
                programs,
                company,
                portfolio,
                pipeline(),
                PUBLISHED,
                PUBLISHED.plusSeconds(1),
                "0123456789abcdef",
                SamplePublishedLog.of(programs, portfolio));
    }

    public static PipelineResult pipeline() {
        return pipeline(AS_OF);
    }

    /** The pipeline with this as-of; null where a new one is being applied. */
    public static PipelineResult pipeline(@Nullable Instant asOf) {
        return new PipelineResult(
                4,
                asOf,
                Map.of("learning.events/0", 120L),
                Instant.parse("2026-06-29T17:30:00Z"),
                1,
                2,
                3,
                new PipelineResult.HeldBack(2, Instant.parse("2026-06-28T09:00:00Z")));
    }

    public static ProgramResult winner() {
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
                        Count.of(44),
                        Count.of(38),
                        Count.of(48),
                        new BigDecimal("691200"),
                        Count.of(47),
                        12.5,
                        List.of(Design.RANDOMIZED)),
                List.of(new TreatmentStart(LocalDate.of(2025, 3, 1), true, null, null)),
                List.of(SampleFigures.effect()),
                List.of(SampleRollout.staggered(), SampleRollout.withheld()),
                List.of(
                        SampleFigures.assessment(Arm.TREATMENT),
                        SampleFigures.assessment(Arm.CONTROL),
                        SampleFigures.skill()),
                List.of(
                        new Feedback(
                                Respondent.LEARNER,
                                28L,
                                30L,
                                27L,
                                0.8,
                                26L,
                                0.75,
                                0.25,
                                25L,
                                16L,
                                0.6,
                                List.of(
                                        new Feedback.Theme("pace", 11L, 12L, null),
                                        new Feedback.Theme("trainer", null, null, Withheld.SMALL_GROUP)),
                                List.of("Good & useful"),
                                Evidence.DESCRIPTIVE,
                                null),
                        withheldFeedback()),
                SampleRetention.rates(),
                SampleRetention.curves(),
                SampleRetention.comparison(),
                List.of(
                        new TrendPoint(
                                "sales",
                                Arm.TREATMENT,
                                Bucket.MONTH,
                                LocalDate.of(2026, 1, 1),
                                50L,
                                100.25,
                                12.5,
                                null),
                        new TrendPoint(
                                "sales",
                                Arm.CONTROL,
                                Bucket.MONTH,
                                LocalDate.of(2026, 1, 1),
                                null,
                                null,
                                null,
                                Withheld.SMALL_GROUP)),
                SampleFigures.costs(),
                SampleReturns.winner());
    }

    private static Feedback withheldFeedback() {
        return new Feedback(
                Respondent.MANAGER,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                Evidence.WITHHELD,
                Withheld.SMALL_GROUP);
    }

    public static ProgramResult withheld() {
        return new ProgramResult(
                WITHHELD,
                definition("Coaching"),
                AS_OF,
                false,
                participation(7),
                List.of(),
                List.of(SampleFigures.withheldEffect()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                SampleFigures.noCosts(),
                SampleReturns.withheld());
    }

    public static ProgramResult undefined() {
        return undefined(UNDEFINED);
    }

    public static ProgramResult undefined(String id) {
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
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                SampleFigures.noCosts(),
                SampleReturns.undefined());
    }

    /** {@code program} with one cost, of this amount in this currency. */
    public static ProgramResult costing(ProgramResult program, String currency, String amount) {
        BigDecimal total = new BigDecimal(amount);
        Costs costs = new Costs(
                currency,
                total,
                null,
                Map.of(CostCategory.FACILITATION, total),
                null,
                List.of(),
                List.of(),
                List.of(),
                null);
        return with(program, program.feedback(), costs, program.returns());
    }

    /** The winner, with another return. */
    public static ProgramResult returning(Returns returns) {
        return with(winner(), winner().feedback(), SampleFigures.costs(), returns);
    }

    /** The winner, with other feedback. */
    public static ProgramResult hearing(List<Feedback> feedback) {
        return with(winner(), feedback, SampleFigures.costs(), SampleReturns.winner());
    }

    /** The winner, with other trends. */
    public static ProgramResult trending(List<TrendPoint> trends) {
        return with(winner(), winner().feedback(), trends, SampleFigures.costs(), SampleReturns.winner());
    }

    private static ProgramResult with(ProgramResult program, List<Feedback> feedback, Costs costs, Returns returns) {
        return with(program, feedback, program.trends(), costs, returns);
    }

    private static ProgramResult with(
            ProgramResult program, List<Feedback> feedback, List<TrendPoint> trends, Costs costs, Returns returns) {
        return new ProgramResult(
                program.program(),
                program.definition(),
                program.asOf(),
                program.refolding(),
                program.participation(),
                program.starts(),
                program.effects(),
                program.staggered(),
                program.assessments(),
                feedback,
                program.retention(),
                program.survival(),
                program.retentionComparison(),
                trends,
                costs,
                returns);
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
                Count.of(0),
                Count.of(0),
                new Count(null, Withheld.SMALL_GROUP),
                null,
                new Count(null, Withheld.SMALL_GROUP),
                null,
                List.of(Design.SELF_SELECTED));
    }
}
