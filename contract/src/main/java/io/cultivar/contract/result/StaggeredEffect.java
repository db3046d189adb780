package io.cultivar.contract.result;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a program that reached its people at different times did to one metric (Callaway and Sant'Anna 2021).
 *
 * @param metric the metric
 * @param comparisonGroup who stood for what would have happened without the program
 * @param firstPeriod first day of the first period of the panel
 * @param lastPeriod first day of its last period
 * @param complete people measured in every period, behind the aggregates; null where published and withheld
 * @param leftOut people measured in some periods only
 * @param groupTimes every estimable ATT(g, t) with people of its own
 * @param simple mean of all effects after the turn came, weighted by cohort size
 * @param dynamic the event study: by periods since the turn came
 * @param group by cohort
 * @param calendar by calendar period
 * @param preTrend test of the effects before; null where there are none
 * @param evidence how strong the evidence is
 * @param reasons why something is absent, or to be read with care
 * @param withheld why publication withholds the aggregates; null where it does not
 */
public record StaggeredEffect(
        String metric,
        ComparisonGroup comparisonGroup,
        LocalDate firstPeriod,
        LocalDate lastPeriod,
        @Nullable Long complete,
        @Nullable Long leftOut,
        List<GroupTimeEffect> groupTimes,
        @Nullable LargeSample simple,
        List<AggregateEffect> dynamic,
        List<AggregateEffect> group,
        List<AggregateEffect> calendar,
        @Nullable ChiSquareTest preTrend,
        Evidence evidence,
        List<Reason> reasons,
        @Nullable Withheld withheld) {

    public StaggeredEffect {
        groupTimes = List.copyOf(groupTimes);
        dynamic = List.copyOf(dynamic);
        group = List.copyOf(group);
        calendar = List.copyOf(calendar);
        reasons = List.copyOf(reasons);
    }
}
