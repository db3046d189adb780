package io.cultivar.metricsapi.tables;

import io.cultivar.contract.event.Arm;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.RetentionRate;
import io.cultivar.contract.result.Withheld;
import io.cultivar.metricsapi.explained.ExplainedReason;
import io.cultivar.metricsapi.explained.ProgramFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many people of one arm stayed; the meaning of each figure is that of {@link RetentionRate}. */
record RetentionRow(
        String program,
        @Nullable String title,
        Arm arm,
        int horizonDays,
        @Nullable Long followed,
        @Nullable Long retained,
        @Nullable Double rate,
        @Nullable Double lower,
        @Nullable Double upper,
        @Nullable Long atRisk,
        @Nullable Bounded survival,
        List<ExplainedReason> reasons,
        @Nullable Withheld withheld) {

    static RetentionRow of(ProgramResult program, RetentionRate rate) {
        return new RetentionRow(
                program.program(),
                ProgramFacts.title(program),
                rate.arm(),
                rate.horizonDays(),
                rate.followed(),
                rate.retained(),
                rate.rate(),
                rate.lower(),
                rate.upper(),
                rate.atRisk(),
                rate.survival(),
                ExplainedReason.all(rate.reasons()),
                rate.withheld());
    }
}
