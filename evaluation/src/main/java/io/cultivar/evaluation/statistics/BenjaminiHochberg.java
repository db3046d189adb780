package io.cultivar.evaluation.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * P-values adjusted for having looked at several hypotheses (Benjamini and Hochberg 1995): with m of them, the i-th smallest
 * becomes min over j &gt;= i of m p_(j) / j, at most 1. Calling all with an adjusted value of at most q an effect keeps the
 * expected share of false ones among them (false discovery rate) at most q, where the hypotheses are independent or
 * positively dependent.
 */
public final class BenjaminiHochberg {

    private BenjaminiHochberg() {}

    /** The adjusted values, in the order of the given ones; none for none. */
    public static List<Double> adjust(List<Double> p) {
        int m = p.size();
        List<Integer> largestFirst = IntStream.range(0, m)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> p.get(i)).reversed())
                .toList();
        List<Double> adjusted = new ArrayList<>(Collections.nCopies(m, 1.0));
        double least = 1;
        int rank = m;
        for (int i : largestFirst) {
            least = Math.min(least, p.get(i) * m / rank);
            adjusted.set(i, least);
            rank--;
        }
        return List.copyOf(adjusted);
    }
}
