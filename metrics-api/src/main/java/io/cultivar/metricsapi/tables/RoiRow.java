package io.cultivar.metricsapi.tables;

import io.cultivar.contract.event.Design;
import io.cultivar.contract.result.AvoidedTurnover;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Decision;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.ReturnFigures;
import io.cultivar.contract.result.Returns;
import io.cultivar.contract.result.ReturnsBasis;
import io.cultivar.contract.result.UtilityModel;
import io.cultivar.contract.result.Withheld;
import io.cultivar.evaluation.program.ReturnScenario;
import io.cultivar.evaluation.program.ScenarioAssumptions;
import io.cultivar.metricsapi.explained.ExplainedEvidence;
import io.cultivar.metricsapi.explained.ExplainedReason;
import io.cultivar.metricsapi.explained.ProgramFacts;
import io.cultivar.metricsapi.explained.ProgramState;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one program returned; the meaning of each figure is that of {@link Returns} and {@link ReturnFigures}.
 *
 * @param cost fully loaded, exactly
 * @param costEstimate the same with its interval, where postings are estimates
 * @param evidence null where withheld
 * @param decision null where withheld
 */
public record RoiRow(
        String program,
        @Nullable String title,
        @Nullable String currency,
        @Nullable Design design,
        @Nullable ReturnsBasis basis,
        boolean provisional,
        List<String> outcomes,
        List<String> intangibles,
        @Nullable Long measured,
        @Nullable Long controls,
        @Nullable BigDecimal cost,
        @Nullable Bounded costEstimate,
        @Nullable Bounded benefit,
        @Nullable Double minimumDetectable,
        @Nullable AvoidedTurnover turnover,
        @Nullable Bounded netBenefit,
        @Nullable Bounded roi,
        @Nullable Bounded benefitCostRatio,
        @Nullable Double probabilityPositive,
        @Nullable Double paybackMonths,
        @Nullable Bounded netPresentValue,
        @Nullable Double discountedPaybackMonths,
        @Nullable Double horizonMonths,
        @Nullable UtilityModel utility,
        @Nullable ExplainedEvidence evidence,
        @Nullable Decision decision,
        String state,
        List<ExplainedReason> reasons,
        @Nullable Withheld withheld) {

    static RoiRow of(ProgramResult program) {
        return of(program, program.costs().total(), program.returns());
    }

    /** The row under other assumptions; the cost, no longer what was posted, is only in {@code costEstimate}. */
    public static RoiRow assuming(ProgramResult program, ScenarioAssumptions assumed) {
        return of(program, null, ReturnScenario.of(program, assumed));
    }

    private static RoiRow of(ProgramResult program, @Nullable BigDecimal cost, Returns returns) {
        Optional<ReturnFigures> figures = Optional.ofNullable(returns.figures());
        return new RoiRow(
                program.program(),
                ProgramFacts.title(program),
                returns.currency(),
                ProgramFacts.design(program).orElse(null),
                returns.basis(),
                returns.provisional(),
                returns.outcomes(),
                returns.intangibles(),
                returns.measured(),
                returns.controls(),
                cost,
                figures.map(ReturnFigures::cost).orElse(null),
                returns.benefit(),
                figures.map(ReturnFigures::minimumDetectable).orElse(null),
                figures.map(ReturnFigures::turnover).orElse(null),
                returns.netBenefit(),
                returns.roi(),
                returns.benefitCostRatio(),
                figures.map(ReturnFigures::probabilityPositive).orElse(null),
                returns.paybackMonths(),
                figures.map(ReturnFigures::netPresentValue).orElse(null),
                figures.map(ReturnFigures::discountedPaybackMonths).orElse(null),
                returns.horizonMonths(),
                returns.utility(),
                ExplainedEvidence.of(returns.evidence(), returns.withheld()),
                returns.withheld() == null ? returns.decision() : null,
                ProgramState.of(program, returns),
                ExplainedReason.all(returns.reasons()),
                returns.withheld());
    }
}
