package io.cultivar.evaluation.program;

import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.result.AvoidedTurnover;
import io.cultivar.contract.result.Bounded;
import io.cultivar.contract.result.Interval;
import io.cultivar.contract.result.ProgramResult;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.ReturnFigures;
import io.cultivar.contract.result.Returns;
import io.cultivar.contract.result.UtilityModel;
import io.cultivar.evaluation.money.Reach;
import io.cultivar.evaluation.money.Uncertain;
import io.cultivar.evaluation.money.Utility;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a program would have returned under other assumptions, from its result alone: a published one will do. Benefits are
 * linear in the unit values and in the horizon, turnover in the cost of a leaver, so that everything follows exactly, with its
 * intervals. What does not follow from the figures stays as it is and a reason says so: the people who stayed are those of the
 * declared horizon ({@code declared-horizon}), and without a mean salary a leaver cannot cost a share of it ({@code
 * no-salary}). Where there are no figures, or they are withheld, the returns are unchanged. A leaver's cost that is assumed
 * here counts as known.
 */
public final class ReturnScenario {

    /** Reasons that the figures bring along anew. */
    private static final Set<Reason> OF_FIGURES = Set.of(Reason.COST_NOT_POSITIVE, Reason.NO_PAYBACK, Reason.UNBOUNDED);

    private final ScenarioAssumptions assumed;
    private final Returns returns;
    private final ReturnFigures figures;
    private final boolean decayed;
    private final boolean decays;
    private final @Nullable Double discountRate;
    private final double declaredMonths;
    private final double months;

    private ReturnScenario(
            @Nullable ProgramDefined definition, Returns returns, ReturnFigures figures, ScenarioAssumptions assumed) {
        this.assumed = assumed;
        this.returns = returns;
        this.figures = figures;
        this.decayed = definition != null && definition.benefitDecay();
        this.decays = Objects.requireNonNullElse(assumed.benefitDecay(), decayed);
        var declaredRate = definition == null ? null : definition.discountRate();
        this.discountRate = assumed.discountRate() == null && declaredRate != null
                ? Double.valueOf(declaredRate.doubleValue())
                : assumed.discountRate();
        this.declaredMonths = Objects.requireNonNull(returns.horizonMonths());
        this.months = Objects.requireNonNullElse(assumed.horizonMonths(), declaredMonths);
    }

    /** The returns of a program under other assumptions; with {@link ScenarioAssumptions#NONE} they are the same ones. */
    public static Returns of(ProgramResult result, ScenarioAssumptions assumed) {
        Returns returns = result.returns();
        ReturnFigures figures = returns.figures();
        return figures == null || returns.horizonMonths() == null
                ? returns
                : new ReturnScenario(result.definition(), returns, figures, assumed).returns();
    }

    private Returns returns() {
        List<Reason> reasons = new ArrayList<>(returns.reasons());
        reasons.removeAll(OF_FIGURES);
        AvoidedTurnover before = figures.turnover();
        AvoidedTurnover turnover = before == null ? null : turnover(before, reasons);
        Uncertain cost = cost();
        ReturnFigures changed = new ReturnFormulas(
                        figures.measured(),
                        figures.controls(),
                        outcomes(before),
                        reach(),
                        turnover,
                        cost,
                        months,
                        decays,
                        discountRate)
                .figures(reasons);
        Bounded net = changed.netBenefit();
        return new Returns(
                returns.currency(),
                returns.outcomes(),
                returns.intangibles(),
                returns.basis(),
                months,
                returns.provisional(),
                changed,
                utility(cost),
                returns.evidence(),
                DecisionRule.of(net == null ? null : net.alwaysValid(), returns.evidence()),
                reasons.stream().distinct().toList(),
                returns.withheld());
    }

    /** The benefit of the outcomes: all of it without those who stayed, at other values and over another horizon. */
    private Uncertain outcomes(@Nullable AvoidedTurnover stayed) {
        Uncertain whole = new Uncertain(figures.benefit().value(), figures.standardError());
        Uncertain outcomes = stayed == null
                ? whole
                : new Uncertain(
                        whole.value() - stayed.benefit().value(),
                        Math.max(0, whole.standardError() - Reach.NORMAL.standardError(stayed.benefit())));
        double undecayed = decayed ? 1 / ReturnFormulas.DECAYED : 1;
        return outcomes.times(Objects.requireNonNullElse(assumed.unitValueFactor(), 1.0)
                * (months / declaredMonths)
                * undecayed
                * (decays ? ReturnFormulas.DECAYED : 1));
    }

    private Reach reach() {
        Interval sequence = figures.benefit().alwaysValid();
        return new Reach(
                figures.degreesOfFreedom(),
                sequence == null || figures.standardError() == 0
                        ? null
                        : Double.valueOf((sequence.upper() - sequence.lower()) / 2 / figures.standardError()));
    }

    private AvoidedTurnover turnover(AvoidedTurnover before, List<Reason> reasons) {
        if (months != declaredMonths) {
            reasons.add(Reason.DECLARED_HORIZON);
        }
        Double share = assumed.leaverCostShare();
        Double cost = assumed.costPerLeaver();
        if (share != null) {
            if (before.meanSalary() == null) {
                reasons.add(Reason.NO_SALARY);
                return before;
            }
            cost = share * before.meanSalary();
        }
        if (cost == null) {
            return before;
        }
        reasons.remove(Reason.ASSUMED_LEAVER_COST);
        double error = Reach.NORMAL.standardError(before.stayers());
        return new AvoidedTurnover(
                before.metric(),
                before.horizonDays(),
                before.people(),
                before.controls(),
                before.stayers(),
                cost,
                before.assumed(),
                before.meanSalary(),
                before.salaries(),
                Reach.NORMAL.bounded(before.stayers().value() * cost, error * cost));
    }

    private @Nullable Uncertain cost() {
        Bounded cost = figures.cost();
        return cost == null
                ? null
                : new Uncertain(cost.value(), Reach.NORMAL.standardError(cost))
                        .times(Objects.requireNonNullElse(assumed.costFactor(), 1.0));
    }

    /** The model over another horizon, at another cost. */
    private @Nullable UtilityModel utility(@Nullable Uncertain cost) {
        UtilityModel model = returns.utility();
        if (model == null || cost == null) {
            return model;
        }
        double years = model.years() * (months / declaredMonths);
        return new UtilityModel(
                model.people(),
                model.gains(),
                model.salaries(),
                years,
                model.effectSize(),
                model.standardDeviationOfPay(),
                Utility.of(years, model.people(), model.effectSize(), model.standardDeviationOfPay(), cost.value()),
                model.withheld());
    }
}
