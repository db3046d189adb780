package io.cultivar.streams;

import io.cultivar.contract.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How far several tasks have come together: no farther than the slowest of those that a record has to pass. */
final class Watermark {

    private static final Progress NOWHERE = new Progress("nowhere", null, Map.of(), Map.of(), null);

    private Watermark() {}

    /**
     * What has passed both stages in front of the evaluation. An event about an employee passes the timeline of its own
     * partition; one about a program passes its catalog and, as a definition, every timeline.
     */
    static Progress of(String origin, Instant asOf, Map<String, Progress> origins, int partitions) {
        List<@Nullable Progress> timelines = new ArrayList<>();
        List<@Nullable Progress> everyone = new ArrayList<>();
        Map<String, Long> processed = new TreeMap<>();
        Map<String, Instant> arrived = new TreeMap<>();
        for (int partition = 0; partition < partitions; partition++) {
            Progress timeline = origins.get("timeline/" + partition);
            timelines.add(timeline);
            everyone.add(timeline);
            everyone.add(origins.get("catalog/" + partition));
            putSlowest(Topics.LEARNING_EVENTS.name() + "/" + partition, List.of(here(timeline)), processed, arrived);
            putSlowest(Topics.WORKFORCE_EVENTS.name() + "/" + partition, List.of(here(timeline)), processed, arrived);
        }
        for (int partition = 0; partition < partitions; partition++) {
            List<Progress> passed = new ArrayList<>();
            timelines.forEach(timeline -> passed.add(here(timeline)));
            passed.add(here(origins.get("catalog/" + partition)));
            putSlowest(Topics.PROGRAM_EVENTS.name() + "/" + partition, passed, processed, arrived);
        }
        return new Progress(origin, agreed(asOf, everyone), processed, arrived, latest(everyone));
    }

    /** What all tasks of one stage have passed, each of which told about everything. */
    static Progress slowest(String origin, Collection<Progress> tasks, int expected) {
        Map<String, Long> processed = new TreeMap<>();
        Map<String, Instant> arrived = new TreeMap<>();
        tasks.stream()
                .flatMap(task -> task.processed().keySet().stream())
                .distinct()
                .forEach(topicPartition -> putSlowest(topicPartition, tasks, processed, arrived));
        boolean complete = tasks.size() == expected;
        if (!complete) {
            processed.replaceAll((topicPartition, offset) -> 0L);
            arrived.clear();
        }
        List<@Nullable Progress> told = new ArrayList<>(tasks);
        Instant first =
                told.isEmpty() ? null : Objects.requireNonNull(told.get(0)).asOf();
        @Nullable Instant asOf = complete && first != null ? agreed(first, told) : null;
        return new Progress(origin, asOf, processed, arrived, latest(told));
    }

    private static Progress here(@Nullable Progress told) {
        return told == null ? NOWHERE : told;
    }

    private static void putSlowest(
            String topicPartition,
            Collection<Progress> tasks,
            Map<String, Long> processed,
            Map<String, Instant> arrived) {
        tasks.stream()
                .min(Comparator.comparingLong(task -> task.processed(topicPartition)))
                .ifPresent(slowest -> {
                    processed.put(topicPartition, slowest.processed(topicPartition));
                    @Nullable Instant last = slowest.arrived().get(topicPartition);
                    if (last != null) {
                        arrived.put(topicPartition, last);
                    }
                });
    }

    private static @Nullable Instant agreed(Instant asOf, List<@Nullable Progress> tasks) {
        boolean all = tasks.stream().allMatch(task -> task != null && asOf.equals(task.asOf()));
        return all ? asOf : null;
    }

    private static @Nullable Instant latest(List<@Nullable Progress> tasks) {
        @Nullable Instant latest = null;
        for (Progress task : tasks) {
            latest = task == null ? latest : Progress.later(latest, task.latestEventTime());
        }
        return latest;
    }
}
