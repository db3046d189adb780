package io.cultivar.contract.result;

import org.jspecify.annotations.Nullable;

/**
 * People who stayed because of the program, in money.
 *
 * @param metric the outcome that declares it
 * @param horizonDays days after the index date: the benefit horizon, or a horizon of the retention rates within three days of it
 * @param people treated people known to be employed on their index day
 * @param controls the same of the controls
 * @param stayers (S_T - S_C at the horizon) x people
 * @param costPerLeaver what one leaver costs
 * @param assumed whether that is the default share of the mean salary, not a declared value
 * @param meanSalary mean yearly salary of the treated; null where none is known
 * @param salaries people behind that mean; null where published and too few
 * @param benefit stayers x costPerLeaver
 */
public record AvoidedTurnover(
        String metric,
        int horizonDays,
        long people,
        long controls,
        Bounded stayers,
        double costPerLeaver,
        boolean assumed,
        @Nullable Double meanSalary,
        @Nullable Long salaries,
        Bounded benefit) {

    public AvoidedTurnover {
        Finite.check(costPerLeaver);
        Finite.checkPresent(meanSalary);
    }

    /** The same without the mean salary, which too few people stand behind. */
    public AvoidedTurnover withoutSalary() {
        return new AvoidedTurnover(
                metric, horizonDays, people, controls, stayers, costPerLeaver, assumed, null, null, benefit);
    }
}
