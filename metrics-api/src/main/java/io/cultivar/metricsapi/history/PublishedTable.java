package io.cultivar.metricsapi.history;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One table of what is published.
 *
 * @param name its name, the same in every publication
 * @param log whether rows stay where they are no longer published: a log of which only the newest part is at hand
 * @param rows all its rows, no two of which have the same key
 */
public record PublishedTable(String name, boolean log, List<Row> rows) {

    /**
     * One row.
     *
     * @param key JSON of what the row is about, written in one way only
     * @param content JSON of the whole row
     */
    public record Row(String key, String content) {}

    public PublishedTable {
        rows = List.copyOf(rows);
        Set<String> keys = new HashSet<>();
        for (Row row : rows) {
            if (!keys.add(row.key())) {
                throw new IllegalArgumentException("two rows of " + name + " have the key " + row.key());
            }
        }
    }
}
