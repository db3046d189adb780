package io.cultivar.contract.result;

import io.cultivar.contract.event.Arm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people scored in one assessment of a program.
 *
 * @param assessment the assessment
 * @param arm {@code treatment} for everyone but the assigned controls, {@code control} for those
 * @param phases before, after and follow-up, those that were taken
 * @param paired people with a pre and a post score (n of the gain)
 * @param gain mean of post minus pre over those people, paired t interval, as a share of the scale
 * @param reasons why the gain is absent
 * @param withheld why publication withholds the gain; null where it does not
 */
public record AssessmentResult(
        String assessment,
        Arm arm,
        List<PhaseScores> phases,
        @Nullable Long paired,
        @Nullable Estimate gain,
        List<Reason> reasons,
        @Nullable Withheld withheld) {

    public AssessmentResult {
        phases = List.copyOf(phases);
        reasons = List.copyOf(reasons);
    }
}
