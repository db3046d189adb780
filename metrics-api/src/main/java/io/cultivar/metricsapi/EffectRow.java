package io.cultivar.metricsapi;

import io.cultivar.contract.event.Better;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.event.MetricDefined;
import io.cultivar.contract.result.ArmChange;
import io.cultivar.contract.result.Balance;
import io.cultivar.contract.result.Effect;
import io.cultivar.contract.result.Estimate;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Standardized;
import io.cultivar.contract.result.Withheld;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a program did to one metric; the meaning of each figure is that of {@link Effect}, n of an arm is its measured.
 */
record EffectRow(
        String program,
        @Nullable String title,
        String metric,
        @Nullable String metricTitle,
        @Nullable String unit,
        @Nullable Better better,
        boolean primary,
        @Nullable Design design,
        boolean provisional,
        @Nullable ArmChange treatment,
        @Nullable ArmChange control,
        @Nullable Estimate differenceInDifferences,
        @Nullable Estimate postOnly,
        @Nullable Estimate ancova,
        @Nullable Standardized hedgesG,
        @Nullable Balance baseline,
        @Nullable Estimate placebo,
        List<ExplainedReason> reasons,
        @Nullable Withheld withheld) {

    static EffectRow of(ProgramResult program, Effect effect) {
        Optional<MetricDefined> metric = Optional.ofNullable(effect.definition());
        return new EffectRow(
                program.program(),
                ProgramFacts.title(program),
                effect.metric(),
                metric.map(MetricDefined::title).orElse(null),
                metric.map(MetricDefined::unit).orElse(null),
                metric.map(MetricDefined::better).orElse(null),
                effect.primary(),
                effect.design(),
                effect.provisional(),
                effect.treatment(),
                effect.control(),
                effect.differenceInDifferences(),
                effect.postOnly(),
                effect.ancova(),
                effect.hedgesG(),
                effect.baseline(),
                effect.placebo(),
                ExplainedReason.all(effect.reasons()),
                effect.withheld());
    }
}
