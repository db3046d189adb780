package io.cultivar.contract.result;

import io.cultivar.contract.event.ProgramDefined;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known about one program: one record, so that no reader ever sees half of it. The same type is used
 * for the exact results and for the published ones; in the latter a withheld cell says so and has no numbers.
 *
 * @param program the program
 * @param definition what it is; null where nobody defined it
 * @param asOf facts dated after this do not count
 * @param refolding whether a changed definition is still being applied
 * @param participation who took part
 * @param starts when treatment began, by period of the program; none where nobody defined it
 * @param effects one for each metric measured or declared, by metric
 * @param staggered one for each metric and comparison group, where people's turns came in more than one period
 * @param assessments by assessment or skill, and arm
 * @param feedback by respondent
 * @param retention by arm and horizon
 * @param survival how long people stayed, by arm
 * @param retentionComparison whether the treated stayed longer; null without assigned controls
 * @param trends by metric, arm and month
 * @param costs what it cost
 * @param returns what it returned
 */
public record ProgramResult(
        String program,
        @Nullable ProgramDefined definition,
        Instant asOf,
        boolean refolding,
        Participation participation,
        List<TreatmentStart> starts,
        List<Effect> effects,
        List<StaggeredEffect> staggered,
        List<AssessmentResult> assessments,
        List<Feedback> feedback,
        List<RetentionRate> retention,
        List<SurvivalCurve> survival,
        @Nullable RetentionComparison retentionComparison,
        List<TrendPoint> trends,
        Costs costs,
        Returns returns) {

    public ProgramResult {
        starts = List.copyOf(starts);
        effects = List.copyOf(effects);
        staggered = List.copyOf(staggered);
        assessments = List.copyOf(assessments);
        feedback = List.copyOf(feedback);
        retention = List.copyOf(retention);
        survival = List.copyOf(survival);
        trends = List.copyOf(trends);
    }
}
