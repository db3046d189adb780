package io.cultivar.evaluation.fold;

import io.cultivar.contract.event.OutcomeMeasured;
import io.cultivar.evaluation.facts.Facts.Dated;
import io.cultivar.evaluation.statistics.Moments;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Contribution;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Folds one person's outcomes into calendar months (UTC): one value a metric and month, the mean of what was measured. */
final class TrendFold {

    private TrendFold() {}

    static void fold(String program, Membership membership, Observations observations, Contribution.Builder out) {
        for (String metric : observations.metrics()) {
            Map<YearMonth, List<BigDecimal>> byMonth = new TreeMap<>();
            for (Dated<OutcomeMeasured> outcome : observations.of(metric)) {
                if (inComparison(membership, outcome.time())) {
                    byMonth.computeIfAbsent(month(outcome.time()), month -> new ArrayList<>())
                            .add(outcome.data().value());
                }
            }
            byMonth.forEach((month, values) -> Observations.mean(values)
                    .ifPresent(mean ->
                            out.add(new Cell.Trend(program, metric, membership.cohort(), month), Moments.of(mean))));
        }
    }

    private static boolean inComparison(Membership membership, Instant time) {
        return membership.leavesAt() == null || time.isBefore(membership.leavesAt());
    }

    static YearMonth month(Instant time) {
        return YearMonth.from(time.atOffset(ZoneOffset.UTC));
    }
}
