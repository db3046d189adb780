package io.cultivar.evaluation.fold;

import io.cultivar.contract.event.MetricDefined;
import io.cultivar.contract.event.ProgramDefined;
import org.jspecify.annotations.Nullable;

/** What programs and metrics mean, as far as it is known. */
public interface Definitions {

    /** The definition of a program; null where it has none (yet). */
    @Nullable
    ProgramDefined program(String program);

    /** The definition of a metric; null where it has none (yet). */
    @Nullable
    MetricDefined metric(String metric);
}
