package io.cultivar.metricsapi;

import io.cultivar.contract.event.Design;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Returns;
import io.cultivar.contract.result.Withheld;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one program returned; the meaning of each figure is that of {@link Returns}, {@code cost} is the fully loaded
 * one.
 */
record RoiRow(
        String program,
        @Nullable String title,
        @Nullable String currency,
        @Nullable Design design,
        boolean provisional,
        List<String> outcomes,
        @Nullable Long measured,
        @Nullable Long controls,
        @Nullable BigDecimal cost,
        @Nullable Bounded benefit,
        @Nullable Bounded netBenefit,
        @Nullable Bounded roi,
        @Nullable Bounded benefitCostRatio,
        @Nullable Double paybackMonths,
        @Nullable Double horizonMonths,
        String state,
        List<ExplainedReason> reasons,
        @Nullable Withheld withheld) {

    static RoiRow of(ProgramResult program) {
        Returns returns = program.returns();
        return new RoiRow(
                program.program(),
                ProgramFacts.title(program),
                returns.currency(),
                ProgramFacts.design(program).orElse(null),
                returns.provisional(),
                returns.outcomes(),
                returns.measured(),
                returns.controls(),
                program.costs().total(),
                returns.benefit(),
                returns.netBenefit(),
                returns.roi(),
                returns.benefitCostRatio(),
                returns.paybackMonths(),
                returns.horizonMonths(),
                ProgramState.of(program),
                ExplainedReason.all(returns.reasons()),
                returns.withheld());
    }
}
