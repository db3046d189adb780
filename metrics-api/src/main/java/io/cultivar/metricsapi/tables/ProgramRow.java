package io.cultivar.metricsapi.tables;

import io.cultivar.contract.event.Design;
import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.event.ProgramFormat;
import io.cultivar.contract.event.Sourcing;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Decision;
import io.cultivar.contract.result.Participation;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Returns;
import io.cultivar.metricsapi.explained.ExplainedEvidence;
import io.cultivar.metricsapi.explained.ExplainedReason;
import io.cultivar.metricsapi.explained.ProgramFacts;
import io.cultivar.metricsapi.explained.ProgramState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One program at a glance.
 *
 * @param state what is known about its return, in plain words
 * @param started first day of the period of the program in which treatment began for at least nine of ten of the treated;
 *     absent where there is no such period, or they are too few
 * @param evidence of its return; null where that is withheld
 * @param decision what the evidence says should be done; null where the return is withheld
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
        @Nullable LocalDate started,
        Participation participation,
        @Nullable Bounded roi,
        boolean provisional,
        @Nullable ExplainedEvidence evidence,
        @Nullable Decision decision,
        String state,
        List<ExplainedReason> reasons) {

    static ProgramRow of(ProgramResult program) {
        Optional<ProgramDefined> definition = Optional.ofNullable(program.definition());
        Returns returns = program.returns();
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
                ProgramFacts.started(program).orElse(null),
                program.participation(),
                returns.roi(),
                returns.provisional(),
                ExplainedEvidence.of(returns.evidence(), returns.withheld()),
                returns.withheld() == null ? returns.decision() : null,
                ProgramState.of(program),
                ExplainedReason.all(ProgramFacts.moneyReasons(program, returns)));
    }
}
