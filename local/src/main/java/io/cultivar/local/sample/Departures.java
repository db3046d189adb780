package io.cultivar.local.sample;

import io.cultivar.contract.event.LeavingKind;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who leaves the sample company in 2025, when, and by whose decision. */
final class Departures {

    /** From this month on, a program may change whether people leave. */
    static final int FIRST_MONTH_WITH_OWN_RISK = 6;

    private static final double MONTHLY_RISK = 0.006;

    /** One departure. */
    record Departure(LocalDate on, LeavingKind kind) {}

    private final Map<String, Departure> byEmployee;

    private Departures(Map<String, Departure> byEmployee) {
        this.byEmployee = byEmployee;
    }

    /**
     * Rolls who leaves; the same rolls whatever the risks, so that a changed risk moves nobody else.
     *
     * @param ownRisks by employee id, the monthly probability from {@link #FIRST_MONTH_WITH_OWN_RISK} on
     */
    static Departures of(long seed, List<Employee> people, Map<String, Double> ownRisks) {
        Map<String, Departure> departures = new HashMap<>();
        for (Employee employee : people) {
            Dice dice = Dice.of(seed, "leaving/" + employee.id());
            int day = 1 + dice.below(27);
            LeavingKind kind = kind(dice.unit());
            for (int month = 2; month <= 12; month++) {
                double risk = month < FIRST_MONTH_WITH_OWN_RISK
                        ? MONTHLY_RISK
                        : ownRisks.getOrDefault(employee.id(), MONTHLY_RISK);
                if (dice.chance(risk)) {
                    departures.put(employee.id(), new Departure(LocalDate.of(2025, month, day), kind));
                    break;
                }
            }
        }
        return new Departures(departures);
    }

    private static LeavingKind kind(double luck) {
        if (luck < 0.75) {
            return LeavingKind.VOLUNTARY;
        }
        return luck < 0.95 ? LeavingKind.INVOLUNTARY : LeavingKind.OTHER;
    }

    Optional<Departure> of(Employee employee) {
        return Optional.ofNullable(byEmployee.get(employee.id()));
    }

    boolean isEmployed(Employee employee, LocalDate day) {
        Departure departure = byEmployee.get(employee.id());
        return departure == null || day.isBefore(departure.on());
    }
}
