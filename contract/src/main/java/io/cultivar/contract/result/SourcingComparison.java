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
 * @param minimumDetectable the smallest difference of net benefits per person that would have been found with 80 % power;
 *     null without its interval
 * @param evidence how strong the evidence of the differences is: at most C, as nobody draws lots for who is trained where
 * @param reasons why something is absent
 */
public record SourcingComparison(
        String skillArea,
        @Nullable String currency,
        @Nullable SourcingSide inHouse,
        @Nullable SourcingSide external,
        @Nullable Bounded benefitDifference,
        @Nullable Bounded netBenefitDifference,
        @Nullable Double minimumDetectable,
        Evidence evidence,
        List<Reason> reasons) {

    public SourcingComparison {
        Finite.checkPresent(minimumDetectable);
        reasons = List.copyOf(reasons);
    }
}
