package io.cultivar.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.result.PipelineResult;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.evaluation.disclosure.Disclosure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Who writes down every published mean and size could tell the value of whoever came last: n m - (n - 1) m'. So a
 * published result changes only when five people changed, or on its schedule.
 */
class HeldBackTest {

    private static final Instant AS_OF = Instant.parse("2026-06-30T00:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int K = 5;

    private static ProgramResult published(PipelineDriver pipeline) {
        pipeline.settle();
        return Objects.requireNonNull(pipeline.published().get("program/p"));
    }

    private static double meanAfter(ProgramResult result) {
        return Objects.requireNonNull(
                Objects.requireNonNull(result.effects().get(0).treatment()).meanAfter());
    }

    private static long size(ProgramResult result) {
        return Objects.requireNonNull(
                Objects.requireNonNull(result.effects().get(0).treatment()).measured());
    }

    @Test
    void shouldNotTellAPersonsValue_toWhoeverWritesDownEveryMean() {
        try (var pipeline = new PipelineDriver(new AsOf.Fixed(AS_OF), Duration.ZERO, WEEK)) {
            pipeline.send(TwoArms.of(12));
            List<ProgramResult> seen = new ArrayList<>(List.of(published(pipeline)));

            // One more person after the other, each with a value of their own.
            for (int i = 0; i < 4 * K; i++) {
                pipeline.send(TwoArms.member("late" + i, "treatment", 30 + 7 * i));
                seen.add(published(pipeline));
            }

            List<ProgramResult> publications = seen.stream().distinct().toList();
            assertThat(publications).as("it goes on").hasSize(1 + 4);
            for (int i = 1; i < publications.size(); i++) {
                assertThat(size(publications.get(i)) - size(publications.get(i - 1)))
                        .as("people between two publications")
                        .isGreaterThanOrEqualTo(K);
            }
        }
    }

    @Test
    void shouldTellIt_withoutHoldingBack() {
        // The attack itself works: or the test above would prove nothing.
        try (var pipeline = new PipelineDriver(new AsOf.Fixed(AS_OF), Duration.ZERO, Duration.ZERO)) {
            pipeline.send(TwoArms.of(12));
            ProgramResult before = published(pipeline);
            pipeline.send(TwoArms.member("late", "treatment", 30));
            ProgramResult now = published(pipeline);

            assertThat(size(now) * meanAfter(now) - size(before) * meanAfter(before))
                    .isEqualTo(40.0);
        }
    }

    @Test
    void shouldCountPeople_notChanges() {
        try (var pipeline = new PipelineDriver(new AsOf.Fixed(AS_OF), Duration.ZERO, WEEK)) {
            pipeline.send(TwoArms.of(12));
            ProgramResult before = published(pipeline);
            for (int i = 0; i < 3 * K; i++) {
                pipeline.send(Lines.measured("m" + i, "t0", "2025-05-%02dT00:00:00Z".formatted(1 + i), "50"));
                assertThat(published(pipeline)).isEqualTo(before);
            }
        }
    }

    @Test
    void shouldNotLetACost_carryOnePersonsChangeAlong() {
        try (var pipeline = new PipelineDriver(new AsOf.Fixed(AS_OF), Duration.ZERO, WEEK)) {
            String fee = "{\"category\":\"provider-fees\",\"amount\":100,\"currency\":\"EUR\"}";
            pipeline.send(TwoArms.of(12));
            published(pipeline);
            pipeline.send(Lines.event("k1", "cost.incurred", "2025-06-01T00:00:00Z", "p", fee));
            ProgramResult paid = published(pipeline);
            assertThat(paid.costs().total()).as("a cost is about nobody").isEqualByComparingTo("100");

            pipeline.send(TwoArms.member("late", "treatment", 30));
            pipeline.send(Lines.event("k2", "cost.incurred", "2025-06-02T00:00:00Z", "p", fee));

            assertThat(published(pipeline)).isEqualTo(paid);
            assertThat(Objects.requireNonNull(pipeline.results().get("program/p"))
                            .costs()
                            .total())
                    .as("exactly, nothing is held back")
                    .isEqualByComparingTo("200");
        }
    }

    @Test
    void shouldPublishOnSchedule_whateverIsWaiting() {
        try (var pipeline = new PipelineDriver(new AsOf.Fixed(AS_OF), Duration.ZERO, WEEK)) {
            pipeline.send(TwoArms.of(12));
            ProgramResult before = published(pipeline);
            assertThat(pipeline.pipeline().heldBack()).isNull();
            pipeline.send(TwoArms.member("late", "treatment", 30));
            assertThat(published(pipeline)).isEqualTo(before);
            PipelineResult.HeldBack held =
                    Objects.requireNonNull(pipeline.pipeline().heldBack());
            assertThat(held.results()).isPositive();

            pipeline.advance(WEEK.minusHours(1));
            assertThat(published(pipeline)).isEqualTo(before);
            assertThat(pipeline.pipeline().heldBack()).as("waiting for as long").isEqualTo(held);
            pipeline.advance(Duration.ofHours(2));

            assertThat(size(published(pipeline))).isEqualTo(13);
            assertThat(pipeline.pipeline().heldBack()).isNull();
        }
    }

    @Test
    void shouldPublishOnce_whatComesInOnePiece() {
        try (var pipeline = new PipelineDriver(new AsOf.Fixed(AS_OF), Duration.ofSeconds(2), Duration.ZERO)) {
            for (String event : TwoArms.of(12)) {
                pipeline.send(event);
                pipeline.beat();
            }
            pipeline.settle();
            assertThat(pipeline.published()).isEmpty();
            assertThat(pipeline.log("program/p")).isEmpty();

            pipeline.advance(Duration.ofSeconds(2));
            pipeline.settle();

            assertThat(pipeline.log("program/p")).hasSize(1);
            assertThat(published(pipeline))
                    .isEqualTo(new Disclosure(5)
                            .publish(Objects.requireNonNull(pipeline.results().get("program/p"))));
        }
    }

    @Test
    void shouldPublishNowAndThen_whatNeverSettles() {
        try (var pipeline = new PipelineDriver(new AsOf.Fixed(AS_OF), Duration.ofSeconds(1), Duration.ZERO)) {
            pipeline.send(TwoArms.of(12));
            for (int i = 0; i < 60; i++) {
                pipeline.send(Lines.measured("m" + i, "t0", "2025-05-%02dT00:00:00Z".formatted(1 + i % 28), "5" + i));
                pipeline.advance(Duration.ofMillis(600));
                pipeline.beat();
            }

            assertThat(pipeline.log("program/p")).hasSizeBetween(1, 3);
            assertThat(pipeline.pipeline().processed().values())
                    .as("how far it has come is told all the same")
                    .anyMatch(offset -> offset > 0);
        }
    }
}
