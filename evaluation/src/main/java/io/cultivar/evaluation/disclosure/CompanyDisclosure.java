package io.cultivar.evaluation.disclosure;

import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.CompanyResult.SharedPeople;
import io.cultivar.contract.result.SkillGap;
import io.cultivar.contract.result.Withheld;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What may be seen of the company: gaps of groups and overlaps of programs that a few people stand behind are withheld. */
final class CompanyDisclosure {

    private final Predicate<@Nullable Long> isSmall;

    CompanyDisclosure(Predicate<@Nullable Long> isSmall) {
        this.isSmall = isSmall;
    }

    CompanyResult mark(CompanyResult result) {
        return map(result, this::markGap, this::markShared);
    }

    CompanyResult redact(CompanyResult result) {
        return map(result, this::redactGap, CompanyDisclosure::redactShared);
    }

    private static CompanyResult map(
            CompanyResult result, UnaryOperator<SkillGap> gap, UnaryOperator<SharedPeople> shared) {
        return new CompanyResult(
                result.asOf(),
                result.survival(),
                result.skillGaps().stream().map(gap).toList(),
                result.providers(),
                result.sourcingFactors(),
                result.sharedPeople().stream().map(shared).toList(),
                result.identityConflicts(),
                result.registerConflicts(),
                result.erasedEmployees());
    }

    /** A few below, and a few not below, would be told by the count and, through the mean gap, how far they are. */
    private SkillGap markGap(SkillGap gap) {
        boolean small = isSmall.test(gap.employees()) || isSmall.test(gap.assessed()) || isSmall.test(gap.below());
        Withheld complementary =
                isSmall.test(people(gap.assessed()) - people(gap.below())) ? Withheld.COMPLEMENTARY : null;
        return with(gap, gap.assessed(), small ? Withheld.SMALL_GROUP : complementary);
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
