package io.cultivar.contract.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In-house or external within a skill area: the difference is what is compared, with its interval.
 *
 * @param skillArea the skill area
 * @param currency of all amounts; null where there are several
 * @param inHouse the programs that the company runs; null where there are none
 * @param external the programs that are bought; null where there are none
 * @param benefitDifference benefit per person, in-house minus external
 * @param netBenefitDifference net benefit per person, in-house minus external
 * @param reasons why something is absent
 */
public record SourcingComparison(
        String skillArea,
        @Nullable String currency,
        @Nullable SourcingSide inHouse,
        @Nullable SourcingSide external,
        @Nullable Bounded benefitDifference,
        @Nullable Bounded netBenefitDifference,
        List<Reason> reasons) {

    public SourcingComparison {
        reasons = List.copyOf(reasons);
    }
}
