package io.cultivar.evaluation.program;

import io.cultivar.contract.result.Reason;
import io.cultivar.evaluation.money.Exchange;
import io.cultivar.evaluation.sums.Cell;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the treated earn a year on average, as known on their index days.
 *
 * @param value the mean, in the currency of the returns; null where it cannot be told
 * @param people behind it
 * @param missing why there is none; null where there is one
 */
record MeanSalary(
        @Nullable Double value, long people, @Nullable Reason missing) {

    static MeanSalary of(ProgramSums sums, Exchange exchange, String currency) {
        BigDecimal sum = BigDecimal.ZERO;
        long people = 0;
        for (Cell.Salary cell : cells(sums)) {
            Optional<BigDecimal> rate =
                    exchange.currency() == null && !cell.currency().equals(currency)
                            ? Optional.empty()
                            : exchange.rate(cell.currency());
            if (rate.isEmpty()) {
                return new MeanSalary(null, 0, Reason.MIXED_CURRENCIES);
            }
            var known = sums.total(Cell.Salary.class, cell::equals).orElseThrow();
            sum = sum.add(known.at(1).multiply(rate.get()));
            people += known.count(0);
        }
        return people == 0
                ? new MeanSalary(null, 0, Reason.NO_SALARY)
                : new MeanSalary(
                        sum.divide(BigDecimal.valueOf(people), MathContext.DECIMAL128)
                                .doubleValue(),
                        people,
                        null);
    }

    /** The salaries of the treatment arm. */
    static List<Cell.Salary> cells(ProgramSums sums) {
        return sums.cells(Cell.Salary.class).stream()
                .filter(cell -> sums.treatmentArm().contains(cell.cohort()))
                .toList();
    }
}
