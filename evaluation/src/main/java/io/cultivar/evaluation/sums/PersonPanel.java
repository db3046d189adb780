package io.cultivar.evaluation.sums;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What one person adds to a {@link Cell.Panel}. Their products follow from their values, so that only the latter need be
 * kept: 38 numbers instead of 704 for each person, program and metric measured for three years.
 */
public final class PersonPanel {

    private static final int FIRST_VALUE = 2;

    private PersonPanel() {}

    /** What a person's values in consecutive periods add. */
    public static Sums of(List<BigDecimal> values, boolean newest) {
        List<BigDecimal> places = new ArrayList<>();
        places.add(BigDecimal.ONE);
        places.add(newest ? BigDecimal.ONE : BigDecimal.ZERO);
        places.addAll(values);
        for (int i = 0; i < values.size(); i++) {
            for (int j = i; j < values.size(); j++) {
                places.add(values.get(i).multiply(values.get(j)));
            }
        }
        return new Sums(places);
    }

    /** The sums of a cell without what follows from the rest; as they are where nothing does. */
    static Sums shortened(Cell cell, Sums sums) {
        if (cell instanceof Cell.Panel panel) {
            var rest = new Sums(sums.places().subList(0, FIRST_VALUE + panel.length()));
            return whole(cell, rest).equals(sums) ? rest : sums;
        }
        return sums;
    }

    /** The sums of a cell with all that follows from what was kept. */
    static Sums whole(Cell cell, Sums kept) {
        return cell instanceof Cell.Panel panel && kept.places().size() == FIRST_VALUE + panel.length()
                ? of(kept.places().subList(FIRST_VALUE, kept.places().size()), kept.count(1) == 1)
                : kept;
    }
}
