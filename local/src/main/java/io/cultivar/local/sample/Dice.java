package io.cultivar.local.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded chance. Only whole-number steps are asked of the library, so that every JDK rolls the same. */
final class Dice {

    private final SplittableRandom random;

    private Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Dice of their own for each purpose: what one part of the company rolls does not move the others. */
    static Dice of(long seed, String purpose) {
        return new Dice(new SplittableRandom(seed).nextLong() * 31 + purpose.hashCode());
    }

    /** Uniform in [0, 1). */
    double unit() {
        return (random.nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in 0 .. bound - 1. */
    int below(int bound) {
        return (int) (unit() * bound);
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    /** Near enough to standard normal: the sum of twelve uniforms. No logarithm that a platform may round its way. */
    double normal() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += unit();
        }
        return sum;
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    <T> List<T> shuffled(List<T> items) {
        List<T> result = new ArrayList<>(items);
        for (int i = result.size() - 1; i > 0; i--) {
            T moved = result.set(below(i + 1), result.get(i));
            result.set(i, moved);
        }
        return result;
    }
}
