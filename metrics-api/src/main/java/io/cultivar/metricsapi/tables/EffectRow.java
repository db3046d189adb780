package io.cultivar.metricsapi.tables;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.cultivar.contract.event.Better;
import io.cultivar.contract.event.Design;
import io.cultivar.contract.event.MetricDefined;
import io.cultivar.contract.result.AdjustedP;
import io.cultivar.contract.result.Comparison;
import io.cultivar.contract.result.Decision;
import io.cultivar.contract.result.Effect;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Withheld;
import io.cultivar.metricsapi.explained.ExplainedEvidence;
import io.cultivar.metricsapi.explained.ExplainedReason;
import io.cultivar.metricsapi.explained.ProgramFacts;
import io.cultivar.metricsapi.published.Snapshot;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a program did to one metric; the meaning of each figure is that of {@link Effect} and {@link Comparison}, whose
 * fields stand beside the others. n of an arm is its measured.
 *
 * @param p of a primary metric: always-valid where there is one, else the fixed one
 * @param adjustedP the same, adjusted for the number of programs (Benjamini and Hochberg)
 * @param evidence null where withheld
 * @param decision null where withheld
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
        @JsonUnwrapped @Nullable Comparison comparison,
        @Nullable Double p,
        @Nullable Double adjustedP,
        @Nullable ExplainedEvidence evidence,
        @Nullable Decision decision,
        List<ExplainedReason> reasons,
        @Nullable Withheld withheld) {

    static EffectRow of(Snapshot snapshot, ProgramResult program, Effect effect) {
        Optional<MetricDefined> metric = Optional.ofNullable(effect.definition());
        Optional<AdjustedP> adjusted = snapshot.adjustedP(program, effect);
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
                effect.comparison(),
                adjusted.map(AdjustedP::p).orElse(null),
                adjusted.map(AdjustedP::adjusted).orElse(null),
                ExplainedEvidence.of(effect.evidence(), effect.withheld()),
                effect.withheld() == null ? effect.decision() : null,
                ExplainedReason.all(effect.reasons()),
                effect.withheld());
    }
}
