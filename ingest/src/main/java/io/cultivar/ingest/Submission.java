package io.cultivar.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.event.Decoded;
import io.cultivar.contract.event.EventReader;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One event as somebody sent it: nothing about it is known yet. */
public final class Submission {

    private final byte[] buffer;
    private final int from;
    private final int to;
    private final @Nullable JsonNode tree;

    private Submission(byte[] buffer, int from, int to, @Nullable JsonNode tree) {
        this.buffer = buffer;
        this.from = from;
        this.to = to;
        this.tree = tree;
    }

    /** An event as its JSON. */
    public static Submission of(byte[] json) {
        return slice(json, 0, json.length);
    }

    /**
     * An event that was translated from another form, such as a row of CSV.
     *
     * @param tree the event as JSON
     * @param original the bytes that it was translated from; kept, sealed, where the event is refused
     */
    public static Submission translated(JsonNode tree, byte[] original) {
        return new Submission(original, 0, original.length, tree);
    }

    /** An event as a part of a larger body, which is not copied until the event is read. */
    static Submission slice(byte[] body, int from, int to) {
        return new Submission(body, from, to, null);
    }

    /** Judges the event. */
    Decoded read() {
        return tree == null ? EventReader.read(bytes(Integer.MAX_VALUE)) : EventReader.read(tree);
    }

    int length() {
        return to - from;
    }

    /** The event as sent, or the beginning of it where it is longer than {@code limit}. */
    byte[] bytes(int limit) {
        return Arrays.copyOfRange(buffer, from, from + Math.min(limit, length()));
    }

    @Nullable
    JsonNode tree() {
        return tree;
    }
}
