package io.cultivar.evaluation.disclosure;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.result.RetentionComparison;
import io.cultivar.contract.result.RetentionRate;
import io.cultivar.contract.result.SurvivalCurve;
import io.cultivar.contract.result.Withheld;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which rates, curves and comparisons of retention are withheld. A rate is, where few were followed, stayed or left, or where
 * one of these can be had by subtracting rates or points of curves from each other. A curve is, where few people left or
 * stayed; that of one kind of leaving also where few left otherwise. A comparison is, where an arm's curve is or where an arm
 * has fewer people than an effect needs.
 */
final class RetentionDisclosure {

    private final Predicate<@Nullable Long> isSmall;

    RetentionDisclosure(Predicate<@Nullable Long> isSmall) {
        this.isSmall = isSmall;
    }

    /** Marks rates, given the exact curves of the same people. */
    List<RetentionRate> markRates(List<RetentionRate> rates, List<SurvivalCurve> curves) {
        List<RetentionRate> marked = new ArrayList<>();
        for (Arm arm : Arm.values()) {
            List<RetentionRate> ofArm =
                    rates.stream().filter(rate -> rate.arm() == arm).toList();
            curves.stream()
                    .filter(curve -> curve.arm() == arm && curve.leaving() == null)
                    .findFirst()
                    .ifPresentOrElse(
                            any -> marked.addAll(markRates(ofArm, any)),
                            () -> ofArm.forEach(rate -> marked.add(marked(rate, small(rate)))));
        }
        return marked;
    }

    private List<RetentionRate> markRates(List<RetentionRate> rates, SurvivalCurve any) {
        var steps = new Steps(any, List.of(), isSmall);
        List<RetentionRate> marked = new ArrayList<>();
        int told = Steps.START;
        long followedBefore = count(any.people());
        long earlyBefore = 0;
        for (RetentionRate rate : rates) {
            long followed = count(rate.followed());
            // Who left, but came too late to have been followed for so long.
            long early = steps.left(rate.horizonDays()) - (followed - count(rate.retained()));
            Withheld withheld = small(rate);
            if (withheld == null
                    && followed > 0
                    && (isSmall.test(followedBefore - followed)
                            || isSmall.test(early - earlyBefore)
                            || !steps.areSafe(told, rate.horizonDays()))) {
                withheld = Withheld.COMPLEMENTARY;
            }
            if (withheld == null && followed > 0) {
                told = rate.horizonDays();
                followedBefore = followed;
                earlyBefore = early;
            }
            marked.add(marked(rate, withheld));
        }
        return marked;
    }

    private @Nullable Withheld small(RetentionRate rate) {
        return isSmall.test(rate.followed())
                        || isSmall.test(rate.retained())
                        || isSmall.test(count(rate.followed()) - count(rate.retained()))
                ? Withheld.SMALL_GROUP
                : null;
    }

    private static long count(@Nullable Long people) {
        return people == null ? 0 : people;
    }

    private static RetentionRate marked(RetentionRate rate, @Nullable Withheld withheld) {
        return new RetentionRate(
                rate.arm(),
                rate.horizonDays(),
                rate.followed(),
                rate.retained(),
                rate.rate(),
                rate.lower(),
                rate.upper(),
                rate.atRisk(),
                rate.survival(),
                rate.reasons(),
                withheld);
    }

    /** Marks the curves of a program or of the company, given the rates of the same people as {@link #markRates} marked them. */
    List<SurvivalCurve> markCurves(List<SurvivalCurve> curves, List<RetentionRate> rates) {
        List<SurvivalCurve> marked = new ArrayList<>();
        for (SurvivalCurve any : PublishedCurves.ofAnyLeaving(curves)) {
            Withheld withheld = small(any);
            marked.add(marked(any, withheld));
            List<SurvivalCurve> told = new ArrayList<>();
            for (SurvivalCurve kind : PublishedCurves.kindsOf(any, curves)) {
                told.add(kind);
                Withheld why = withheld == null ? whyWithheld(any, told, kind, rates) : withheld;
                if (why != null) {
                    told.remove(kind);
                }
                marked.add(marked(kind, why));
            }
        }
        return marked;
    }

    /** Between the days whose rates are told, neither those who left for one reason nor all others may be few. */
    private @Nullable Withheld whyWithheld(
            SurvivalCurve any, List<SurvivalCurve> told, SurvivalCurve kind, List<RetentionRate> rates) {
        if (isSafe(new Steps(any, told, isSmall), PublishedCurves.toldHorizons(any, rates))) {
            return null;
        }
        return isSmall.test(kind.left()) ? Withheld.SMALL_GROUP : Withheld.COMPLEMENTARY;
    }

    private static boolean isSafe(Steps steps, List<Integer> horizons) {
        int last = Steps.START;
        for (int horizon : horizons) {
            if (!steps.areSafe(last, horizon)) {
                return false;
            }
            last = horizon;
        }
        return steps.areSafe(Steps.START, Steps.END);
    }

    private @Nullable Withheld small(SurvivalCurve any) {
        return isSmall.test(any.people())
                        || isSmall.test(any.left())
                        || isSmall.test(count(any.people()) - count(any.left()))
                ? Withheld.SMALL_GROUP
                : null;
    }

    private static SurvivalCurve marked(SurvivalCurve curve, @Nullable Withheld withheld) {
        return new SurvivalCurve(
                curve.arm(),
                curve.leaving(),
                curve.people(),
                curve.left(),
                curve.points(),
                curve.restrictedMeanDays(),
                curve.horizonDays(),
                curve.reasons(),
                withheld);
    }

    /**
     * Marks a comparison.
     *
     * @param marked the curves of the same people as {@link #markCurves} marked them
     * @param leastArm how many people an arm needs
     */
    @Nullable
    RetentionComparison mark(@Nullable RetentionComparison comparison, List<SurvivalCurve> marked, long leastArm) {
        if (comparison == null) {
            return null;
        }
        boolean small = PublishedCurves.ofAnyLeaving(marked).stream()
                .anyMatch(curve ->
                        curve.withheld() != null || (count(curve.people()) > 0 && count(curve.people()) < leastArm));
        return new RetentionComparison(
                comparison.design(),
                comparison.logRank(),
                comparison.observedMinusExpected(),
                comparison.variance(),
                comparison.hazardRatio(),
                comparison.restrictedMeanDifferenceDays(),
                comparison.differences(),
                comparison.evidence(),
                comparison.reasons(),
                small ? Withheld.SMALL_GROUP : null);
    }
}
