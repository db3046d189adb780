package io.cultivar.metricsapi.published;

import static io.cultivar.metricsapi.published.SampleFigures.bounded;
import static io.cultivar.metricsapi.published.SampleFigures.fixedBounded;
import static io.cultivar.metricsapi.published.SampleFigures.largeSample;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Bucket;
import io.cultivar.contract.result.Decision;
import io.cultivar.contract.result.Grade;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.StaggeredEffect;
import io.cultivar.contract.result.SurvivalCurve;
import io.cultivar.contract.result.SurvivalPoint;
import io.cultivar.contract.result.TreatmentStart;
import io.cultivar.contract.result.TrendPoint;
import io.cultivar.contract.result.Withheld;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Programs with every answer that there is, and enough months and days to draw. */
public final class SamplePage {

    static final String UNPROVEN = "unproven/one";
    static final String STOPPED = "stopped";

    private SamplePage() {}

    public static Snapshot snapshot() {
        return SamplePrograms.snapshot(List.of(
                winner(),
                judged(UNPROVEN, fixedBounded(0.25, -0.5, 1), Grade.C, Decision.NOT_PROVEN_YET),
                judged(STOPPED, bounded(-1.5, 0.5), Grade.A, Decision.STOP_OR_FIX),
                SamplePrograms.undefined(),
                SamplePrograms.withheld()));
    }

    /** The winner, with a year of months and a curve of both arms. */
    public static ProgramResult winner() {
        return winner(SamplePrograms.winner().starts(), SamplePrograms.winner().staggered());
    }

    /** The same, begun at other times. */
    public static ProgramResult winner(List<TreatmentStart> starts, List<StaggeredEffect> rollouts) {
        ProgramResult sample = SamplePrograms.winner();
        return new ProgramResult(
                sample.program(),
                sample.definition(),
                sample.asOf(),
                sample.refolding(),
                sample.participation(),
                starts,
                sample.effects(),
                rollouts,
                sample.assessments(),
                sample.feedback(),
                sample.retention(),
                List.of(curve(Arm.TREATMENT, 0.01), curve(Arm.CONTROL, 0.03)),
                sample.retentionComparison(),
                months(),
                sample.costs(),
                sample.returns());
    }

    /** The winner, whose effects say that another thing should be done. */
    public static ProgramResult deciding(Decision decision) {
        ProgramResult winner = SamplePrograms.winner();
        return new ProgramResult(
                winner.program(),
                winner.definition(),
                winner.asOf(),
                winner.refolding(),
                winner.participation(),
                winner.starts(),
                winner.effects().stream()
                        .map(effect -> SampleFigures.deciding(effect, decision))
                        .toList(),
                winner.staggered(),
                winner.assessments(),
                winner.feedback(),
                winner.retention(),
                winner.survival(),
                winner.retentionComparison(),
                winner.trends(),
                winner.costs(),
                winner.returns());
    }

    private static SurvivalCurve curve(Arm arm, double step) {
        List<SurvivalPoint> points = IntStream.rangeClosed(0, 6)
                .mapToObj(month -> new SurvivalPoint(
                        month * 30,
                        50 - month,
                        month == 0 ? 0 : 1,
                        1 - month * step,
                        month == 0 ? null : 1 - month * step - 0.05,
                        month == 0 ? null : 1 - month * step * 0.5))
                .toList();
        return new SurvivalCurve(arm, null, 50L, 6L, points, largeSample(358, 4), 365, List.of(), null);
    }

    private static List<TrendPoint> months() {
        return Stream.of(Arm.values())
                .flatMap(arm -> IntStream.rangeClosed(1, 12)
                        .mapToObj(month -> month == 12 && arm == Arm.CONTROL
                                ? new TrendPoint(
                                        "sales",
                                        arm,
                                        Bucket.MONTH,
                                        LocalDate.of(2025, month, 1),
                                        null,
                                        null,
                                        null,
                                        Withheld.SMALL_GROUP)
                                : new TrendPoint(
                                        "sales",
                                        arm,
                                        Bucket.MONTH,
                                        LocalDate.of(2025, month, 1),
                                        40L,
                                        100 + (arm == Arm.TREATMENT ? month : 0.5 * month),
                                        12.5,
                                        null)))
                .toList();
    }

    private static ProgramResult judged(String id, Bounded roi, Grade grade, Decision decision) {
        ProgramResult sample = SamplePrograms.returning(SampleReturns.returns(roi, grade, decision));
        return new ProgramResult(
                id,
                sample.definition(),
                sample.asOf(),
                sample.refolding(),
                sample.participation(),
                sample.starts(),
                sample.effects(),
                sample.staggered(),
                sample.assessments(),
                sample.feedback(),
                sample.retention(),
                sample.survival(),
                sample.retentionComparison(),
                sample.trends(),
                sample.costs(),
                sample.returns());
    }
}
