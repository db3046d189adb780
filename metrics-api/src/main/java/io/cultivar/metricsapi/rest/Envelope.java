package io.cultivar.metricsapi.rest;

import io.cultivar.metricsapi.about.Methods;
import io.cultivar.metricsapi.published.Snapshot;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question for rows.
 *
 * @param publication which state of all results this is from: answers with the same one fit together
 * @param asOf facts dated after this do not count in any row; null where nothing is published, and while a new one is
 *     being applied (then {@code /v1/programs} says which program has which)
 * @param methods version of the methods, {@link Methods#VERSION}
 * @param currency the currency of all rows that have one; null where none has, or they differ
 * @param watermark how far the input has been read; null where the pipeline has not said anything
 * @param programs how many programs there are, asked for or not
 * @param window which event time the rows are about; null where nothing says so
 * @param rows how many rows this has
 * @param suppressed of them, those in which something is withheld, the whole or a part; each says so where it is
 * @param next where the rows after these are asked for: path and query; null where there are none
 * @param data the rows
 */
record Envelope(
        String publication,
        @Nullable Instant asOf,
        String methods,
        @Nullable String currency,
        @Nullable Watermark watermark,
        @Nullable Window window,
        int programs,
        int rows,
        int suppressed,
        @Nullable String next,
        List<Record> data) {

    Envelope {
        data = List.copyOf(data);
    }

    /** These rows, which are all that there are, with what the snapshot says about them. */
    static Envelope of(Snapshot snapshot, List<? extends Record> data) {
        return of(snapshot, data, null);
    }

    /** These rows with what the snapshot says about all of them; those after them are at {@code next}. */
    static Envelope of(Snapshot snapshot, List<? extends Record> data, @Nullable String next) {
        RowMarks marks = RowMarks.of(data);
        return new Envelope(
                snapshot.version(),
                snapshot.asOf(),
                Methods.VERSION,
                marks.currency(),
                snapshot.pipeline() == null ? null : Watermark.of(snapshot.pipeline()),
                Window.of(snapshot.asOf(), data),
                snapshot.programs().size(),
                data.size(),
                marks.withheld(),
                next,
                List.copyOf(data));
    }
}
