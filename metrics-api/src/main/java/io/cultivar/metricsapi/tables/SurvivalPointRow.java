package io.cultivar.metricsapi.tables;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.LeavingKind;
import io.cultivar.contract.result.SurvivalPoint;
import io.cultivar.contract.result.Withheld;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One step of a survival curve; the meaning of each figure is that of {@link SurvivalPoint}. A curve without steps has one
 * row without a day, which says why.
 *
 * @param program null for the whole company, from the day of hire on
 */
record SurvivalPointRow(
        @Nullable String program,
        @Nullable String title,
        @Nullable Arm arm,
        @Nullable LeavingKind leaving,
        @Nullable Integer day,
        @Nullable Long atRisk,
        @Nullable Long left,
        @Nullable Double survival,
        @Nullable Double lower,
        @Nullable Double upper,
        @Nullable Withheld withheld) {

    static Stream<SurvivalPointRow> all(SurvivalRow curve) {
        return curve.points().isEmpty()
                ? Stream.of(of(curve, null))
                : curve.points().stream().map(point -> of(curve, point));
    }

    private static SurvivalPointRow of(SurvivalRow curve, @Nullable SurvivalPoint point) {
        return new SurvivalPointRow(
                curve.program(),
                curve.title(),
                curve.arm(),
                curve.leaving(),
                point == null ? null : point.day(),
                point == null ? null : point.atRisk(),
                point == null ? null : point.left(),
                point == null ? null : point.survival(),
                point == null ? null : point.lower(),
                point == null ? null : point.upper(),
                curve.withheld());
    }
}
