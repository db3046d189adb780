package io.cultivar.evaluation.program;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.event.LeavingKind;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Interval;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.RetentionRate;
import io.cultivar.contract.result.SurvivalCurve;
import io.cultivar.evaluation.statistics.KaplanMeier;
import io.cultivar.evaluation.statistics.Lifetimes;
import io.cultivar.evaluation.statistics.Proportion;
import io.cultivar.evaluation.statistics.SurvivalCurves;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long people stayed after their index date. The plain rate is among those whose index date lies so far back: everybody
 * counted was watched for the whole time, so that it is unbiased; the Kaplan-Meier estimate beside it uses the others too.
 */
final class RetentionEvaluation {

    private RetentionEvaluation() {}

    /** The rates by arm and horizon. */
    static List<RetentionRate> of(ProgramSums sums, Instant asOf) {
        List<RetentionRate> rates = new ArrayList<>();
        for (Arm arm : Arm.values()) {
            Stays stays = Stays.of(sums, arm, asOf);
            if (!stays.isEmpty()) {
                Lifetimes lifetimes = stays.lifetimes(null);
                SurvivalCurves.HORIZONS_DAYS.forEach(horizon -> rates.add(rate(arm, stays, lifetimes, horizon)));
            }
        }
        return rates;
    }

    /** The curves by arm: any leaving, then voluntary leaving. */
    static List<SurvivalCurve> curves(ProgramSums sums, Instant asOf) {
        List<SurvivalCurve> curves = new ArrayList<>();
        for (Arm arm : Arm.values()) {
            Stays stays = Stays.of(sums, arm, asOf);
            if (!stays.isEmpty()) {
                curves.add(SurvivalCurves.of(arm, null, stays.lifetimes(null)));
                curves.add(SurvivalCurves.of(arm, LeavingKind.VOLUNTARY, stays.lifetimes(LeavingKind.VOLUNTARY)));
            }
        }
        return curves;
    }

    private static RetentionRate rate(Arm arm, Stays stays, Lifetimes lifetimes, int horizon) {
        long followed = stays.followed(horizon);
        long retained = stays.retained(horizon);
        long atRisk = lifetimes.atRisk(horizon);
        Bounded survival = survival(KaplanMeier.of(lifetimes).at(horizon));
        if (followed == 0) {
            Reason reason = stays.people() == 0 ? Reason.NO_EMPLOYMENT_DATA : Reason.FOLLOW_UP_TOO_SHORT;
            return new RetentionRate(arm, horizon, 0L, 0L, null, null, null, atRisk, survival, List.of(reason), null);
        }
        var rate = new Proportion(retained, followed);
        Interval wilson = rate.wilson();
        return new RetentionRate(
                arm,
                horizon,
                followed,
                retained,
                rate.share(),
                wilson.lower(),
                wilson.upper(),
                atRisk,
                survival,
                List.of(),
                null);
    }

    private static @Nullable Bounded survival(Optional<KaplanMeier.Point> point) {
        return point.map(found -> found.interval()
                        .map(ends -> new Bounded(found.survival(), ends.lower(), ends.upper(), null))
                        .orElse(new Bounded(found.survival(), null, null, null)))
                .orElse(null);
    }
}
