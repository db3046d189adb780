package io.cultivar.evaluation.program;

import io.cultivar.contract.result.Attrition;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Who was lost from the comparison: share lost = missing / (assigned - pending), of both arms together, and of the treated
 * minus of the controls. Low is at most 20 % overall and at most 5 percentage points of difference: the part of the bounds of
 * the What Works Clearinghouse (Standards Handbook 5.0, table on attrition) that holds under optimistic and nearly under
 * cautious assumptions. Compared in whole numbers, so that a loss on the bound is not lost to rounding.
 */
final class AttritionEvaluation {

    private static final BigInteger FIVE = BigInteger.valueOf(5);

    private static final BigInteger TWENTY = BigInteger.valueOf(20);

    private AttritionEvaluation() {}

    /** Who was lost; empty where an arm has nobody of whom that is settled. */
    static Optional<Attrition> of(ArmSums treatment, ArmSums control) {
        if (treatment.settled() <= 0 || control.settled() <= 0) {
            return Optional.empty();
        }
        long lost = treatment.missing() + control.missing();
        long settled = treatment.settled() + control.settled();
        BigInteger difference = product(treatment.missing(), control.settled())
                .subtract(product(control.missing(), treatment.settled()))
                .abs();
        boolean low = BigInteger.valueOf(lost).multiply(FIVE).compareTo(BigInteger.valueOf(settled)) <= 0
                && difference.multiply(TWENTY).compareTo(product(treatment.settled(), control.settled())) <= 0;
        return Optional.of(new Attrition(
                (double) lost / settled,
                (double) treatment.missing() / treatment.settled() - (double) control.missing() / control.settled(),
                low));
    }

    private static BigInteger product(long one, long other) {
        return BigInteger.valueOf(one).multiply(BigInteger.valueOf(other));
    }
}
