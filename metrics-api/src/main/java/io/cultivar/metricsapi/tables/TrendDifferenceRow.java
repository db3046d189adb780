package io.cultivar.metricsapi.tables;

import io.cultivar.contract.result.Bucket;
import io.cultivar.contract.result.Estimate;
import io.cultivar.contract.result.Withheld;
import io.cultivar.evaluation.statistics.WelchDifference;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Treatment against control in one period of a metric: whether what the program did lasts. From what is published of each
 * arm alone. The arms may have differed before the program; what it changed is in {@code /v1/effects}.
 *
 * @param to first day after the period
 * @param periods how many published periods it is put together from, in the arm that has more
 * @param provisional whether the period is not over
 * @param treated people of the treatment arm with a value in it; null where several published periods are put together
 * @param controls the same of the control arm
 * @param difference mean of treatment minus mean of control, in the metric's unit
 * @param standardError of the difference (Welch); null where several periods are put together, whose values are not
 *     independent, and where an arm has one value or neither varies
 * @param degreesOfFreedom of its t distribution
 * @param lower lower end of the 95 % interval for one look
 * @param upper its upper end
 * @param withheld why nothing is told: one of the arms is withheld
 */
public record TrendDifferenceRow(
        String program,
        @Nullable String title,
        String metric,
        Bucket bucket,
        LocalDate from,
        LocalDate to,
        int periods,
        boolean provisional,
        @Nullable Long treated,
        @Nullable Long controls,
        @Nullable Double difference,
        @Nullable Double standardError,
        @Nullable Double degreesOfFreedom,
        @Nullable Double lower,
        @Nullable Double upper,
        @Nullable Withheld withheld)
        implements Dated {

    static TrendDifferenceRow of(TrendRow treatment, TrendRow control) {
        Optional<Withheld> withheld = Stream.of(treatment, control)
                .flatMap(arm -> Stream.ofNullable(arm.withheld()))
                .findFirst();
        boolean told = withheld.isEmpty();
        int periods = Math.max(treatment.periods(), control.periods());
        Double treated = treatment.mean();
        Double controls = control.mean();
        Estimate estimate = told && periods == 1 ? welch(treatment, control).orElse(null) : null;
        return new TrendDifferenceRow(
                treatment.program(),
                treatment.title(),
                treatment.metric(),
                treatment.bucket(),
                treatment.from(),
                treatment.to(),
                periods,
                treatment.provisional() || control.provisional(),
                told ? treatment.measured() : null,
                told ? control.measured() : null,
                !told || treated == null || controls == null ? null : treated - controls,
                estimate == null ? null : estimate.standardError(),
                estimate == null ? null : estimate.degreesOfFreedom(),
                estimate == null ? null : estimate.lower(),
                estimate == null ? null : estimate.upper(),
                withheld.orElse(null));
    }

    private static Optional<Estimate> welch(TrendRow treatment, TrendRow control) {
        return sample(treatment)
                .flatMap(treated -> sample(control).flatMap(controls -> WelchDifference.of(treated, controls)));
    }

    private static Optional<WelchDifference.Sample> sample(TrendRow arm) {
        Long people = arm.measured();
        Double mean = arm.mean();
        Double deviation = arm.standardDeviation();
        return people == null || mean == null || deviation == null
                ? Optional.empty()
                : Optional.of(new WelchDifference.Sample(people, mean, deviation));
    }
}
