package io.cultivar.evaluation.disclosure;

import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.CompanyResult.SharedLevels;
import io.cultivar.contract.result.CompanyResult.SharedPeople;
import io.cultivar.contract.result.SkillGap;
import io.cultivar.contract.result.SurvivalCurve;
import io.cultivar.contract.result.Withheld;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What may be seen of the company: curves, gaps of groups and overlaps of programs that a few people stand behind are withheld. */
final class CompanyDisclosure {

    private final Predicate<@Nullable Long> isSmall;

    CompanyDisclosure(Predicate<@Nullable Long> isSmall) {
        this.isSmall = isSmall;
    }

    CompanyResult mark(CompanyResult result) {
        List<SurvivalCurve> curves = new RetentionDisclosure(isSmall).markCurves(result.survival(), List.of());
        return map(result, curves, gap -> markGap(gap, result.sharedLevels()), this::markShared, result.sharedLevels());
    }

    CompanyResult redact(CompanyResult result) {
        List<SurvivalCurve> curves = new PublishedCurves(isSmall).redact(result.survival(), List.of());
        return map(result, curves, this::redactGap, CompanyDisclosure::redactShared, List.of());
    }

    private static CompanyResult map(
            CompanyResult result,
            List<SurvivalCurve> curves,
            UnaryOperator<SkillGap> gap,
            UnaryOperator<SharedPeople> shared,
            List<SharedLevels> levels) {
        return new CompanyResult(
                result.asOf(),
                curves,
                result.skillGaps().stream().map(gap).toList(),
                result.providers(),
                result.sourcingFactors(),
                result.sharedPeople().stream().map(shared).toList(),
                levels,
                result.identityConflicts(),
                result.registerConflicts(),
                result.erasedEmployees());
    }

    /** A few below, and a few not below, would be told by the count and, through the mean gap, how far they are. */
    private SkillGap markGap(SkillGap gap, List<SharedLevels> levels) {
        boolean small = isSmall.test(gap.employees()) || isSmall.test(gap.assessed()) || isSmall.test(gap.below());
        boolean tells = isSmall.test(people(gap.assessed()) - people(gap.below())) || isNearlyWithin(gap, levels);
        Withheld complementary = tells ? Withheld.COMPLEMENTARY : null;
        return with(gap, gap.assessed(), small ? Withheld.SMALL_GROUP : complementary);
    }

    /** Whether all but a few of the group are of another one, too: taking the other's figures off would tell these few. */
    private boolean isNearlyWithin(SkillGap gap, List<SharedLevels> levels) {
        return levels.stream()
                .filter(shared -> shared.skill().equals(gap.skill()))
                .filter(shared ->
                        shared.one().equals(gap.group()) || shared.other().equals(gap.group()))
                .anyMatch(shared -> isSmall.test(people(gap.assessed()) - shared.people()));
    }

    private static SkillGap with(SkillGap gap, @Nullable Long assessed, @Nullable Withheld withheld) {
        return new SkillGap(
                gap.skill(),
                gap.group(),
                gap.required(),
                gap.employees(),
                assessed,
                gap.meanLevel(),
                gap.meanGap(),
                gap.below(),
                withheld);
    }

    /** Where a few of the group have no level, how many have one is not told. */
    private SkillGap redactGap(SkillGap gap) {
        if (gap.withheld() != null) {
            return new SkillGap(gap.skill(), gap.group(), gap.required(), null, null, null, null, null, gap.withheld());
        }
        boolean fewWithout = isSmall.test(people(gap.employees()) - people(gap.assessed()));
        return with(gap, fewWithout ? null : gap.assessed(), null);
    }

    private SharedPeople markShared(SharedPeople shared) {
        return new SharedPeople(
                shared.one(),
                shared.other(),
                shared.people(),
                isSmall.test(shared.people()) ? Withheld.SMALL_GROUP : null);
    }

    private static SharedPeople redactShared(SharedPeople shared) {
        return shared.withheld() == null
                ? shared
                : new SharedPeople(shared.one(), shared.other(), null, shared.withheld());
    }

    private static long people(@Nullable Long count) {
        return count == null ? 0 : count;
    }
}
