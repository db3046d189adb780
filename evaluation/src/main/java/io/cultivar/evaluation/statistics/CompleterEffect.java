package io.cultivar.evaluation.statistics;

import io.cultivar.contract.result.Estimate;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The effect on those who completed (Bloom 1984): D / q, the difference-in-differences of everybody assigned over the share q
 * of the treated who completed. It assumes that assignment alone changed nothing for those who did not complete, and that no
 * control could complete (one-sided non-compliance).
 *
 * <p>Delta method with e = d - (D / q) c, c = 1 for who completed: SE^2 = [v_eT / n_T + v_dC / n_C] / q^2, where v_eT = v_d +
 * (D / q)^2 v_c - 2 (D / q) cov(c, d) within the treated. Welch-Satterthwaite degrees of freedom of the two parts. The interval
 * is rough where only a few completed.
 */
public final class CompleterEffect {

    private CompleterEffect() {}

    /**
     * The effect on completers; empty where nobody completed (there is none to speak of), an arm has n &lt; 2, or nothing
     * varies. With everybody completed it is the difference-in-differences itself.
     *
     * @param changeT changes of the treated
     * @param completedT how many of them completed
     * @param sumOfCompletedChangesT the sum of the changes of those who completed
     * @param changeC changes of the controls
     */
    public static Optional<Estimate> of(
            Moments changeT, long completedT, BigDecimal sumOfCompletedChangesT, Moments changeC) {
        if (completedT <= 0 || changeT.n() < 2 || changeC.n() < 2) {
            return Optional.empty();
        }
        BigDecimal treated = BigDecimal.valueOf(changeT.n());
        BigDecimal controls = BigDecimal.valueOf(changeC.n());
        BigDecimal completed = BigDecimal.valueOf(completedT);
        BigDecimal effect = changeT.sum()
                .multiply(controls)
                .subtract(changeC.sum().multiply(treated))
                .divide(controls.multiply(completed), Moments.QUOTIENT);
        // Sums of e = d - effect c, with c^2 = c.
        Moments unexplained = new Moments(
                changeT.n(),
                changeT.sum().subtract(effect.multiply(completed)),
                changeT.sumOfSquares()
                        .subtract(effect.multiply(sumOfCompletedChangesT).multiply(BigDecimal.valueOf(2)))
                        .add(effect.multiply(effect).multiply(completed)));
        double share = (double) completedT / changeT.n();
        return WelchDifference.of(unexplained, changeC)
                .map(difference -> Estimates.of(
                        effect.doubleValue(), difference.standardError() / share, difference.degreesOfFreedom()));
    }
}
