package io.cultivar.streams;

import io.cultivar.contract.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How far several tasks have come together: no farther than the slowest of those that a record has to pass. */
final class Watermark {

    private Watermark() {}

    /**
     * What has passed both stages in front of the evaluation. An event about an employee passes the timeline of its own
     * partition; one about a program passes its catalog and, as a definition, every timeline.
     */
    static Progress of(String origin, Instant asOf, Map<String, Progress> origins, int partitions) {
        List<@Nullable Progress> timelines = new ArrayList<>();
        List<@Nullable Progress> everyone = new ArrayList<>();
        Map<String, Long> processed = new TreeMap<>();
        for (int partition = 0; partition < partitions; partition++) {
            Progress timeline = origins.get("timeline/" + partition);
            timelines.add(timeline);
            everyone.add(timeline);
            everyone.add(origins.get("catalog/" + partition));
            put(processed, Topics.LEARNING_EVENTS.name() + "/" + partition, timeline);
            put(processed, Topics.WORKFORCE_EVENTS.name() + "/" + partition, timeline);
        }
        IntStream.range(0, partitions).forEach(partition -> {
            String topicPartition = Topics.PROGRAM_EVENTS.name() + "/" + partition;
            Progress catalog = origins.get("catalog/" + partition);
            long slowest = timelines.stream()
                    .mapToLong(timeline -> timeline == null ? 0 : timeline.processed(topicPartition))
                    .min()
                    .orElse(0);
            processed.put(topicPartition, Math.min(slowest, catalog == null ? 0 : catalog.processed(topicPartition)));
        });
        return new Progress(origin, agreed(asOf, everyone), processed, latest(everyone));
    }

    /** What all tasks of one stage have passed, each of which told about everything. */
    static Progress slowest(String origin, Collection<Progress> tasks, int expected) {
        Map<String, Long> processed = new TreeMap<>();
        for (Progress task : tasks) {
            task.processed().forEach((topicPartition, offset) -> processed.merge(topicPartition, offset, Math::min));
        }
        boolean complete = tasks.size() == expected;
        if (!complete) {
            processed.replaceAll((topicPartition, offset) -> 0L);
        }
        List<@Nullable Progress> told = new ArrayList<>(tasks);
        Instant first =
                told.isEmpty() ? null : Objects.requireNonNull(told.get(0)).asOf();
        @Nullable Instant asOf = complete && first != null ? agreed(first, told) : null;
        return new Progress(origin, asOf, processed, latest(told));
    }

    private static void put(Map<String, Long> processed, String topicPartition, @Nullable Progress timeline) {
        processed.put(topicPartition, timeline == null ? 0L : timeline.processed(topicPartition));
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
