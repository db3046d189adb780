package io.cultivar.metricsapi;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row about a stretch of event time, half-open, by days of UTC; null where a row of this kind is about none. */
interface Dated {

    /** The first day. */
    @Nullable
    LocalDate from();

    /** The day after the last. */
    @Nullable
    LocalDate to();
}
