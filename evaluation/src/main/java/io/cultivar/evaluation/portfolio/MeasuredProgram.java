package io.cultivar.evaluation.portfolio;

import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Costs;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.ReturnFigures;
import io.cultivar.contract.result.Returns;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A program whose benefit and cost are both known, in one currency. A benefit whose cost is unknown is not added up: it
 * would come for nothing.
 *
 * @param result the program's result
 * @param figures what it returned
 * @param net benefit minus cost
 * @param cost what it cost, exactly
 */
record MeasuredProgram(ProgramResult result, ReturnFigures figures, Bounded net, BigDecimal cost) {

    /** The program, if it is measured and its figures are not withheld. */
    static Optional<MeasuredProgram> of(ProgramResult result) {
        Returns returns = result.returns();
        Costs costs = result.costs();
        ReturnFigures figures = returns.figures();
        if (figures == null || figures.netBenefit() == null || costs.total() == null) {
            return Optional.empty();
        }
        boolean sameCurrency = costs.currency() != null && costs.currency().equals(returns.currency());
        return sameCurrency
                ? Optional.of(new MeasuredProgram(result, figures, figures.netBenefit(), costs.total()))
                : Optional.empty();
    }

    String program() {
        return result.program();
    }

    /** Its cost with the interval that estimated postings give it; without one where all are known. */
    Bounded boundedCost() {
        Bounded bounded = figures.cost();
        double value = cost.doubleValue();
        return bounded != null && bounded.lower() != null ? bounded : new Bounded(value, value, value, null);
    }
}
