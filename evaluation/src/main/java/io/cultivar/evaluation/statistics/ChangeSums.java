package io.cultivar.evaluation.statistics;

import io.cultivar.evaluation.sums.Sums;
import java.math.BigDecimal;

/**
 * The sufficient statistics of people with a before-value x and an after-value y, exactly: pairs, the skewness of their
 * changes d = y - x, and who of them completed the program (c = 1, else 0).
 *
 * @param pairs of x and y
 * @param sumOfCubes sum of d cubed
 * @param completed how many completed: sum of c
 * @param sumOfCompletedChanges sum of their changes: sum of c times d
 */
public record ChangeSums(PairedSums pairs, BigDecimal sumOfCubes, long completed, BigDecimal sumOfCompletedChanges) {

    /** Nobody at all. */
    public static final ChangeSums NONE = new ChangeSums(PairedSums.NONE, BigDecimal.ZERO, 0, BigDecimal.ZERO);

    /** What one person adds. */
    public static Sums of(BigDecimal x, BigDecimal y, boolean completed) {
        BigDecimal change = y.subtract(x);
        return PairedSums.of(x, y)
                .and(change.pow(3), completed ? BigDecimal.ONE : BigDecimal.ZERO, completed ? change : BigDecimal.ZERO);
    }

    /** The meaning of a vector of nine sums. */
    public static ChangeSums ofSums(Sums sums) {
        return new ChangeSums(PairedSums.ofSums(sums), sums.at(6), sums.count(7), sums.at(8));
    }

    /** Of the changes, with what their skewness needs. */
    public SkewedMoments change() {
        return new SkewedMoments(pairs.change(), sumOfCubes);
    }
}
