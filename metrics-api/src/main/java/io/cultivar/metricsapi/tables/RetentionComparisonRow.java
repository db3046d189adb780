package io.cultivar.metricsapi.tables;

import io.cultivar.contract.event.Design;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.ChiSquareTest;
import io.cultivar.contract.result.LargeSample;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.RetentionComparison;
import io.cultivar.contract.result.RetentionDifference;
import io.cultivar.contract.result.Withheld;
import io.cultivar.metricsapi.explained.ExplainedEvidence;
import io.cultivar.metricsapi.explained.ExplainedReason;
import io.cultivar.metricsapi.explained.ProgramFacts;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether the treated stayed longer; the meaning of each figure is that of {@link RetentionComparison}. */
record RetentionComparisonRow(
        String program,
        @Nullable String title,
        @Nullable Design design,
        @Nullable ChiSquareTest logRank,
        @Nullable Double observedMinusExpected,
        @Nullable Double variance,
        @Nullable Bounded hazardRatio,
        @Nullable LargeSample restrictedMeanDifferenceDays,
        List<Difference> differences,
        @Nullable ExplainedEvidence evidence,
        List<ExplainedReason> reasons,
        @Nullable Withheld withheld) {

    /** The difference at one horizon; the meaning of each figure is that of {@link RetentionDifference}. */
    record Difference(
            int horizonDays,
            Bounded difference,
            boolean complete,
            @Nullable Double minimumDetectable,
            List<ExplainedReason> reasons) {

        static Difference of(RetentionDifference difference) {
            return new Difference(
                    difference.horizonDays(),
                    difference.difference(),
                    difference.complete(),
                    difference.minimumDetectable(),
                    ExplainedReason.all(difference.reasons()));
        }
    }

    /** One row, or none without assigned controls. */
    static Stream<RetentionComparisonRow> of(ProgramResult program) {
        return Stream.ofNullable(program.retentionComparison())
                .map(comparison -> new RetentionComparisonRow(
                        program.program(),
                        ProgramFacts.title(program),
                        comparison.design(),
                        comparison.logRank(),
                        comparison.observedMinusExpected(),
                        comparison.variance(),
                        comparison.hazardRatio(),
                        comparison.restrictedMeanDifferenceDays(),
                        comparison.differences().stream().map(Difference::of).toList(),
                        ExplainedEvidence.of(comparison.evidence(), comparison.withheld()),
                        ExplainedReason.all(comparison.reasons()),
                        comparison.withheld()));
    }
}
