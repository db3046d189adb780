package io.cultivar.evaluation.statistics;

import io.cultivar.contract.result.Estimate;
import java.math.BigDecimal;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Somebody looks after every person who comes into one of two arms that do not differ, and notes whether any look excluded
 * 0: that is a false alarm.
 */
final class Looks {

    /** The share of the runs with a false alarm at some look, by what was looked at. */
    record FalseAlarms(double fixed, double ungated, double gated) {}

    /** Values have this many decimals. */
    private static final int SCALE = 3;

    /** From here on looks are taken. */
    private static final int FEWEST = 10;

    /** No look at a smaller |t| can exclude 0: the fixed interval is wider than 1.959, the always-valid one than 3.03. */
    private static final double FIXED_WIDTH = 1.959;

    private static final double ALWAYS_VALID_WIDTH = 3.03;

    private Arm treatment = new Arm();
    private Arm control = new Arm();
    private boolean fixed;
    private boolean ungated;
    private boolean gated;

    private Looks() {}

    /** As many runs as asked for, each with as many people, of whom a share is treated. */
    static FalseAlarms falseAlarms(int runs, int people, double treated, ToDoubleFunction<Random> values, long seed) {
        var random = new Random(seed);
        int fixed = 0;
        int ungated = 0;
        int gated = 0;
        for (int run = 0; run < runs; run++) {
            var looks = new Looks();
            for (int person = 0; person < people && !looks.gated; person++) {
                Arm arm = random.nextDouble() < treated ? looks.treatment : looks.control;
                arm.add(Math.round(values.applyAsDouble(random) * 1000));
                looks.look();
            }
            fixed += looks.fixed ? 1 : 0;
            ungated += looks.ungated ? 1 : 0;
            gated += looks.gated ? 1 : 0;
        }
        return new FalseAlarms((double) fixed / runs, (double) ungated / runs, (double) gated / runs);
    }

    private void look() {
        if (Math.min(treatment.n, control.n) < FEWEST) {
            return;
        }
        double error = Math.sqrt(treatment.squaredError() + control.squaredError());
        double t = Math.abs(treatment.mean() - control.mean()) / error;
        if (t > (fixed ? ALWAYS_VALID_WIDTH : FIXED_WIDTH)) {
            SkewedMoments treated = treatment.moments();
            SkewedMoments controls = control.moments();
            WelchDifference.of(treated.moments(), controls.moments())
                    .ifPresent(difference -> look(difference, treated, controls));
        }
    }

    private void look(Estimate difference, SkewedMoments treated, SkewedMoments controls) {
        fixed |= difference.p() < 0.05;
        long people = treated.moments().n() + controls.moments().n();
        if (AlwaysValidInterval.interval(difference, people, null).p() < 0.05) {
            ungated = true;
            gated |= AlwaysValidInterval.of(difference, treated, controls, null).isPresent();
        }
    }

    /** Sums of values in thousandths. */
    private static final class Arm {

        private int n;
        private long sum;
        private BigDecimal squares = BigDecimal.ZERO;
        private BigDecimal cubes = BigDecimal.ZERO;
        private double roughSquares;

        private void add(long value) {
            var exact = BigDecimal.valueOf(value, SCALE);
            n++;
            sum += value;
            squares = squares.add(exact.multiply(exact));
            cubes = cubes.add(exact.pow(3));
            roughSquares += 1e-6 * value * value;
        }

        private double mean() {
            return 1e-3 * sum / n;
        }

        private double squaredError() {
            return Math.max(0, roughSquares / n - mean() * mean()) / (n - 1);
        }

        private SkewedMoments moments() {
            return new SkewedMoments(new Moments(n, BigDecimal.valueOf(sum, SCALE), squares), cubes);
        }
    }
}
