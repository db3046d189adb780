package io.cultivar.evaluation.program;

import io.cultivar.contract.event.Calendar;
import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.event.ProgramOutcome;
import io.cultivar.contract.result.AvoidedTurnover;
import io.cultivar.contract.result.CostItem;
import io.cultivar.contract.result.Costs;
import io.cultivar.contract.result.Decision;
import io.cultivar.contract.result.Evidence;
import io.cultivar.contract.result.Grade;
import io.cultivar.contract.result.Reason;
import io.cultivar.contract.result.ReturnFigures;
import io.cultivar.contract.result.Returns;
import io.cultivar.contract.result.ReturnsBasis;
import io.cultivar.evaluation.fold.Definitions;
import io.cultivar.evaluation.fold.MoneyValue;
import io.cultivar.evaluation.money.Exchange;
import io.cultivar.evaluation.money.Reach;
import io.cultivar.evaluation.money.Uncertain;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Cohort;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.PeriodDuration;

/** What the program returned in money: which benefits it has, what they rest on, and their figures against the cost. */
final class ReturnsEvaluation {

    private static final PeriodDuration MONTH = PeriodDuration.parse("P1M");
    private static final Evidence UNGRADED = new Evidence(Grade.E, List.of());

    private final ProgramDefined definition;
    private final Definitions definitions;
    private final ProgramSums sums;
    private final Findings findings;
    private final Instant asOf;
    private final List<ProgramOutcome> monetary;
    private final Optional<ProgramOutcome> retention;
    private final double months;

    private ReturnsEvaluation(
            ProgramDefined definition, Definitions definitions, ProgramSums sums, Findings findings, Instant asOf) {
        this.definition = definition;
        this.definitions = definitions;
        this.sums = sums;
        this.findings = findings;
        this.asOf = asOf;
        this.monetary = MoneyValue.monetary(definition, definitions);
        // A second one would count the same people who stayed again.
        this.retention = definition.outcomes().stream()
                .filter(outcome -> MoneyValue.isRetention(outcome, definitions))
                .findFirst();
        this.months = Calendar.ratio(definition.benefitHorizon(), MONTH).doubleValue();
    }

    static Returns of(
            @Nullable ProgramDefined definition,
            Definitions definitions,
            ProgramSums sums,
            Findings findings,
            Instant asOf) {
        if (definition == null) {
            return new Returns(
                    null,
                    List.of(),
                    List.of(),
                    null,
                    null,
                    false,
                    null,
                    null,
                    UNGRADED,
                    Decision.NOT_PROVEN_YET,
                    List.of(Reason.NOT_DEFINED),
                    null);
        }
        return new ReturnsEvaluation(definition, definitions, sums, findings, asOf).returns();
    }

    private Returns returns() {
        Optional<String> currency = currency();
        if (currency.isEmpty()) {
            return absent(null, List.of(noCurrency()));
        }
        MeanSalary salary = MeanSalary.of(sums, Exchange.of(definition), currency.get());
        return withFigures(currency.get(), salary)
                .with(UtilityEvaluation.of(sums, findings, salary, currency.get(), months)
                        .orElse(null));
    }

    private Returns withFigures(String currency, MeanSalary salary) {
        if (monetary.isEmpty() && retention.isEmpty()) {
            return absent(currency, List.of(Reason.NO_MONETARY_OUTCOME));
        }
        Optional<OutcomeBenefit> benefit = Optional.empty();
        if (!monetary.isEmpty()) {
            if (MoneyValue.of(definition, definitions).isEmpty()) {
                return absent(null, List.of(noValue()));
            }
            benefit = OutcomeBenefit.of(definition, definitions, sums);
            if (benefit.isEmpty()) {
                return absent(currency, whyNoEffect());
            }
        }
        List<Reason> reasons = new ArrayList<>(findings.costs().reasons());
        Optional<AvoidedTurnover> turnover = retention.flatMap(
                outcome -> TurnoverEvaluation.of(definition, outcome, sums, salary, asOf, reasons));
        if (benefit.isEmpty() && turnover.isEmpty()) {
            return absent(currency, reasons);
        }
        return found(currency, benefit, turnover, reasons);
    }

    private Returns found(
            String currency,
            Optional<OutcomeBenefit> benefit,
            Optional<AvoidedTurnover> turnover,
            List<Reason> reasons) {
        ReturnsBasis basis = benefit.map(OutcomeBenefit::basis).orElse(ReturnsBasis.CONTROL_GROUP);
        if (basis == ReturnsBasis.ISOLATION_ESTIMATE) {
            reasons.add(Reason.ISOLATION_ESTIMATE);
        }
        double share = definition.benefitDecay() ? ReturnFormulas.DECAYED : 1;
        BigDecimal rate = definition.discountRate();
        ReturnFigures figures = new ReturnFormulas(
                        benefit.map(OutcomeBenefit::measured)
                                .orElseGet(() -> turnover.map(AvoidedTurnover::people).orElse(0L)),
                        benefit.map(OutcomeBenefit::controls)
                                .orElseGet(() -> turnover.map(AvoidedTurnover::controls).orElse(0L)),
                        benefit.map(found -> found.amount().times(share)).orElse(Uncertain.ZERO),
                        benefit.map(OutcomeBenefit::reach).orElse(Reach.NORMAL),
                        turnover.orElse(null),
                        cost(currency, reasons),
                        months,
                        definition.benefitDecay(),
                        rate == null ? null : Double.valueOf(rate.doubleValue()))
                .figures(reasons);
        Evidence evidence = evidence(basis, turnover.isPresent());
        return new Returns(
                currency,
                outcomes(),
                intangibles(),
                basis,
                months,
                isProvisional(),
                figures,
                null,
                evidence,
                DecisionRule.of(figures.netBenefit() == null ? null : figures.netBenefit().shown(), evidence),
                reasons.stream().distinct().toList(),
                null);
    }

    private @Nullable Uncertain cost(String currency, List<Reason> reasons) {
        Costs costs = findings.costs();
        if (costs.total() == null) {
            return null;
        }
        if (!Objects.equals(costs.currency(), currency)) {
            reasons.add(Reason.MIXED_CURRENCIES);
            return null;
        }
        return new Uncertain(costs.total().doubleValue(), Objects.requireNonNullElse(costs.standardError(), 0.0));
    }

    /** The currency of the values; where there is none, of the costs, or else of the salaries. */
    private Optional<String> currency() {
        Exchange exchange = Exchange.of(definition);
        List<String> values = MoneyValue.currencies(definition.outcomes().stream()
                .filter(outcome -> outcome.unitValue() != null)
                .toList());
        if (!values.isEmpty()) {
            return exchange.common(values);
        }
        List<String> costs = findings.costs().items().stream().map(CostItem::currency).toList();
        return exchange.common(
                costs.isEmpty()
                        ? MeanSalary.cells(sums).stream().map(Cell.Salary::currency).toList()
                        : costs);
    }

    private Reason noCurrency() {
        if (monetary.isEmpty() && retention.isEmpty()) {
            return Reason.NO_MONETARY_OUTCOME;
        }
        boolean anyValue = definition.outcomes().stream().anyMatch(outcome -> outcome.unitValue() != null);
        return anyValue ? noValue() : MeanSalary.cells(sums).isEmpty() ? Reason.NO_SALARY : Reason.MIXED_CURRENCIES;
    }

    private Reason noValue() {
        boolean allDefined = monetary.stream().allMatch(outcome -> definitions.metric(outcome.metric()) != null);
        return allDefined ? Reason.MIXED_CURRENCIES : Reason.METRIC_NOT_DEFINED;
    }

    private List<Reason> whyNoEffect() {
        if (!sums.hasControls()) {
            if (MoneyValue.isolated(definition, definitions).isEmpty()) {
                return List.of(Reason.NO_CONTROL_GROUP, Reason.NO_ISOLATION);
            }
            long treated = sums.moments(
                            Cell.IsolatedMoney.class, cell -> sums.treatmentArm().contains(cell.cohort()))
                    .n();
            return List.of(Reason.NO_CONTROL_GROUP, treated < 2 ? Reason.TOO_FEW_UNITS : Reason.NO_VARIANCE);
        }
        long treated = sums.count(
                Cell.Money.class, 0, cell -> sums.treatmentArm().contains(cell.cohort()));
        long controls = sums.count(Cell.Money.class, 0, cell -> cell.cohort() == Cohort.CONTROL);
        return List.of(treated < 2 || controls < 2 ? Reason.TOO_FEW_UNITS : Reason.NO_VARIANCE);
    }

    /** The weakest of what the benefit rests on. */
    private Evidence evidence(ReturnsBasis basis, boolean withTurnover) {
        if (basis == ReturnsBasis.ISOLATION_ESTIMATE) {
            return new Evidence(Grade.D, List.of(Reason.BEFORE_AFTER_ONLY, Reason.ISOLATION_ESTIMATE));
        }
        List<Evidence> all = new ArrayList<>();
        findings.effects().stream()
                .filter(effect -> monetary.stream()
                        .anyMatch(outcome -> outcome.metric().equals(effect.metric())))
                .forEach(effect -> all.add(effect.evidence()));
        if (withTurnover) {
            var compared = findings.retention();
            all.add(compared == null ? UNGRADED : compared.evidence());
        }
        return all.stream().reduce(Evidence::weakest).orElse(UNGRADED);
    }

    private boolean isProvisional() {
        return sums.count(
                        Cell.Members.class,
                        1,
                        members -> sums.treatmentArm().contains(members.cohort()) || members.cohort() == Cohort.CONTROL)
                > 0;
    }

    private List<String> outcomes() {
        return definition.outcomes().stream()
                .filter(this::isMonetary)
                .map(ProgramOutcome::metric)
                .toList();
    }

    private List<String> intangibles() {
        return definition.outcomes().stream()
                .filter(outcome -> !isMonetary(outcome))
                .map(ProgramOutcome::metric)
                .toList();
    }

    private boolean isMonetary(ProgramOutcome outcome) {
        return outcome.unitValue() != null || MoneyValue.isRetention(outcome, definitions);
    }

    private Returns absent(@Nullable String currency, List<Reason> reasons) {
        return new Returns(
                currency,
                outcomes(),
                intangibles(),
                null,
                null,
                false,
                null,
                null,
                UNGRADED,
                Decision.NOT_PROVEN_YET,
                reasons.stream().distinct().toList(),
                null);
    }
}
