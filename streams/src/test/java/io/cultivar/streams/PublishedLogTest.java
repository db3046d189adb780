package io.cultivar.streams;

import static io.cultivar.contract.result.ChangeCause.AS_OF_MOVED;
import static io.cultivar.contract.result.ChangeCause.CHANGED_DEFINITION;
import static io.cultivar.contract.result.ChangeCause.CORRECTION;
import static io.cultivar.contract.result.ChangeCause.ERASURE;
import static io.cultivar.contract.result.ChangeCause.LATE_EVENT;
import static io.cultivar.contract.result.ChangeCause.NEW_EVENT;
import static io.cultivar.contract.result.ChangeCause.RETRACTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cultivar.contract.result.ChangeCause;
import io.cultivar.contract.result.FigureChange;
import io.cultivar.contract.result.Publication;
import io.cultivar.contract.result.PublishedFigure;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What {@code published.log} says: which published figures changed, and which kind of input caused it. */
class PublishedLogTest {

    private static final Instant AS_OF = Instant.parse("2026-06-30T00:00:00Z");
    private static final String PROGRAM = "program/p";

    /** A program that was published, and nothing else to be said of it. */
    private static PipelineDriver published(int people) {
        var pipeline = new PipelineDriver(AS_OF);
        pipeline.send(TwoArms.of(people));
        pipeline.settle();
        pipeline.log(PROGRAM);
        return pipeline;
    }

    private static List<Publication> after(PipelineDriver pipeline, String... events) {
        pipeline.send(List.of(events));
        pipeline.settle();
        return pipeline.log(PROGRAM);
    }

    private static void assertChanged(List<Publication> log, ChangeCause cause, double before, double now) {
        assertThat(log).singleElement().satisfies(entry -> {
            assertThat(entry.causes()).containsExactly(cause);
            FigureChange change = entry.changes().get(0);
            assertThat(change.figure()).isEqualTo(PublishedFigure.EFFECT);
            assertThat(change.about()).isEqualTo("calls");
            assertThat(change.before().value()).isEqualTo(before);
            assertThat(Objects.requireNonNull(change.now()).value()).isEqualTo(now);
        });
    }

    @Test
    void shouldTellNoChange_whenSomethingIsPublishedForTheFirstTime() {
        try (var pipeline = new PipelineDriver(AS_OF)) {
            List<Publication> log = after(pipeline, TwoArms.of(12).toArray(String[]::new));

            assertThat(log.get(0).causes()).isEmpty();
            assertThat(log).flatExtracting(Publication::changes).isEmpty();
            assertThat(Objects.requireNonNull(log.get(log.size() - 1).program()).effects())
                    .hasSize(1);
        }
    }

    @Test
    void shouldTellACorrection() {
        try (var pipeline = published(12)) {
            assertChanged(
                    after(
                            pipeline,
                            Lines.recorded(
                                    "fix",
                                    "outcome.measured",
                                    TwoArms.AFTER,
                                    "2025-09-01T00:00:00Z",
                                    "t0",
                                    "{\"metric\":\"calls\",\"value\":26}")),
                    CORRECTION,
                    3.0,
                    4.0);
        }
    }

    @Test
    void shouldTellACorrection_underTheSameId() {
        try (var pipeline = published(12)) {
            // Of two contents of one id the greater hash stands, whichever it is: the conflict is told in any case.
            List<Publication> log = after(pipeline, Lines.measured("y-t0", "t0", TwoArms.AFTER, "26"));

            log.forEach(entry -> assertThat(entry.causes()).containsExactly(CORRECTION));
            assertThat(pipeline.pipeline().identityConflicts()).isEqualTo(1);
        }
    }

    @Test
    void shouldTellARetraction() {
        try (var pipeline = published(12)) {
            // Eleven treated are left, who rose by 5 (4), 6 (4) and 4 (3): 56/11, less 2.
            List<Publication> log = after(pipeline, Lines.retracted("r", "outcome.measured", "y-t0", "t0"));

            assertChanged(log, RETRACTION, 3.0, 56.0 / 11 - 2);
        }
    }

    @Test
    void shouldTellAnErasure() {
        try (var pipeline = published(12)) {
            List<Publication> log = after(
                    pipeline,
                    Lines.event("e", "employee.erased", "2026-02-01T00:00:00Z", "t0", "{\"reason\":\"asked for it\"}"));

            assertChanged(log, ERASURE, 3.0, 56.0 / 11 - 2);
            assertThat(log.get(0).restates()).isTrue();
        }
    }

    @Test
    void shouldTellALateEvent_whereLaterMonthsWerePublished() {
        try (var pipeline = published(12)) {
            List<Publication> log = after(pipeline, Lines.measured("x2", "t0", "2025-03-15T00:00:00Z", "22"));

            // The mean before of t0 was 10 and is 16 now: 6 less over 12 people.
            assertChanged(log, LATE_EVENT, 3.0, 2.5);
            assertThat(log.get(0).restates()).isTrue();
        }
    }

    @Test
    void shouldTellAnUpdate_whereTheNewestMonthGrows() {
        try (var pipeline = published(12)) {
            List<Publication> log = after(pipeline, Lines.measured("y2", "t0", "2025-05-20T00:00:00Z", "26"));

            assertChanged(log, NEW_EVENT, 3.0, 3.5);
            assertThat(log.get(0).restates()).isFalse();
        }
    }

    @Test
    void shouldTellAChangedDefinition_andNothingElse() {
        try (var pipeline = published(12)) {
            List<Publication> log = after(
                    pipeline,
                    Lines.recorded(
                            "def2", "program.defined", "2025-01-01T00:00:00Z", "2025-08-01T00:00:00Z", "p", """
                            {"title":"T","sourcing":"in-house","windows":{"before":"P3M","lag":"P2M","after":"P3M"},\
                            "outcomes":[{"metric":"calls"}]}"""));

            assertThat(log).singleElement().satisfies(entry -> {
                assertThat(entry.causes()).containsExactly(CHANGED_DEFINITION);
                assertThat(entry.changes().get(0).before().value()).isEqualTo(3.0);
                assertThat(entry.changes().get(0).now()).isNull();
            });
        }
    }

    @Test
    void shouldTellCosts_ofTheirKind() {
        try (var pipeline = published(12)) {
            String fee = "{\"category\":\"provider-fees\",\"amount\":%s,\"currency\":\"EUR\"}";
            List<Publication> first = after(
                    pipeline, Lines.event("k1", "cost.incurred", "2025-06-01T00:00:00Z", "p", fee.formatted("100")));
            List<Publication> late = after(
                    pipeline, Lines.event("k2", "cost.incurred", "2025-03-01T00:00:00Z", "p", fee.formatted("50")));
            List<Publication> gone = after(pipeline, Lines.retracted("r", "cost.incurred", "k1", "p"));

            assertThat(first).singleElement().satisfies(entry -> {
                assertThat(entry.causes()).containsExactly(NEW_EVENT);
                assertThat(entry.changes()).as("no cost had been published").isEmpty();
            });
            assertThat(late.get(0).causes()).containsExactly(LATE_EVENT);
            assertThat(late.get(0).changes())
                    .extracting(FigureChange::figure, change -> change.before().value())
                    .containsExactly(tuple(PublishedFigure.COST, 100.0));
            assertThat(gone.get(0).causes()).containsExactly(RETRACTION);
        }
    }

    @Test
    void shouldTellThatTimeWentOn() {
        var may = Instant.parse("2025-05-01T12:00:00Z");
        AsOf clock = now -> may.plus(Duration.between(Instant.parse("2026-07-01T00:00:00Z"), now))
                .truncatedTo(ChronoUnit.DAYS);
        try (var pipeline = new PipelineDriver(clock)) {
            pipeline.send(TwoArms.of(12));
            pipeline.settle();
            pipeline.log(PROGRAM);

            pipeline.advance(Duration.ofDays(20));
            pipeline.settle();

            assertThat(pipeline.log(PROGRAM))
                    .isNotEmpty()
                    .allSatisfy(entry -> assertThat(entry.causes()).containsExactly(AS_OF_MOVED));
        }
    }

    @Test
    void shouldSayNothing_ofCopies_norOfWhatChangesNothing() {
        try (var pipeline = published(12)) {
            assertThat(after(pipeline, TwoArms.of(12).toArray(String[]::new))).isEmpty();
            assertThat(after(pipeline, Lines.retracted("r", "outcome.measured", "never-was", "t0")))
                    .isEmpty();
        }
    }

    @Test
    void shouldTellThePortfolio_byWhatChangedItsPrograms() {
        try (var pipeline = new PipelineDriver(AS_OF)) {
            pipeline.send(PortfolioPublicationTest.program("p", 12));
            pipeline.send(PortfolioPublicationTest.program("q", 12));
            pipeline.settle();
            // Whether the two share people is known only when the company is.
            pipeline.settle();
            pipeline.log("portfolio");

            pipeline.send(Lines.retracted("r", "cost.incurred", "cost-q", "q"));
            pipeline.settle();

            assertThat(pipeline.log("portfolio")).singleElement().satisfies(entry -> {
                assertThat(entry.causes()).containsExactly(RETRACTION);
                assertThat(entry.changes())
                        .extracting(FigureChange::figure)
                        .containsExactly(
                                PublishedFigure.PORTFOLIO_COST,
                                PublishedFigure.PORTFOLIO_BENEFIT,
                                PublishedFigure.PORTFOLIO_ROI);
                assertThat(entry.changes().get(0).before().value()).isEqualTo(2000);
            });
        }
    }

    @Test
    void shouldTellThePortfolio_thatAProgramIsNew() {
        try (var pipeline = new PipelineDriver(AS_OF)) {
            pipeline.send(PortfolioPublicationTest.program("p", 12));
            pipeline.settle();
            pipeline.settle();
            pipeline.log("portfolio");

            pipeline.send(PortfolioPublicationTest.program("q", 12));
            pipeline.settle();
            pipeline.settle();

            assertThat(pipeline.log("portfolio"))
                    .isNotEmpty()
                    .allSatisfy(entry -> assertThat(entry.causes()).containsExactly(NEW_EVENT));
        }
    }

    @Test
    void shouldTellThatAFigureIsNoLongerPublished() {
        try (var pipeline = published(10)) {
            List<Publication> log = after(pipeline, Lines.retracted("r", "outcome.measured", "y-t0", "t0"));

            assertThat(log).singleElement().satisfies(entry -> {
                assertThat(entry.changes().get(0).now())
                        .as("nine treated are too few")
                        .isNull();
            });
        }
    }
}
