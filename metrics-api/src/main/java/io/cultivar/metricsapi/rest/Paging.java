package io.cultivar.metricsapi.rest;

import io.cultivar.metricsapi.published.Snapshot;
import io.cultivar.metricsapi.tables.Dataset;
import io.cultivar.metricsapi.tables.Filter;
import io.cultivar.metricsapi.tables.Parameter;
import io.cultivar.metricsapi.tables.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some consecutive rows of a table.
 *
 * @param rows the rows
 * @param next where those after them begin; null where these are the last
 */
record Paging(List<Record> rows, @Nullable Cursor next) {

    /** What a table takes beside that which chooses its rows. */
    static final List<Parameter> PARAMETERS = List.of(Parameter.LIMIT, Parameter.CURSOR);

    Paging {
        rows = List.copyOf(rows);
    }

    /**
     * The page that is asked for.
     *
     * @throws Problem.Found where the cursor is of another publication or question, or is none
     */
    static Paging of(Dataset dataset, Snapshot snapshot, Filter filter) {
        String question = Cursor.question(dataset, filter);
        int from = filter.value(Parameter.CURSOR)
                .map(text -> offset(text, snapshot, question))
                .orElse(0);
        int limit = filter.value(Parameter.LIMIT).map(Integer::parseInt).orElse(Parameter.MOST_ROWS);
        // One row more than fits tells whether there is a next page; those behind it are not made.
        List<Record> rows =
                dataset.stream(snapshot, filter).skip(from).limit(limit + 1L).toList();
        boolean isLast = rows.size() <= limit;
        return isLast
                ? new Paging(rows, null)
                : new Paging(rows.subList(0, limit), new Cursor(snapshot.version(), question, from + limit));
    }

    private static int offset(String text, Snapshot snapshot, String question) {
        Cursor cursor = Cursor.read(text)
                .filter(read -> read.question().equals(question))
                .orElseThrow(() -> Problem.invalidCursor(text));
        if (!cursor.publication().equals(snapshot.version())) {
            throw Problem.publicationGone(cursor.publication(), snapshot.version());
        }
        return cursor.offset();
    }
}
