package io.cultivar.metricsapi.tables;

import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.SkillGap;
import io.cultivar.metricsapi.published.Snapshot;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** How far people are from what their work needs, in the order that is asked for. */
final class SkillGaps {

    private static final String FALLING = "-meanGap";

    /** The orders; by skill and group where none is asked for. */
    static final List<String> ORDERS = List.of(FALLING, "meanGap");

    private static final Comparator<Double> SMALLEST = Comparator.naturalOrder();

    private SkillGaps() {}

    static Stream<SkillGap> rows(Snapshot snapshot, Filter filter) {
        Stream<SkillGap> gaps = snapshot.company(CompanyResult::skillGaps);
        return filter.value(Parameter.SORT)
                .map(order -> order.equals(FALLING) ? SMALLEST.reversed() : SMALLEST)
                // What is withheld has no place in an order, so it comes last.
                .map(order -> gaps.sorted(Comparator.comparing(SkillGap::meanGap, Comparator.nullsLast(order))))
                .orElse(gaps);
    }
}
