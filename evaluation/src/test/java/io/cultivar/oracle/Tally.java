package io.cultivar.oracle;

import io.cultivar.evaluation.sums.Cell;
import io.cultivar.evaluation.sums.Sums;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** Adds up what people and programs put into cells. */
final class Tally {

    private final Map<Cell, BigDecimal[]> cells = new HashMap<>();

    void add(Cell cell, BigDecimal... places) {
        BigDecimal[] before = cells.get(cell);
        BigDecimal[] now = places.clone();
        if (before != null) {
            for (int place = 0; place < now.length; place++) {
                now[place] = now[place].add(before[place]);
            }
        }
        cells.put(cell, now);
    }

    void count(Cell cell, long... places) {
        BigDecimal[] decimals = new BigDecimal[places.length];
        for (int place = 0; place < places.length; place++) {
            decimals[place] = BigDecimal.valueOf(places[place]);
        }
        add(cell, decimals);
    }

    /** One value v: [n, Sv, Svv]. */
    void value(Cell cell, BigDecimal v) {
        add(cell, BigDecimal.ONE, v, v.multiply(v));
    }

    /** One pair (x, y): [n, Sx, Sy, Sxx, Syy, Sxy]. */
    void pair(Cell cell, BigDecimal x, BigDecimal y) {
        add(cell, BigDecimal.ONE, x, y, x.multiply(x), y.multiply(y), x.multiply(y));
    }

    /** Whatever adds up to zero in every place of a cell is no cell. */
    Map<Cell, Sums> cells() {
        Map<Cell, Sums> sums = new HashMap<>();
        cells.forEach((cell, places) -> {
            for (BigDecimal place : places) {
                if (place.signum() != 0) {
                    sums.put(cell, Sums.of(places));
                }
            }
        });
        return sums;
    }
}
