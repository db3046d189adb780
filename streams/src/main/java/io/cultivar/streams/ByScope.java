package io.cultivar.streams;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Sends each message to the task of its scope, and what concerns no single scope to all of them. */
final class ByScope implements StreamPartitioner<String, Message> {

    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, Message message, int partitions) {
        String scope = message.scope();
        return Optional.of(
                scope == null
                        ? IntStream.range(0, partitions).boxed().collect(Collectors.toSet())
                        : Set.of(partition(scope, partitions)));
    }

    /** The partition of a scope. */
    static int partition(String scope, int partitions) {
        return Utils.toPositive(Utils.murmur2(scope.getBytes(StandardCharsets.UTF_8))) % partitions;
    }
}
