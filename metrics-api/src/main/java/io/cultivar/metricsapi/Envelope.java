package io.cultivar.metricsapi;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question for rows.
 *
 * @param asOf facts dated after this do not count; null where nothing is published
 * @param programs how many programs there are, asked for or not
 * @param data the rows
 */
record Envelope(@Nullable Instant asOf, int programs, List<Record> data) {

    Envelope {
        data = List.copyOf(data);
    }
}
