package io.cultivar.metricsapi.tables;

import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.PipelineResult;
import io.cultivar.metricsapi.published.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the input, and what is withheld.
 *
 * @param published when the newest result was published; null where nothing was
 * @param pipeline how far it has read, and what it had to decide; null where it has not said anything
 * @param company the same of the results beyond single programs; null where nothing was published about it
 * @param sharedPeople people that two programs compare both
 * @param withheld how many cells are withheld, by group and reason
 */
record DataQualityRow(
        @Nullable Instant published,
        @Nullable PipelineResult pipeline,
        @Nullable Counts company,
        List<CompanyResult.SharedPeople> sharedPeople,
        List<SuppressedCells.Suppressed> withheld) {

    /** What was counted in the events behind the company's results. */
    record Counts(Instant asOf, long identityConflicts, long registerConflicts, long erasedEmployees) {}

    static DataQualityRow of(Snapshot snapshot) {
        Optional<CompanyResult> company = Optional.ofNullable(snapshot.company());
        return new DataQualityRow(
                snapshot.published(),
                snapshot.pipeline(),
                company.map(known -> new Counts(
                                known.asOf(),
                                known.identityConflicts(),
                                known.registerConflicts(),
                                known.erasedEmployees()))
                        .orElse(null),
                company.map(CompanyResult::sharedPeople).orElse(List.of()),
                SuppressedCells.of(snapshot));
    }
}
