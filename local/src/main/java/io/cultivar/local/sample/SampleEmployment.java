package io.cultivar.local.sample;

import io.cultivar.contract.event.EmploymentChanged;
import io.cultivar.contract.event.EmploymentEnded;
import io.cultivar.contract.event.EmploymentStarted;
import io.cultivar.contract.event.Event;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/** What the HR system reports: hires, promotions, departures. */
final class SampleEmployment {

    private static final String CURRENCY = "EUR";
    private static final BigDecimal RAISE = new BigDecimal("1.06");
    private static final LocalDate PROMOTION_DAY = LocalDate.parse("2025-07-01");

    private SampleEmployment() {}

    static List<Event> of(long seed, List<Employee> people, Departures departures) {
        EventLog log = new EventLog("hris");
        Dice dice = Dice.of(seed, "promotions");
        for (Employee employee : people) {
            log.add(
                    "started/" + employee.id(),
                    EventLog.at(employee.hiredOn(), 8),
                    employee.id(),
                    new EmploymentStarted(
                            employee.department(),
                            employee.role(),
                            employee.location(),
                            employee.annualSalary(),
                            CURRENCY));
            if (dice.chance(0.07) && departures.isEmployed(employee, PROMOTION_DAY)) {
                promote(log, employee);
            }
            departures
                    .of(employee)
                    .ifPresent(departure -> log.add(
                            "ended/" + employee.id(),
                            EventLog.at(departure.on(), 17),
                            employee.id(),
                            new EmploymentEnded(departure.kind())));
        }
        return log.events();
    }

    private static void promote(EventLog log, Employee employee) {
        BigDecimal salary = employee.annualSalary().multiply(RAISE).setScale(2, RoundingMode.HALF_EVEN);
        log.add(
                "changed/" + employee.id(),
                EventLog.at(PROMOTION_DAY, 8),
                employee.id(),
                new EmploymentChanged(null, employee.department() + "-principal", null, salary, CURRENCY));
    }
}
