package io.cultivar.metricsapi.tables;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.result.AssessmentResult;
import io.cultivar.contract.result.Estimate;
import io.cultivar.contract.result.PhaseScores;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Standardized;
import io.cultivar.contract.result.Withheld;
import io.cultivar.metricsapi.explained.ExplainedEvidence;
import io.cultivar.metricsapi.explained.ExplainedReason;
import io.cultivar.metricsapi.explained.ProgramFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people scored in one assessment, or in all of one skill; the meaning of each figure is that of
 * {@link AssessmentResult}.
 */
record AssessmentRow(
        String program,
        @Nullable String title,
        @Nullable String assessment,
        @Nullable String skill,
        Arm arm,
        List<PhaseScores> phases,
        @Nullable Long paired,
        @Nullable Estimate gain,
        @Nullable Standardized hedgesG,
        @Nullable Long followedUp,
        @Nullable Estimate decay,
        @Nullable Estimate lasting,
        @Nullable Design design,
        @Nullable Double minimumDetectable,
        @Nullable ExplainedEvidence evidence,
        List<ExplainedReason> reasons,
        @Nullable Withheld withheld) {

    static AssessmentRow of(ProgramResult program, AssessmentResult result) {
        return new AssessmentRow(
                program.program(),
                ProgramFacts.title(program),
                result.assessment(),
                result.skill(),
                result.arm(),
                result.phases(),
                result.paired(),
                result.gain(),
                result.hedgesG(),
                result.followedUp(),
                result.decay(),
                result.lasting(),
                result.design(),
                result.minimumDetectable(),
                ExplainedEvidence.of(result.evidence(), result.withheld()),
                ExplainedReason.all(result.reasons()),
                result.withheld());
    }
}
