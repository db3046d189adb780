package io.cultivar.metricsapi.published;

import static io.cultivar.metricsapi.published.SampleFigures.bounded;
import static io.cultivar.metricsapi.published.SampleFigures.fixedBounded;

import io.cultivar.contract.result.AvoidedTurnover;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Decision;
import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.Grade;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.ReturnFigures;
import io.cultivar.contract.result.Returns;
import io.cultivar.contract.result.ReturnsBasis;
import io.cultivar.contract.result.UtilityModel;
import io.cultivar.contract.result.Withheld;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the sample programs returned. */
public final class SampleReturns {

    private SampleReturns() {}

    static Returns winner() {
        return returns(bounded(1.4, 0.5), Grade.B, Decision.EXPAND);
    }

    /** The winner's return where a leaver costs this much; the mean salary is 50,000, and the other figures stay. */
    public static Returns leaving(double costPerLeaver) {
        return returns(bounded(1.4, 0.5), Grade.B, Decision.EXPAND, costPerLeaver);
    }

    /** The winner's return with another ROI, grade and decision; the other figures stay. */
    public static Returns returns(Bounded roi, Grade grade, Decision decision) {
        return returns(roi, grade, decision, 12_000);
    }

    private static Returns returns(Bounded roi, Grade grade, Decision decision, double costPerLeaver) {
        return new Returns(
                "EUR",
                List.of("sales"),
                List.of("morale"),
                ReturnsBasis.CONTROL_GROUP,
                12.0,
                true,
                new ReturnFigures(
                        48,
                        47,
                        bounded(57_600, 12_000),
                        6_000,
                        90.0,
                        17_000.0,
                        new AvoidedTurnover(
                                "stay",
                                365,
                                50,
                                49,
                                fixedBounded(2.5, 0.5, 4.5),
                                costPerLeaver,
                                true,
                                50_000.0,
                                45L,
                                fixedBounded(30_000, 6_000, 54_000)),
                        fixedBounded(24_000, 22_000, 26_000),
                        bounded(33_600, 12_000),
                        roi,
                        new Bounded(2.4, null, null, null),
                        5.0,
                        bounded(32_000, 11_000),
                        5.5,
                        0.995),
                new UtilityModel(48, 46, 45, 1, 1.2, 20_000, 1_152_000, null),
                new Evidence(grade, List.of(Reason.BASELINE_ADJUST)),
                decision,
                List.of(),
                null);
    }

    static Returns withheld() {
        return absent("EUR", List.of("sales"), 12.0, true, List.of(), Withheld.SMALL_GROUP);
    }

    static Returns undefined() {
        return absent(null, List.of(), null, false, List.of(Reason.NOT_DEFINED, Reason.NO_COST), null);
    }

    private static Returns absent(
            @Nullable String currency,
            List<String> outcomes,
            @Nullable Double horizonMonths,
            boolean provisional,
            List<Reason> reasons,
            @Nullable Withheld withheld) {
        return new Returns(
                currency,
                outcomes,
                List.of(),
                null,
                horizonMonths,
                provisional,
                null,
                null,
                SampleFigures.weakest(),
                Decision.NOT_PROVEN_YET,
                reasons,
                withheld);
    }
}
