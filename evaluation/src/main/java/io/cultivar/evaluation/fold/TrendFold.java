package io.cultivar.evaluation.fold;

import io.cultivar.contract.event.MetricDefined;
import io.cultivar.contract.event.OutcomeMeasured;
import io.cultivar.contract.result.Bucket;
import io.cultivar.evaluation.facts.Facts.Dated;
import io.cultivar.evaluation.statistics.Moments;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Contribution;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Folds one person's outcomes into calendar periods (UTC): one value a metric and period, the mean of what was measured. */
public final class TrendFold {

    /** A metric that is defined per this many days or more is no weekly one. */
    private static final int MONTH_DAYS = 28;

    private TrendFold() {}

    static void fold(
            String program,
            Membership membership,
            Observations observations,
            Definitions definitions,
            Contribution.Builder out) {
        // People of a program without definition are not folded anew when a metric is redefined.
        boolean defined = definitions.program(program) != null;
        for (String metric : observations.metrics()) {
            Bucket bucket = defined ? bucket(definitions.metric(metric)) : Bucket.MONTH;
            Map<LocalDate, List<BigDecimal>> byPeriod = new TreeMap<>();
            for (Dated<OutcomeMeasured> outcome : observations.of(metric)) {
                if (inComparison(membership, outcome.time())) {
                    byPeriod.computeIfAbsent(bucket.start(outcome.time()), from -> new ArrayList<>())
                            .add(outcome.data().value());
                }
            }
            byPeriod.forEach((from, values) -> Observations.mean(values)
                    .ifPresent(mean -> out.add(
                            new Cell.Trend(program, metric, membership.cohort(), bucket, from), Moments.of(mean))));
        }
    }

    /**
     * How a metric's trend is cut: by week where it is defined per less than a month, else by month. Never both: a month
     * beside its weeks would tell the values of the few people who were measured in some of them only.
     */
    // The parts of a period are meant as parts here.
    @SuppressWarnings("JavaPeriodGetDays")
    public static Bucket bucket(@Nullable MetricDefined metric) {
        if (metric == null) {
            return Bucket.MONTH;
        }
        var parts = metric.per().getPeriod();
        return parts.toTotalMonths() == 0 && parts.getDays() < MONTH_DAYS ? Bucket.WEEK : Bucket.MONTH;
    }

    private static boolean inComparison(Membership membership, Instant time) {
        return membership.leavesAt() == null || time.isBefore(membership.leavesAt());
    }
}
