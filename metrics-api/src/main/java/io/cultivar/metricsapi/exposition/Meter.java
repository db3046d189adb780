package io.cultivar.metricsapi.exposition;

import java.util.List;

/**
 * One metric family.
 *
 * @param group what it is about
 * @param id the name as Prometheus sees it
 * @param help what it means
 * @param labels the names of its labels
 */
record Meter(MeterGroup group, String id, String help, List<String> labels) {

    private static final String INFO_SUFFIX = "_info";
    private static final String COUNTER_SUFFIX = "_total";

    Meter {
        labels = List.copyOf(labels);
    }

    /** Whether it only carries attributes in its labels; its value is always 1. */
    boolean isInfo() {
        return id.endsWith(INFO_SUFFIX);
    }

    /** Whether it only ever grows: a fact about the pipeline, never a result. */
    boolean isCounter() {
        return id.endsWith(COUNTER_SUFFIX);
    }

    /** The name without the suffix that the client library adds to families of attributes and to counters. */
    String baseName() {
        if (isInfo()) {
            return id.substring(0, id.length() - INFO_SUFFIX.length());
        }
        return isCounter() ? id.substring(0, id.length() - COUNTER_SUFFIX.length()) : id;
    }
}
