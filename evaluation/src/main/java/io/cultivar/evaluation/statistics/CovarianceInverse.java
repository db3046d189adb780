package io.cultivar.evaluation.statistics;

import java.util.Optional;

/**
 * The inverse of a covariance matrix V. V is scaled to correlations, so that no unit matters, and factored as L L' (Cholesky);
 * the inverse of the correlations is K' K, K the inverse of L.
 */
final class CovarianceInverse {

    /** What must be left of a variance, as a share, when the estimates before are known; below, V counts as singular. */
    private static final double LEAST_PIVOT = 1e-10;

    private CovarianceInverse() {}

    /** The inverse; empty for no estimates, or where they determine each other or do not vary, so that there is none. */
    static Optional<double[][]> of(double[][] covariance) {
        int size = covariance.length;
        double[] scale = new double[size];
        double[][] factor = new double[size][size];
        for (int i = 0; i < size; i++) {
            if (!(covariance[i][i] > 0)) {
                return Optional.empty();
            }
            scale[i] = Math.sqrt(covariance[i][i]);
            double rest = 1;
            for (int j = 0; j < i; j++) {
                double entry = covariance[i][j] / scale[i] / scale[j] - product(factor[i], factor[j], j);
                factor[i][j] = entry / factor[j][j];
                rest -= factor[i][j] * factor[i][j];
            }
            if (!(rest > LEAST_PIVOT)) {
                return Optional.empty();
            }
            factor[i][i] = Math.sqrt(rest);
        }
        return size == 0 ? Optional.empty() : Optional.of(squared(inverted(factor), scale));
    }

    private static double product(double[] one, double[] two, int length) {
        double sum = 0;
        for (int k = 0; k < length; k++) {
            sum += one[k] * two[k];
        }
        return sum;
    }

    /** The inverse of a lower triangle, written as the upper triangle that it is turned: row j is its column j. */
    private static double[][] inverted(double[][] factor) {
        int size = factor.length;
        double[][] turned = new double[size][size];
        for (int j = 0; j < size; j++) {
            turned[j][j] = 1 / factor[j][j];
            for (int i = j + 1; i < size; i++) {
                double sum = 0;
                for (int k = j; k < i; k++) {
                    sum += factor[i][k] * turned[j][k];
                }
                turned[j][i] = -sum / factor[i][i];
            }
        }
        return turned;
    }

    private static double[][] squared(double[][] turned, double[] scale) {
        int size = scale.length;
        double[][] inverse = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = i; k < size; k++) {
                    sum += turned[i][k] * turned[j][k];
                }
                inverse[i][j] = sum / scale[i] / scale[j];
                inverse[j][i] = inverse[i][j];
            }
        }
        return inverse;
    }
}
