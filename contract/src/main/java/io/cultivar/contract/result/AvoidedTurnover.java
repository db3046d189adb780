package io.cultivar.contract.result;

/**
 * People who stayed because of the program, in money.
 *
 * @param metric the outcome that declares it
 * @param stayers (S_T - S_C at the horizon) x treated people
 * @param costPerLeaver what one leaver costs
 * @param assumed whether that is the default share of the mean salary, not a declared value
 * @param benefit stayers x costPerLeaver
 */
public record AvoidedTurnover(String metric, Bounded stayers, double costPerLeaver, boolean assumed, Bounded benefit) {

    public AvoidedTurnover {
        Finite.check(costPerLeaver);
    }
}
