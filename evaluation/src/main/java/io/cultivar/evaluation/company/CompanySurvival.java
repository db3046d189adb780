package io.cultivar.evaluation.company;

import io.cultivar.contract.event.LeavingKind;
import io.cultivar.contract.result.SurvivalCurve;
import io.cultivar.evaluation.statistics.Lifetimes;
import io.cultivar.evaluation.statistics.SurvivalCurves;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Sums;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long people stay in the company from their hire on. A person who was hired again counts once for each employment. */
public final class CompanySurvival {

    private CompanySurvival() {}

    /**
     * The curves for any leaving, for voluntary and for involuntary leaving; in the latter two, who left otherwise is watched
     * until that day.
     *
     * @param cells the company's sums; all but {@link Cell.Tenure} are passed over
     * @param asOf the instant that the sums were folded for
     */
    public static List<SurvivalCurve> of(Map<Cell, Sums> cells, Instant asOf) {
        return List.of(
                curve(cells, asOf, null),
                curve(cells, asOf, LeavingKind.VOLUNTARY),
                curve(cells, asOf, LeavingKind.INVOLUNTARY));
    }

    private static SurvivalCurve curve(Map<Cell, Sums> cells, Instant asOf, @Nullable LeavingKind leaving) {
        var lifetimes = new Lifetimes.Builder(
                asOf.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay(), leaving);
        cells.forEach((cell, sums) -> {
            if (cell instanceof Cell.Tenure tenure) {
                lifetimes.add(tenure.entryDay(), tenure.exitDay(), tenure.kind(), sums.count(0));
            }
        });
        return SurvivalCurves.of(null, leaving, lifetimes.build());
    }
}
