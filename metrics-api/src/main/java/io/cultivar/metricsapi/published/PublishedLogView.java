package io.cultivar.metricsapi.published;

import io.cultivar.contract.Json;
import io.cultivar.contract.result.Publication;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What was published, while its log is being read, within limits: where they are reached, memory begins later. For one thread.
 *
 * <p>What was published before it begins and still stood then stays known, one entry for each program; so what it says of
 * any later time is complete.
 */
final class PublishedLogView {

    /**
     * How much is remembered.
     *
     * @param bytes compressed publications
     * @param changes changed figures
     */
    record Limits(long bytes, int changes) {
        static final Limits USUAL = new Limits(32L << 20, 20_000);
    }

    private static final String PROGRAM_PREFIX = "program/";

    private final Limits limits;
    private final Map<String, EarlierPublications.Entry> base = new TreeMap<>();
    private final Deque<EarlierPublications.Entry> entries = new ArrayDeque<>();
    private final Deque<RestatementRow> changes = new ArrayDeque<>();
    private final Map<String, Long> restated = new HashMap<>();
    private final Seats seats = new Seats();
    private long bytes;
    private @Nullable Instant from;
    private @Nullable EarlierPublications view;

    PublishedLogView(Limits limits) {
        this.limits = limits;
    }

    /**
     * Takes in one entry of the log.
     *
     * @throws UncheckedIOException where it cannot be read
     */
    void add(String key, byte[] json) {
        var publication = Json.read(json, Publication.class);
        var entry = new EarlierPublications.Entry(key, publication.at(), pack(json));
        if (from == null) {
            from = entry.at();
        }
        entries.add(entry);
        bytes += entry.json().size();
        RestatementRow.all(key, publication).forEach(row -> {
            changes.add(row);
            if (row.change() == RestatementRow.Change.RESTATEMENT) {
                restated.merge(row.figure().id(), 1L, Long::sum);
            }
        });
        if (key.startsWith(PROGRAM_PREFIX)) {
            seats.published(key.substring(PROGRAM_PREFIX.length()), publication.program());
        }
        while (changes.size() > limits.changes()) {
            changes.remove();
        }
        while (bytes > limits.bytes() && entries.size() > 1) {
            forgetOldest();
        }
        view = null;
    }

    private void forgetOldest() {
        EarlierPublications.Entry oldest = entries.remove();
        bytes -= oldest.json().size();
        base.put(oldest.key(), oldest);
        from = oldest.at();
    }

    /** What is remembered by now. */
    EarlierPublications view() {
        if (view == null) {
            view = new EarlierPublications(
                    base, List.copyOf(entries), new ArrayList<>(changes), restated, seats.view(), from);
        }
        return view;
    }

    private static EarlierPublications.Packed pack(byte[] json) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed)) {
            out.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return new EarlierPublications.Packed(packed.toByteArray());
    }
}
