package io.cultivar.streams;

import org.jspecify.annotations.Nullable;

/** Kafka Streams hands a processor its context only in {@code init}: what is set there is there ever after. */
final class Nullness {

    private Nullness() {}

    static <T> T initialized(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a processor was used before it was initialised");
        }
        return value;
    }
}
