package io.cultivar.contract.result;

import io.cultivar.contract.event.Design;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a program that reached its people at different times did to one metric (Callaway and Sant'Anna 2021).
 *
 * @param metric the metric
 * @param design how people came into their arms; where they differ, the weakest; null without assignments
 * @param comparisonGroup who stood for what would have happened without the program
 * @param firstPeriod first day of the first period of the panel
 * @param lastPeriod first day of its last period, which is over
 * @param complete people measured in every period; those whose turn had come by the first period have no before and
 *     count nowhere. Null where published and withheld
 * @param leftOut people measured in some periods only, or with gaps; the period under way counts as one
 * @param treated of the complete, people of the cohorts behind {@code simple}
 * @param controls of the complete, people of the smallest comparison group behind it
 * @param groupTimes every ATT(g, t) with people on both sides, all of them who were measured in its two periods
 * @param simple mean of all effects after the turn came, weighted by cohort size
 * @param minimumDetectable the smallest such mean that would have been found with 80 % power
 * @param dynamic the event study: by periods since the turn came
 * @param group by cohort
 * @param calendar by calendar period
 * @param preTrend test of the effects before; null where there are none, or too few people to tell them apart
 * @param evidence how strong the evidence is
 * @param reasons why something is absent, or to be read with care
 * @param withheld why publication withholds {@code simple}, its test and all counts; null where it does not
 */
public record StaggeredEffect(
        String metric,
        @Nullable Design design,
        ComparisonGroup comparisonGroup,
        LocalDate firstPeriod,
        LocalDate lastPeriod,
        @Nullable Long complete,
        @Nullable Long leftOut,
        @Nullable Long treated,
        @Nullable Long controls,
        List<GroupTimeEffect> groupTimes,
        @Nullable LargeSample simple,
        @Nullable Double minimumDetectable,
        List<AggregateEffect> dynamic,
        List<AggregateEffect> group,
        List<AggregateEffect> calendar,
        @Nullable ChiSquareTest preTrend,
        Evidence evidence,
        List<Reason> reasons,
        @Nullable Withheld withheld) {

    public StaggeredEffect {
        Finite.checkPresent(minimumDetectable);
        groupTimes = List.copyOf(groupTimes);
        dynamic = List.copyOf(dynamic);
        group = List.copyOf(group);
        calendar = List.copyOf(calendar);
        reasons = List.copyOf(reasons);
    }
}
