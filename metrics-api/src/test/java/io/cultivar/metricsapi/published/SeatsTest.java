package io.cultivar.metricsapi.published;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Publication;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SeatsTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final PublishedLogView log = new PublishedLogView(PublishedLogView.Limits.USUAL);
    private int published;

    private static @Nullable ProgramResult costing(int program, @Nullable Integer amount) {
        return amount == null
                ? null
                : SamplePrograms.costing(SamplePrograms.undefined(name(program)), "EUR", amount.toString());
    }

    private static String name(int program) {
        return "p%03d".formatted(program);
    }

    /** So much is what a program costs from now on; null where it is not published any more. */
    private void publish(PublishedLogView into, int program, @Nullable Integer amount) {
        var entry =
                new Publication(START.plusSeconds(published++), List.of(), List.of(), costing(program, amount), null);
        SamplePublishedLog.add(into, "program/" + name(program), entry);
    }

    private void publish(int program, @Nullable Integer amount) {
        publish(log, program, amount);
    }

    /** A hundred programs: the lower the number the costlier, 10 EUR from one to the next. */
    private void publishHundred() {
        IntStream.range(0, 100).forEach(program -> publish(program, 10_000 - 10 * program));
    }

    private Set<String> seated() {
        return log.view().seats().getOrDefault("EUR", Set.of());
    }

    private static String[] names(int from, int end) {
        return IntStream.range(from, end).mapToObj(SeatsTest::name).toArray(String[]::new);
    }

    @Test
    void shouldSeatTheCostliest() {
        publishHundred();

        assertThat(seated()).containsExactlyInAnyOrder(names(0, 50));
    }

    @Test
    void shouldSeatEverybody_whereThereIsRoom() {
        IntStream.range(0, Seats.SEATS).forEach(program -> publish(program, program));

        assertThat(seated()).containsExactlyInAnyOrder(names(0, 50));
    }

    @Test
    void shouldChangeNothing_whenThoseAtTheEdgeOvertakeEachOther() {
        publishHundred();

        for (int month = 0; month < 20; month++) {
            // The first one without a seat overtakes the last one with one, and the other way round.
            publish(50, month % 2 == 0 ? 9_515 : 9_495);
            assertThat(seated()).as("month %s", month).containsExactlyInAnyOrder(names(0, 50));
            publish(49, month % 2 == 0 ? 9_505 : 9_510);
            assertThat(seated()).as("month %s", month).containsExactlyInAnyOrder(names(0, 50));
        }
    }

    @Test
    void shouldSeatWhoIsClearlyCostlier_inThePlaceOfTheCheapest() {
        publishHundred();

        // when one is the 41st, then the 40th
        publish(70, 9_605);
        assertThat(seated()).doesNotContain(name(70));
        publish(70, 9_615);

        // then it has a seat, and keeps it when it falls back
        assertThat(seated()).hasSize(50).contains(name(70), name(48)).doesNotContain(name(49));
        publish(70, 9_525);
        assertThat(seated()).hasSize(50).contains(name(70), name(48)).doesNotContain(name(49));
    }

    @Test
    void shouldUnseatWhoFallsFarBehind() {
        publishHundred();

        // when one is the 60th, then the 61st
        publish(49, 9_405);
        assertThat(seated()).contains(name(49)).doesNotContain(name(50));
        publish(49, 9_395);

        assertThat(seated()).hasSize(50).contains(name(50)).doesNotContain(name(49));
    }

    @Test
    void shouldGiveTheSeatOfWhoIsGoneToTheNext() {
        publishHundred();

        publish(3, null);

        assertThat(seated()).hasSize(50).contains(name(50)).doesNotContain(name(3));
    }

    @Test
    void shouldAgreeWhateverElseIsForgotten() {
        // given two replicas, one of which remembers almost nothing
        var forgetful = new PublishedLogView(new PublishedLogView.Limits(1, 1, 1));
        Random random = new Random(7);

        for (int i = 0; i < 2_000; i++) {
            int program = random.nextInt(90);
            Integer amount = random.nextInt(20) == 0 ? null : random.nextInt(1_000);
            publish(program, amount);
            publish(forgetful, program, amount);

            // then
            assertThat(forgetful.view().seats()).isEqualTo(log.view().seats());
            assertThat(seated()).hasSizeLessThanOrEqualTo(Seats.SEATS);
        }
        assertThat(seated()).hasSize(Seats.SEATS);
    }

    @Test
    void shouldRankByTheCurrencyThatIsReported() {
        IntStream.range(0, 60).forEach(program -> publish(program, 100));
        ProgramResult dear = SamplePrograms.costing(SamplePrograms.undefined("z"), "USD", "1");
        SamplePublishedLog.add(log, "program/z", new Publication(START, List.of(), List.of(), dear, null));

        assertThat(seated()).doesNotContain("z");
        assertThat(log.view().seats().getOrDefault("USD", Set.of()))
                .contains("z")
                .hasSize(50);
    }
}
