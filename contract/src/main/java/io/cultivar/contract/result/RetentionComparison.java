package io.cultivar.contract.result;

import io.cultivar.contract.event.Design;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the treated stayed longer than the controls.
 *
 * @param design how people came into their arms; where they differ, the weakest
 * @param logRank log-rank test: statistic (O - E)^2 / V of the treated, and p
 * @param observedMinusExpected leavers among the treated minus those expected if both arms left alike
 * @param variance of that
 * @param hazardRatio Peto's estimate exp((O - E) / V); below 1 the treated leave less
 * @param restrictedMeanDifferenceDays days stayed within the horizon, treated minus controls
 * @param differences by horizon
 * @param evidence how strong the evidence is
 * @param reasons why something is absent
 * @param withheld why publication withholds the numbers; null where it does not
 */
public record RetentionComparison(
        @Nullable Design design,
        @Nullable ChiSquareTest logRank,
        @Nullable Double observedMinusExpected,
        @Nullable Double variance,
        @Nullable Bounded hazardRatio,
        @Nullable LargeSample restrictedMeanDifferenceDays,
        List<RetentionDifference> differences,
        Evidence evidence,
        List<Reason> reasons,
        @Nullable Withheld withheld) {

    public RetentionComparison {
        Finite.checkPresent(observedMinusExpected, variance);
        differences = List.copyOf(differences);
        reasons = List.copyOf(reasons);
    }
}
