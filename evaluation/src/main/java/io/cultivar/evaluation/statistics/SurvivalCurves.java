package io.cultivar.evaluation.statistics;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.LeavingKind;
import io.cultivar.contract.result.Interval;
import io.cultivar.contract.result.LargeSample;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.SurvivalCurve;
import io.cultivar.contract.result.SurvivalPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One survival curve from the lifetimes behind it. */
public final class SurvivalCurves {

    /** The days at which retention is reported. */
    public static final List<Integer> HORIZONS_DAYS = List.of(90, 180, 365);

    /** The restricted mean is over the first year. */
    public static final int RESTRICTED_DAYS = 365;

    private static final int GRID_DAYS = 30;

    private SurvivalCurves() {}

    /** The curve of some people. */
    public static SurvivalCurve of(@Nullable Arm arm, @Nullable LeavingKind leaving, Lifetimes lifetimes) {
        KaplanMeier curve = KaplanMeier.of(lifetimes);
        Optional<LargeSample> mean =
                curve.restrictedMean(RESTRICTED_DAYS).flatMap(KaplanMeier.RestrictedMean::estimate);
        return new SurvivalCurve(
                arm,
                leaving,
                lifetimes.people(),
                lifetimes.left(),
                points(lifetimes, curve),
                mean.orElse(null),
                RESTRICTED_DAYS,
                mean.isPresent() ? List.of() : List.of(whyNoMean(lifetimes)),
                null);
    }

    private static Reason whyNoMean(Lifetimes lifetimes) {
        if (lifetimes.people() == 0) {
            return Reason.NO_EMPLOYMENT_DATA;
        }
        boolean followed = KaplanMeier.of(lifetimes).at(RESTRICTED_DAYS).isPresent();
        if (!followed) {
            return Reason.FOLLOW_UP_TOO_SHORT;
        }
        return lifetimes.leftBy(RESTRICTED_DAYS) == 0 ? Reason.NOBODY_LEFT : Reason.NO_VARIANCE;
    }

    /** Whether a curve tells this day in any case, so that all curves have days in common. */
    public static boolean isReportDay(long day) {
        return day % GRID_DAYS == 0 || HORIZONS_DAYS.contains((int) day);
    }

    private static List<SurvivalPoint> points(Lifetimes lifetimes, KaplanMeier curve) {
        NavigableSet<Long> days = new TreeSet<>();
        lifetimes.days().stream().filter(day -> day.left() > 0).forEach(day -> days.add(day.day()));
        for (long day = 0; day <= lifetimes.lastDay(); day++) {
            if (isReportDay(day)) {
                days.add(day);
            }
        }
        List<SurvivalPoint> points = new ArrayList<>();
        long before = 0;
        for (long day : days) {
            KaplanMeier.Point point = curve.at(day).orElseThrow();
            long left = lifetimes.leftBy(day);
            Interval interval = point.interval().orElse(null);
            points.add(new SurvivalPoint(
                    Math.toIntExact(day),
                    lifetimes.atRisk(day),
                    left - before,
                    point.survival(),
                    interval == null ? null : interval.lower(),
                    interval == null ? null : interval.upper()));
            before = left;
        }
        return points;
    }
}
