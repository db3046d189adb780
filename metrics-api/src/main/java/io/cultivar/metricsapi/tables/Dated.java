package io.cultivar.metricsapi.tables;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row about a stretch of event time, half-open, by days of UTC; null where a row of this kind is about none. */
public interface Dated {

    /** The first day. */
    @Nullable
    LocalDate from();

    /** The day after the last. */
    @Nullable
    LocalDate to();
}
