package io.cultivar.contract.result;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A weighted mean of group-time effects.
 *
 * @param start the cohort that it is of; null where it is over all
 * @param period the calendar period that it is of; null where it is over all
 * @param elapsed periods since the turn came (event time; negative is before); null where it is over all
 * @param effect the effect with its influence-function standard error
 */
public record AggregateEffect(
        @Nullable LocalDate start,
        @Nullable LocalDate period,
        @Nullable Integer elapsed,
        LargeSample effect) {}
