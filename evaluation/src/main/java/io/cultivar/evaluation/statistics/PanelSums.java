package io.cultivar.evaluation.statistics;

import io.cultivar.evaluation.sums.Sums;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The sufficient statistics of people who were all measured in the same consecutive periods, exactly: how many, the sum of
 * each period and the sums of the products of every two (the Gram matrix).
 *
 * @param length how many periods
 * @param sums [n, those whose newest run it is, sums, upper triangle of the Gram matrix row by row]
 */
public record PanelSums(int length, Sums sums) {

    /** The most periods that are looked at together. */
    public static final int LONGEST = 36;

    private static final int FIRST_SUM = 2;

    /** How many people. */
    public long n() {
        return sums.count(0);
    }

    /** Of how many this is the newest run of consecutive periods. */
    public long newest() {
        return sums.count(1);
    }

    /** The same people in so many of the periods, from one on. */
    public PanelSums part(int from, int periods) {
        if (from == 0 && periods == length) {
            return this;
        }
        List<BigDecimal> places = new ArrayList<>();
        places.add(sums.at(0));
        places.add(sums.at(1));
        for (int i = 0; i < periods; i++) {
            places.add(sum(from + i));
        }
        for (int i = 0; i < periods; i++) {
            for (int j = i; j < periods; j++) {
                places.add(product(from + i, from + j));
            }
        }
        return new PanelSums(periods, new Sums(places));
    }

    BigDecimal sum(int period) {
        return sums.at(FIRST_SUM + period);
    }

    BigDecimal product(int one, int other) {
        int row = Math.min(one, other);
        int column = Math.max(one, other);
        int rowStart = FIRST_SUM + length + row * length - row * (row - 1) / 2;
        return sums.at(rowStart + column - row);
    }

    /** Of the change d between two of the periods: Sd = S_to - S_from, Sdd = G_to,to + G_from,from - 2 G_from,to. */
    public Moments change(int from, int to) {
        BigDecimal mixed = product(from, to);
        return new Moments(
                n(),
                sum(to).subtract(sum(from)),
                product(to, to).add(product(from, from)).subtract(mixed.add(mixed)));
    }
}
