package io.cultivar.evaluation.program;

import io.cultivar.contract.event.Calendar;
import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.result.AvoidedTurnover;
import io.cultivar.contract.result.Bounded;
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

/**
 * What the program returned in money. The benefit is that of all outcomes measured person by person, which must be estimable,
 * and of avoided turnover, where that is declared and estimable; its figures are those of {@link ReturnFormulas}.
 */
final class ReturnsEvaluation {

    private static final PeriodDuration MONTH = PeriodDuration.parse("P1M");
    private static final Evidence UNGRADED = new Evidence(Grade.E, List.of());

    private final ProgramDefined definition;
    private final Definitions definitions;
    private final ProgramSums sums;
    private final Findings findings;
    private final DeclaredBenefits declared;
    private final double months;

    private ReturnsEvaluation(ProgramDefined definition, Definitions definitions, ProgramSums sums, Findings findings) {
        this.definition = definition;
        this.definitions = definitions;
        this.sums = sums;
        this.findings = findings;
        this.declared = DeclaredBenefits.of(definition, definitions);
        this.months = Calendar.ratio(definition.benefitHorizon(), MONTH).doubleValue();
    }

    static Returns of(
            @Nullable ProgramDefined definition,
            Definitions definitions,
            ProgramSums sums,
            Findings findings,
            Instant asOf) {
        return definition == null
                ? absent(null, List.of(), List.of(), List.of(Reason.NOT_DEFINED))
                : new ReturnsEvaluation(definition, definitions, sums, findings).returns(asOf);
    }

    private Returns returns(Instant asOf) {
        Optional<String> currency = declared.currency(findings.costs(), sums);
        if (currency.isEmpty()) {
            return absent(null, List.of(declared.whyNoCurrency(sums)));
        }
        MeanSalary salary = MeanSalary.of(sums, Exchange.of(definition), currency.get());
        return withFigures(currency.get(), salary, asOf)
                .with(UtilityEvaluation.of(sums, findings, salary, currency.get(), months)
                        .orElse(null));
    }

    private Returns withFigures(String currency, MeanSalary salary, Instant asOf) {
        if (declared.isEmpty()) {
            return absent(currency, List.of(Reason.NO_MONETARY_OUTCOME));
        }
        Optional<OutcomeBenefit> benefit = Optional.empty();
        if (!declared.perPerson().isEmpty()) {
            if (MoneyValue.of(definition, definitions).isEmpty()) {
                return absent(null, List.of(declared.whyNoValue()));
            }
            benefit = OutcomeBenefit.of(definition, definitions, sums);
            if (benefit.isEmpty()) {
                return absent(currency, OutcomeBenefit.whyNone(definition, definitions, sums));
            }
        }
        List<Reason> reasons = new ArrayList<>(findings.costs().reasons());
        Optional<AvoidedTurnover> turnover = Optional.ofNullable(declared.retention())
                .flatMap(outcome -> TurnoverEvaluation.of(definition, outcome, sums, salary, asOf, reasons));
        if (benefit.isEmpty() && turnover.isEmpty()) {
            return absent(currency, reasons);
        }
        return found(currency, benefit.orElse(null), turnover.orElse(null), reasons);
    }

    private Returns found(
            String currency,
            @Nullable OutcomeBenefit benefit,
            @Nullable AvoidedTurnover turnover,
            List<Reason> reasons) {
        ReturnsBasis basis = benefit == null ? ReturnsBasis.CONTROL_GROUP : benefit.basis();
        if (basis == ReturnsBasis.ISOLATION_ESTIMATE) {
            reasons.add(Reason.ISOLATION_ESTIMATE);
        }
        ReturnFigures figures = formulas(currency, benefit, turnover, reasons).figures(reasons);
        Bounded net = figures.netBenefit();
        Evidence evidence = evidence(basis, turnover != null);
        return new Returns(
                currency,
                declared.outcomes(),
                declared.intangibles(),
                basis,
                months,
                isProvisional(),
                figures,
                null,
                evidence,
                DecisionRule.of(net == null ? null : net.alwaysValid(), evidence),
                reasons.stream().distinct().toList(),
                null);
    }

    private ReturnFormulas formulas(
            String currency,
            @Nullable OutcomeBenefit benefit,
            @Nullable AvoidedTurnover turnover,
            List<Reason> reasons) {
        BigDecimal rate = definition.discountRate();
        Double yearly = rate == null ? null : Double.valueOf(rate.doubleValue());
        Uncertain cost = cost(currency, reasons);
        boolean decays = definition.benefitDecay();
        if (benefit == null) {
            long people = turnover == null ? 0 : turnover.people();
            long controls = turnover == null ? 0 : turnover.controls();
            return new ReturnFormulas(
                    people, controls, Uncertain.ZERO, Reach.NORMAL, turnover, cost, months, decays, yearly);
        }
        return new ReturnFormulas(
                benefit.measured(),
                benefit.controls(),
                benefit.amount().times(decays ? ReturnFormulas.DECAYED : 1),
                benefit.reach(),
                turnover,
                cost,
                months,
                decays,
                yearly);
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

    /** The weakest of what the benefit rests on. */
    private Evidence evidence(ReturnsBasis basis, boolean withTurnover) {
        if (basis == ReturnsBasis.ISOLATION_ESTIMATE) {
            return new Evidence(Grade.D, List.of(Reason.BEFORE_AFTER_ONLY, Reason.ISOLATION_ESTIMATE));
        }
        List<Evidence> all = new ArrayList<>();
        findings.effects().stream()
                .filter(effect -> declared.perPerson().stream()
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

    private Returns absent(@Nullable String currency, List<Reason> reasons) {
        return absent(currency, declared.outcomes(), declared.intangibles(), reasons);
    }

    private static Returns absent(
            @Nullable String currency, List<String> outcomes, List<String> intangibles, List<Reason> reasons) {
        return new Returns(
                currency,
                outcomes,
                intangibles,
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
