package io.cultivar.metricsapi.exposition;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that dashboards and rules may ask for: what this service exports of the results, and what the processes
 * count of themselves. That the latter really is there, DashboardQueriesIT sees.
 */
public final class ExportedMetrics {

    /** What Prometheus adds to every series. */
    private static final Set<String> ADDED = Set.of("job", "instance");

    /** Of single processes, with their labels; the names are those of their own modules' tests. */
    private static final Map<String, List<String>> OF_PROCESSES = Map.ofEntries(
            Map.entry("training_pipeline_events_accepted_total", List.of("event_type")),
            Map.entry("training_pipeline_events_rejected_total", List.of("reason")),
            Map.entry("training_pipeline_events_failed_total", List.of()),
            Map.entry("training_pipeline_last_event_timestamp_seconds", List.of("event_type")),
            Map.entry("training_pipeline_events_duplicate_total", List.of("event_type")),
            Map.entry("training_pipeline_events_late_total", List.of("event_type")),
            Map.entry("training_pipeline_delay_seconds_sum", List.of()),
            Map.entry("training_pipeline_delay_seconds_count", List.of()),
            Map.entry("ingest_request_duration_seconds_sum", List.of("status")),
            Map.entry("ingest_request_duration_seconds_count", List.of("status")),
            Map.entry("training_streams_state", List.of("state")),
            Map.entry("training_streams_lag_records", List.of("topic", "partition")),
            Map.entry("training_streams_alive_threads", List.of()),
            Map.entry("training_streams_failed_threads", List.of()),
            Map.entry("training_streams_store_bytes", List.of("store")),
            Map.entry("training_streams_store_keys", List.of("store")),
            Map.entry("training_pipeline_rejected_records", List.of()),
            Map.entry("training_metrics_unreadable_records_total", List.of()),
            Map.entry("training_metrics_reader_failures_total", List.of()),
            Map.entry("training_history_current_timestamp_seconds", List.of()),
            Map.entry("training_history_failures_total", List.of()),
            Map.entry("training_history_publications_total", List.of()),
            Map.entry("training_api_request_duration_seconds_sum", List.of("route", "code")),
            Map.entry("training_api_request_duration_seconds_count", List.of("route", "code")),
            Map.entry("jvm_memory_used_bytes", List.of("area", "id")),
            Map.entry("jvm_gc_pause_seconds_sum", List.of("action", "cause")),
            Map.entry("up", List.of()),
            // Of Prometheus itself.
            Map.entry("prometheus_notifications_errors_total", List.of("alertmanager")),
            Map.entry("prometheus_notifications_dropped_total", List.of()),
            Map.entry("prometheus_notifications_alertmanagers_discovered", List.of()),
            Map.entry(
                    "ALERTS",
                    List.of("alertname", "alertstate", "severity", "audience", "program", "provider", "kpi")));

    private ExportedMetrics() {}

    public static Set<String> ofResults() {
        Set<String> names = new HashSet<>();
        TrainingMeters.families().forEach(meter -> names.add(meter.id()));
        return names;
    }

    /** Every estimate with the families of its bounds. */
    public static Map<String, List<String>> boundsOfEstimates() {
        Map<String, List<String>> bounds = new HashMap<>();
        List<String> ids = TrainingMeters.families().map(Meter::id).toList();
        for (TrainingMeters family : TrainingMeters.values()) {
            String id = family.meter().id();
            // The families of the bounds follow their estimate.
            List<String> next = ids.subList(ids.indexOf(id) + 1, Math.min(ids.indexOf(id) + 3, ids.size()));
            if (next.size() == 2
                    && next.get(0).contains("_ci_lower")
                    && next.get(1).contains("_ci_upper")) {
                bounds.put(id, next);
            }
        }
        return bounds;
    }

    public static Map<String, Set<String>> labelsByName() {
        Map<String, Set<String>> all = new HashMap<>();
        TrainingMeters.families().forEach(meter -> all.put(meter.id(), withAdded(meter.labels())));
        OF_PROCESSES.forEach((name, labels) -> all.put(name, withAdded(labels)));
        return all;
    }

    private static Set<String> withAdded(List<String> labels) {
        Set<String> all = new HashSet<>(labels);
        all.addAll(ADDED);
        return all;
    }
}
