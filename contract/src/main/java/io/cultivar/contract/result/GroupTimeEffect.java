package io.cultivar.contract.result;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * ATT(g, t): the effect in one period on those whose turn came in another.
 *
 * @param start first day of the period g in which their turn came
 * @param period first day of the period t
 * @param treated people of the cohort measured in the base period and in t
 * @param controls people of the comparison group measured in both
 * @param treatedComplete of the treated, those measured in every period of the panel, behind the aggregates
 * @param controlsComplete of the controls, those measured in every period of the panel
 * @param effect mean change of the treated minus that of the controls; null where not estimable or withheld
 * @param withheld why publication withholds the numbers; null where it does not
 */
public record GroupTimeEffect(
        LocalDate start,
        LocalDate period,
        @Nullable Long treated,
        @Nullable Long controls,
        @Nullable Long treatedComplete,
        @Nullable Long controlsComplete,
        @Nullable LargeSample effect,
        @Nullable Withheld withheld) {}
