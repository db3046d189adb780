package io.cultivar.evaluation.program;

import io.cultivar.contract.event.ProgramDefined;
import io.cultivar.contract.event.ProgramOutcome;
import io.cultivar.contract.result.CostItem;
import io.cultivar.contract.result.Costs;
import io.cultivar.contract.result.Reason;
import io.cultivar.evaluation.fold.Definitions;
import io.cultivar.evaluation.fold.MoneyValue;
import io.cultivar.evaluation.money.Exchange;
import io.cultivar.evaluation.sums.Cell;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which outcomes of a program are turned into money, and in which currency.
 *
 * @param perPerson those that have a unit value and are measured person by person
 * @param retention the one about people staying, with a unit value or without; null where there is none. A second one would
 *     count the same people again
 * @param allDefined whether the metrics of all outcomes with a unit value are defined
 */
record DeclaredBenefits(
        ProgramDefined definition,
        List<ProgramOutcome> perPerson,
        @Nullable ProgramOutcome retention,
        boolean allDefined) {

    static DeclaredBenefits of(ProgramDefined definition, Definitions definitions) {
        List<ProgramOutcome> perPerson = MoneyValue.monetary(definition, definitions);
        return new DeclaredBenefits(
                definition,
                perPerson,
                definition.outcomes().stream()
                        .filter(outcome -> MoneyValue.isRetention(outcome, definitions))
                        .findFirst()
                        .orElse(null),
                perPerson.stream().allMatch(outcome -> definitions.metric(outcome.metric()) != null));
    }

    boolean isEmpty() {
        return perPerson.isEmpty() && retention == null;
    }

    /** The metrics that are turned into money. */
    List<String> outcomes() {
        return metrics(true);
    }

    /** The metrics that deliberately are not. */
    List<String> intangibles() {
        return metrics(false);
    }

    private List<String> metrics(boolean monetary) {
        return definition.outcomes().stream()
                .filter(outcome -> (perPerson.contains(outcome) || outcome.equals(retention)) == monetary)
                .map(ProgramOutcome::metric)
                .toList();
    }

    /** The currency of the values; where there is none, that of the costs, or else of the salaries. */
    Optional<String> currency(Costs costs, ProgramSums sums) {
        Exchange exchange = Exchange.of(definition);
        List<String> values = values();
        if (!values.isEmpty()) {
            return exchange.common(values);
        }
        List<String> posted = costs.items().stream().map(CostItem::currency).toList();
        return exchange.common(
                posted.isEmpty()
                        ? MeanSalary.cells(sums).stream()
                                .map(Cell.Salary::currency)
                                .toList()
                        : posted);
    }

    private List<String> values() {
        return MoneyValue.currencies(definition.outcomes().stream()
                .filter(outcome -> outcome.unitValue() != null)
                .toList());
    }

    /** Why there is no {@link #currency}. */
    Reason whyNoCurrency(ProgramSums sums) {
        if (isEmpty()) {
            return Reason.NO_MONETARY_OUTCOME;
        }
        if (!values().isEmpty()) {
            return whyNoValue();
        }
        return MeanSalary.cells(sums).isEmpty() ? Reason.NO_SALARY : Reason.MIXED_CURRENCIES;
    }

    /** Why a change has no value in money. */
    Reason whyNoValue() {
        return allDefined ? Reason.MIXED_CURRENCIES : Reason.METRIC_NOT_DEFINED;
    }
}
