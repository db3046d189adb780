package io.cultivar.contract.result;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the whole company, beyond single programs.
 *
 * @param asOf facts dated after this do not count
 * @param survival how long people stay from their hire on: any leaving, voluntary, involuntary
 * @param skillGaps by skill and group
 * @param providers by provider and figure
 * @param sourcingFactors by skill area, sourcing and factor
 * @param sharedPeople how many people two programs compare both, by pair of programs
 * @param sharedLevels how many people stand behind two skill gaps, by skill and pair of groups; never published
 * @param identityConflicts event ids that came with two contents
 * @param registerConflicts facts that two events claim at one recorded time
 * @param erasedEmployees people who left every store
 */
public record CompanyResult(
        Instant asOf,
        List<SurvivalCurve> survival,
        List<SkillGap> skillGaps,
        List<ProviderKpi> providers,
        List<SourcingFactor> sourcingFactors,
        List<SharedPeople> sharedPeople,
        List<SharedLevels> sharedLevels,
        long identityConflicts,
        long registerConflicts,
        long erasedEmployees) {

    public CompanyResult {
        survival = List.copyOf(survival);
        skillGaps = List.copyOf(skillGaps);
        providers = List.copyOf(providers);
        sourcingFactors = List.copyOf(sourcingFactors);
        sharedPeople = List.copyOf(sharedPeople);
        sharedLevels = List.copyOf(sharedLevels);
    }

    /** People who are compared in two programs: what they gained may be claimed by both. {@code one} sorts before other. */
    public record SharedPeople(
            String one,
            String other,
            @Nullable Long people,
            @Nullable Withheld withheld) {}

    /**
     * People with a level in a skill who are of two groups that need it, a department and a role. Where all but a few of one
     * group are also of the other, the two gaps together would tell the levels of these few.
     */
    public record SharedLevels(String skill, String one, String other, long people) {}
}
