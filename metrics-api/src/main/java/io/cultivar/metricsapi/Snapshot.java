package io.cultivar.metricsapi;

import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.PipelineResult;
import io.cultivar.contract.result.PortfolioResult;
import io.cultivar.contract.result.ProgramResult;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was published, at one moment: each request and each scrape is answered from one of these, so that no
 * answer mixes two states.
 *
 * @param programs one for each program, by id
 * @param company what is known beyond single programs; null where nothing was published about it
 * @param portfolio what is known across programs; null where nothing was published about it
 * @param pipeline what the pipeline knows about its own input; null where it has not said anything
 * @param published when the newest of it was published; null where nothing was
 * @param received when this replica read the newest of it
 * @param version digest of the content: replicas that show the same have the same
 */
record Snapshot(
        List<ProgramResult> programs,
        @Nullable CompanyResult company,
        @Nullable PortfolioResult portfolio,
        @Nullable PipelineResult pipeline,
        @Nullable Instant published,
        Instant received,
        String version) {

    Snapshot {
        programs = programs.stream()
                .sorted(Comparator.comparing(ProgramResult::program))
                .toList();
    }

    /** The program with this id, or empty where nothing was published about it. */
    Optional<ProgramResult> program(String id) {
        return programs.stream().filter(program -> program.program().equals(id)).findFirst();
    }

    /**
     * The as-of of all results, which only the pipeline knows: where it has not said anything, the latest of the
     * programs. Null where nothing is published, and while a new one is being applied.
     */
    @Nullable
    Instant asOf() {
        if (pipeline != null) {
            return pipeline.asOf();
        }
        return programs.stream()
                .map(ProgramResult::asOf)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
