package io.cultivar.evaluation.disclosure;

import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.RetentionComparison;
import io.cultivar.contract.result.RetentionRate;
import io.cultivar.contract.result.SurvivalCurve;
import io.cultivar.contract.result.SurvivalPoint;
import io.cultivar.evaluation.statistics.SurvivalCurves;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of marked rates, curves and comparisons of retention what may not be seen. Of a curve are left the days that have
 * no small count between them; they are the same for all curves of the same people.
 */
final class PublishedCurves {

    private final Predicate<@Nullable Long> isSmall;

    PublishedCurves(Predicate<@Nullable Long> isSmall) {
        this.isSmall = isSmall;
    }

    /** The horizons whose rates are told of the people of a curve. */
    static List<Integer> toldHorizons(SurvivalCurve curve, List<RetentionRate> marked) {
        return marked.stream()
                .filter(rate -> rate.arm() == curve.arm() && isTold(rate))
                .map(RetentionRate::horizonDays)
                .toList();
    }

    /** The curves that count any leaving: one for each group of people. */
    static List<SurvivalCurve> ofAnyLeaving(List<SurvivalCurve> curves) {
        return curves.stream().filter(curve -> curve.leaving() == null).toList();
    }

    /** The curves of the same people that count one kind of leaving. */
    static List<SurvivalCurve> kindsOf(SurvivalCurve any, List<SurvivalCurve> curves) {
        return curves.stream()
                .filter(curve -> curve.arm() == any.arm() && curve.leaving() != null)
                .toList();
    }

    private static boolean isTold(RetentionRate rate) {
        return rate.withheld() == null && rate.followed() != null && rate.followed() > 0;
    }

    /** A rate; at risk are, as in published curves, those who had not left by the end of the day. */
    static RetentionRate redact(RetentionRate rate) {
        boolean shown = rate.withheld() == null;
        return new RetentionRate(
                rate.arm(),
                rate.horizonDays(),
                shown ? rate.followed() : null,
                shown ? rate.retained() : null,
                shown ? rate.rate() : null,
                shown ? rate.lower() : null,
                shown ? rate.upper() : null,
                shown ? rate.retained() : null,
                isTold(rate) ? rate.survival() : null,
                rate.reasons(),
                rate.withheld());
    }

    /** The curves of a program or of the company, given the marked rates of the same people. */
    List<SurvivalCurve> redact(List<SurvivalCurve> marked, List<RetentionRate> rates) {
        List<SurvivalCurve> published = new ArrayList<>();
        for (SurvivalCurve any : ofAnyLeaving(marked)) {
            List<SurvivalCurve> kinds = kindsOf(any, marked);
            List<SurvivalCurve> told =
                    kinds.stream().filter(kind -> kind.withheld() == null).toList();
            var steps = new Steps(any, told, isSmall);
            List<Integer> days = days(any, steps, rates);
            Stream.concat(Stream.of(any), kinds.stream())
                    .map(curve -> curve.withheld() == null ? redact(curve, steps, days) : withheld(curve))
                    .forEach(published::add);
        }
        return published;
    }

    /** The days that are told: those of the rates that are, and what fits between them. */
    private static List<Integer> days(SurvivalCurve any, Steps steps, List<RetentionRate> rates) {
        List<Integer> horizons = toldHorizons(any, rates);
        List<Integer> candidates = any.points().stream()
                .map(SurvivalPoint::day)
                .filter(SurvivalCurves::isReportDay)
                .filter(day -> rates.stream().noneMatch(rate -> rate.arm() == any.arm() && rate.horizonDays() == day))
                .toList();
        List<Integer> days = new ArrayList<>();
        int from = Steps.START;
        for (int horizon : horizons) {
            days.addAll(steps.daysBetween(from, horizon, candidates));
            days.add(horizon);
            from = horizon;
        }
        days.addAll(steps.daysBetween(from, Steps.END, candidates));
        return days;
    }

    private static SurvivalCurve redact(SurvivalCurve curve, Steps steps, List<Integer> days) {
        int lastInYear = days.stream().filter(day -> day <= curve.horizonDays()).reduce(Steps.START, (a, b) -> b);
        int last = days.isEmpty() ? Steps.START : days.get(days.size() - 1);
        return new SurvivalCurve(
                curve.arm(),
                curve.leaving(),
                curve.people(),
                steps.areSafe(last, Steps.END) ? curve.left() : null,
                points(curve, steps, days),
                steps.areSafe(lastInYear, curve.horizonDays()) ? curve.restrictedMeanDays() : null,
                curve.horizonDays(),
                curve.reasons(),
                null);
    }

    private static List<SurvivalPoint> points(SurvivalCurve curve, Steps steps, List<Integer> days) {
        Map<Integer, SurvivalPoint> exact =
                curve.points().stream().collect(Collectors.toMap(SurvivalPoint::day, Function.identity()));
        List<SurvivalPoint> points = new ArrayList<>();
        int from = Steps.START;
        for (int day : days) {
            int before = from;
            long left = curve.points().stream()
                    .filter(point -> point.day() > before && point.day() <= day)
                    .mapToLong(SurvivalPoint::left)
                    .sum();
            SurvivalPoint point = exact.get(day);
            if (point != null) {
                points.add(new SurvivalPoint(
                        day, steps.stayed(day), left, point.survival(), point.lower(), point.upper()));
            }
            from = day;
        }
        return points;
    }

    private static SurvivalCurve withheld(SurvivalCurve curve) {
        return new SurvivalCurve(
                curve.arm(),
                curve.leaving(),
                null,
                null,
                List.of(),
                null,
                curve.horizonDays(),
                List.of(),
                curve.withheld());
    }

    /**
     * A comparison, with the differences of the horizons at which both arms' rates are told.
     *
     * @param marked the marked rates of both arms
     * @param published the published curves of both arms
     */
    static @Nullable RetentionComparison redact(
            @Nullable RetentionComparison comparison, List<RetentionRate> marked, List<SurvivalCurve> published) {
        if (comparison == null) {
            return null;
        }
        if (comparison.withheld() != null) {
            return new RetentionComparison(
                    comparison.design(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    Evidence.WITHHELD,
                    List.of(),
                    comparison.withheld());
        }
        boolean meansTold = ofAnyLeaving(published).stream()
                .map(SurvivalCurve::restrictedMeanDays)
                .allMatch(Objects::nonNull);
        return new RetentionComparison(
                comparison.design(),
                comparison.logRank(),
                comparison.observedMinusExpected(),
                comparison.variance(),
                comparison.hazardRatio(),
                meansTold ? comparison.restrictedMeanDifferenceDays() : null,
                comparison.differences().stream()
                        .filter(difference -> marked.stream()
                                .filter(rate -> rate.horizonDays() == difference.horizonDays())
                                .allMatch(PublishedCurves::isTold))
                        .toList(),
                comparison.evidence(),
                comparison.reasons(),
                null);
    }
}
