package io.cultivar.contract.result;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.Design;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people scored in one assessment of a program, or in all assessments of one skill.
 *
 * @param assessment the assessment; null for all of a skill
 * @param skill the skill; null for one assessment
 * @param arm {@code treatment} for everyone but the assigned controls, {@code control} for those
 * @param phases before, after and follow-up, those that were taken
 * @param paired people with a pre and a post score (n of the gain)
 * @param gain mean of post minus pre over those people, paired t interval, as a share of the scale
 * @param hedgesG the gain in standard deviations of the gains
 * @param followedUp people with a post and a follow-up score
 * @param decay mean of follow-up minus post over those people: negative is forgotten
 * @param lasting mean of follow-up minus pre over people with both
 * @param design how these people came into their arm; where they differ, the weakest; null without assignments
 * @param minimumDetectable the smallest gain that would have been found with 80 % power; null where there is no gain
 * @param evidence how strong the evidence is that the training caused gain, decay and lasting gain: each is of one arm only
 * @param reasons why the gain is absent
 * @param withheld why publication withholds the gains; null where it does not
 */
public record AssessmentResult(
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
        Evidence evidence,
        List<Reason> reasons,
        @Nullable Withheld withheld) {

    public AssessmentResult {
        Finite.checkPresent(minimumDetectable);
        phases = List.copyOf(phases);
        reasons = List.copyOf(reasons);
    }
}
