package io.cultivar.evaluation.statistics;

import io.cultivar.contract.result.ChiSquareTest;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Wald's test that several estimates are all zero: W = e' V^-1 e is chi-square with one degree of freedom each. V is scaled
 * to correlations and factored as L L' (Cholesky); then W is the sum of squares of the solution z of L z = e / SE.
 */
final class WaldTest {

    /** What must be left of a variance, as a share, when the estimates before are known; below, V counts as singular. */
    private static final double LEAST_PIVOT = 1e-10;

    private WaldTest() {}

    /** The test; empty for no estimates, or where they determine each other or do not vary, so that V has no inverse. */
    static Optional<ChiSquareTest> of(double[] estimates, double[][] covariance) {
        int size = estimates.length;
        double[][] factor = new double[size][size];
        double[] solution = new double[size];
        double statistic = 0;
        for (int i = 0; i < size; i++) {
            if (!(covariance[i][i] > 0)) {
                return Optional.empty();
            }
            double scale = Math.sqrt(covariance[i][i]);
            double rest = 1;
            double target = estimates[i] / scale;
            for (int j = 0; j < i; j++) {
                double entry = covariance[i][j] / scale / Math.sqrt(covariance[j][j]);
                for (int k = 0; k < j; k++) {
                    entry -= factor[i][k] * factor[j][k];
                }
                factor[i][j] = entry / factor[j][j];
                rest -= factor[i][j] * factor[i][j];
                target -= factor[i][j] * solution[j];
            }
            if (!(rest > LEAST_PIVOT)) {
                return Optional.empty();
            }
            factor[i][i] = Math.sqrt(rest);
            solution[i] = target / factor[i][i];
            statistic += solution[i] * solution[i];
        }
        if (size == 0 || !Double.isFinite(statistic)) {
            return Optional.empty();
        }
        double p = ChiSquaredDistribution.of(size).survivalProbability(statistic);
        return Optional.of(new ChiSquareTest(statistic, size, p));
    }
}
