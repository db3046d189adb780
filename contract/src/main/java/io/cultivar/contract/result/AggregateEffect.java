package io.cultivar.contract.result;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A weighted mean of group-time effects.
 *
 * @param start the cohort that it is of; null where it is over all
 * @param period the calendar period that it is of; null where it is over all
 * @param elapsed periods since the turn came (event time; negative is before); null where it is over all
 * @param treated people of the cohorts in it, measured in every period; null where published and withheld
 * @param smallest of them those of the smallest cohort
 * @param controls people of the smallest comparison group in it, measured in every period
 * @param effect the effect with its influence-function standard error; null where it does not vary or is withheld
 * @param withheld why publication withholds the numbers; null where it does not
 */
public record AggregateEffect(
        @Nullable LocalDate start,
        @Nullable LocalDate period,
        @Nullable Integer elapsed,
        @Nullable Long treated,
        @Nullable Long smallest,
        @Nullable Long controls,
        @Nullable LargeSample effect,
        @Nullable Withheld withheld) {}
