package io.cultivar.metricsapi;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question for rows.
 *
 * @param asOf facts dated after this do not count in any row; null where nothing is published, and while a new one is
 *     being applied (then {@code /v1/programs} says which program has which)
 * @param programs how many programs there are, asked for or not
 * @param data the rows
 */
record Envelope(@Nullable Instant asOf, int programs, List<Record> data) {

    Envelope {
        data = List.copyOf(data);
    }
}
