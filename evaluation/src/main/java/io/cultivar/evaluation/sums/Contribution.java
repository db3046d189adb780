package io.cultivar.evaluation.sums;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one subject adds to which cells. Cells to which nothing is added are not in it. */
public final class Contribution {

    /** Nothing at all. */
    public static final Contribution NONE = new Contribution(Map.of());

    private final Map<Cell, Sums> cells;

    private Contribution(Map<Cell, Sums> cells) {
        this.cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /** One cell and what is added to it, as JSON keeps it: without what follows from the rest. */
    public record Entry(Cell cell, Sums sums) {}

    @JsonCreator
    static Contribution ofEntries(List<Entry> entries) {
        var builder = new Builder();
        entries.forEach(entry -> builder.add(entry.cell(), PersonPanel.whole(entry.cell(), entry.sums())));
        return builder.build();
    }

    @JsonValue
    List<Entry> entries() {
        return cells.entrySet().stream()
                .map(entry -> new Entry(entry.getKey(), PersonPanel.shortened(entry.getKey(), entry.getValue())))
                .toList();
    }

    /** What is added, by cell. */
    public Map<Cell, Sums> cells() {
        return cells;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Contribution contribution && cells.equals(contribution.cells);
    }

    @Override
    public int hashCode() {
        return cells.hashCode();
    }

    @Override
    public String toString() {
        return cells.toString();
    }

    /**
     * Adds up contributions. With {@link #replace} it yields the signed exact difference between what a subject contributes
     * now and what it contributed before: adding that to the sums corrects them without knowing anybody else's part.
     */
    public static final class Builder {

        private final Map<Cell, Sums> cells = new LinkedHashMap<>();

        /** Adds sums to a cell. */
        public Builder add(Cell cell, Sums sums) {
            cells.merge(cell, sums, Sums::plus);
            return this;
        }

        /** Takes one contribution out and puts another in. */
        public Builder replace(Contribution before, Contribution now) {
            before.cells.forEach((cell, sums) -> add(cell, sums.negated()));
            now.cells.forEach(this::add);
            return this;
        }

        /** What has come together; cells in which nothing is left are gone. */
        public Contribution build() {
            cells.values().removeIf(Sums::isZero);
            return new Contribution(cells);
        }
    }
}
