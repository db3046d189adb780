package io.cultivar.metricsapi;

import io.cultivar.contract.event.Design;
import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.event.ProgramFormat;
import io.cultivar.contract.event.Sourcing;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Participation;
import io.cultivar.contract.result.ProgramResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One program at a glance.
 *
 * @param state what is known about its return, in plain words
 * @param reasons of its costs and of its return, why something is absent
 */
record ProgramRow(
        String program,
        @Nullable String title,
        Instant asOf,
        boolean refolding,
        @Nullable Sourcing sourcing,
        @Nullable String provider,
        @Nullable String skillArea,
        @Nullable ProgramFormat format,
        @Nullable Design design,
        @Nullable Integer eligible,
        Participation participation,
        @Nullable Bounded roi,
        boolean provisional,
        String state,
        List<ExplainedReason> reasons) {

    static ProgramRow of(ProgramResult program) {
        Optional<ProgramDefined> definition = Optional.ofNullable(program.definition());
        return new ProgramRow(
                program.program(),
                ProgramFacts.title(program),
                program.asOf(),
                program.refolding(),
                definition.map(ProgramDefined::sourcing).orElse(null),
                definition.map(ProgramDefined::provider).orElse(null),
                definition.map(ProgramDefined::skillArea).orElse(null),
                definition.map(ProgramDefined::format).orElse(null),
                ProgramFacts.design(program).orElse(null),
                definition.map(ProgramDefined::eligible).orElse(null),
                program.participation(),
                program.returns().roi(),
                program.returns().provisional(),
                ProgramState.of(program),
                ExplainedReason.all(ProgramFacts.moneyReasons(program)));
    }
}
