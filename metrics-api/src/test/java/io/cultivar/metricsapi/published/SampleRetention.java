package io.cultivar.metricsapi.published;

import static io.cultivar.metricsapi.published.SampleFigures.fixedBounded;
import static io.cultivar.metricsapi.published.SampleFigures.largeSample;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.event.LeavingKind;
import io.cultivar.contract.result.ChiSquareTest;
import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.Grade;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.RetentionComparison;
import io.cultivar.contract.result.RetentionDifference;
import io.cultivar.contract.result.RetentionRate;
import io.cultivar.contract.result.SurvivalCurve;
import io.cultivar.contract.result.SurvivalPoint;
import io.cultivar.contract.result.Withheld;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who stayed, in the sample program and in the sample company. */
final class SampleRetention {

    private SampleRetention() {}

    static List<RetentionRate> rates() {
        return List.of(
                new RetentionRate(
                        Arm.TREATMENT,
                        90,
                        50L,
                        49L,
                        0.98,
                        0.895,
                        0.9965,
                        50L,
                        fixedBounded(0.975, 0.86, 0.9959),
                        List.of(),
                        null),
                new RetentionRate(
                        Arm.TREATMENT,
                        365,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(Reason.FOLLOW_UP_TOO_SHORT),
                        null),
                withheldRate());
    }

    static RetentionRate withheldRate() {
        return new RetentionRate(
                Arm.CONTROL, 90, null, null, null, null, null, null, null, List.of(), Withheld.COMPLEMENTARY);
    }

    static List<SurvivalCurve> curves() {
        return List.of(
                new SurvivalCurve(
                        Arm.TREATMENT,
                        null,
                        50L,
                        1L,
                        List.of(new SurvivalPoint(75, 40, 1, 0.975, 0.86, 0.9959)),
                        largeSample(358, 4),
                        365,
                        List.of(),
                        null),
                withheldCurve(Arm.CONTROL, null));
    }

    static SurvivalCurve withheldCurve(@Nullable Arm arm, @Nullable LeavingKind leaving) {
        return new SurvivalCurve(arm, leaving, null, null, List.of(), null, 365, List.of(), Withheld.SMALL_GROUP);
    }

    static RetentionComparison comparison() {
        return new RetentionComparison(
                Design.RANDOMIZED,
                new ChiSquareTest(2.25, 1, 0.1336),
                -1.5,
                1.0,
                fixedBounded(0.2231, 0.0314, 1.5844),
                largeSample(6, 4),
                List.of(new RetentionDifference(
                        90, fixedBounded(0.03, -0.05, 0.11), true, 0.12, List.of(Reason.CANNOT_BE_PROVEN))),
                new Evidence(Grade.A, List.of()),
                List.of(),
                null);
    }

    static RetentionComparison withheldComparison() {
        return new RetentionComparison(
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                SampleFigures.weakest(),
                List.of(),
                Withheld.SMALL_GROUP);
    }

    /** How long people stay in the company: any leaving, with enough points; the voluntary one withheld. */
    static List<SurvivalCurve> workforce() {
        return List.of(
                new SurvivalCurve(
                        null,
                        null,
                        400L,
                        60L,
                        List.of(
                                new SurvivalPoint(30, 390, 20, 0.95, 0.92, 0.97),
                                new SurvivalPoint(180, 300, 20, 0.9, 0.86, 0.93),
                                new SurvivalPoint(400, 100, 20, 0.75, 0.69, 0.8)),
                        largeSample(330, 5),
                        365,
                        List.of(),
                        null),
                withheldCurve(null, LeavingKind.VOLUNTARY));
    }
}
