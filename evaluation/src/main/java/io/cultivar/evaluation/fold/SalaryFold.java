package io.cultivar.evaluation.fold;

import io.cultivar.contract.event.EmploymentChanged;
import io.cultivar.contract.event.EmploymentStarted;
import io.cultivar.contract.event.Event;
import io.cultivar.evaluation.facts.Facts;
import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Contribution;
import io.cultivar.evaluation.sums.Sums;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Folds what one person earned a year on the index date of one program, where they were employed then and it was told. */
final class SalaryFold {

    private SalaryFold() {}

    private record Pay(BigDecimal amount, String currency) {}

    static void fold(String program, Membership membership, Facts facts, Contribution.Builder out) {
        if (StayFold.isEmployedAt(membership.index(), facts)) {
            newest(membership, facts)
                    .ifPresent(pay -> out.add(
                            new Cell.Salary(program, membership.cohort(), pay.currency()),
                            Sums.of(BigDecimal.ONE, pay.amount())));
        }
    }

    private static Optional<Pay> newest(Membership membership, Facts facts) {
        // The facts come by time.
        return facts.map(event -> event)
                .filter(event -> !event.time().isAfter(membership.index()))
                .flatMap(event -> pay(event).stream())
                .reduce((earlier, later) -> later);
    }

    private static Optional<Pay> pay(Event event) {
        if (event.data() instanceof EmploymentStarted started) {
            return pay(started.annualSalary(), started.currency());
        }
        return event.data() instanceof EmploymentChanged changed
                ? pay(changed.annualSalary(), changed.currency())
                : Optional.empty();
    }

    private static Optional<Pay> pay(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null || currency == null ? Optional.empty() : Optional.of(new Pay(amount, currency));
    }
}
