package io.cultivar.metricsapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.result.PipelineResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SnapshotTest {

    @Test
    void shouldTakeTheAsOfOfAllResultsFromThePipeline() {
        Instant all = SamplePrograms.AS_OF.minusSeconds(60);

        assertThat(snapshot(SamplePrograms.pipeline(all)).asOf()).isEqualTo(all);
    }

    @Test
    void shouldHaveNoAsOfWhileANewOneIsBeingApplied() {
        Snapshot applying = snapshot(SamplePrograms.pipeline(null));

        assertThat(applying.asOf()).isNull();
        assertThat(Page.render(Optional.of(applying)))
                .contains("1 program, as of a date that is still being applied, data through 2026-06-29.");
    }

    @Test
    void shouldTakeTheLatestOfTheProgramsWhereThePipelineSaysNothing() {
        assertThat(snapshot(null).asOf()).isEqualTo(SamplePrograms.AS_OF);
    }

    @Test
    void shouldHaveNoAsOfWhereNothingIsPublished() {
        Snapshot nothing = new Snapshot(List.of(), null, null, null, null, SamplePrograms.PUBLISHED, "0123456789abcdef");

        assertThat(nothing.asOf()).isNull();
        assertThat(Page.render(Optional.of(nothing))).contains("0 programs, as of no date yet.");
    }

    private static Snapshot snapshot(@Nullable PipelineResult pipeline) {
        return new Snapshot(
                List.of(SamplePrograms.winner()),
                null,
                null,
                pipeline,
                SamplePrograms.PUBLISHED,
                SamplePrograms.PUBLISHED,
                "0123456789abcdef");
    }
}
