package io.cultivar.metricsapi.published;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.result.PipelineResult;
import java.time.Instant;
import java.util.List;
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
    }

    @Test
    void shouldTakeTheLatestOfTheProgramsWhereThePipelineSaysNothing() {
        assertThat(snapshot(null).asOf()).isEqualTo(SamplePrograms.AS_OF);
    }

    @Test
    void shouldHaveNoAsOfWhereNothingIsPublished() {
        Snapshot nothing =
                new Snapshot(List.of(), null, null, null, null, SamplePrograms.PUBLISHED, "0123456789abcdef");

        assertThat(nothing.asOf()).isNull();
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
