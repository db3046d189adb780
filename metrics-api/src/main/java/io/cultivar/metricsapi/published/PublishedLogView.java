package io.cultivar.metricsapi.published;

import io.cultivar.contract.Json;
import io.cultivar.contract.result.Publication;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
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
     * @param restatements figures that were said otherwise; updates, which are many more, push none of them out
     * @param updates figures of which only more is known
     */
    record Limits(long bytes, int restatements, int updates) {
        static final Limits USUAL = new Limits(32L << 20, 20_000, 20_000);
    }

    /** A changed figure, and how many there were before it. */
    private record Numbered(long place, RestatementRow row) {}

    private static final String PROGRAM_PREFIX = "program/";

    private final Limits limits;
    private final Map<String, EarlierPublications.Entry> base = new TreeMap<>();
    private final Deque<EarlierPublications.Entry> entries = new ArrayDeque<>();
    private final Deque<Numbered> restatements = new ArrayDeque<>();
    private final Deque<Numbered> updates = new ArrayDeque<>();
    private final Map<String, Long> restated = new HashMap<>();
    private final Seats seats = new Seats();
    private long changes;
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
        RestatementRow.all(key, publication).forEach(this::remember);
        if (key.startsWith(PROGRAM_PREFIX)) {
            seats.published(key.substring(PROGRAM_PREFIX.length()), publication.program());
        }
        while (bytes > limits.bytes() && entries.size() > 1) {
            forgetOldest();
        }
        view = null;
    }

    private void remember(RestatementRow row) {
        var change = new Numbered(changes, row);
        changes++;
        switch (row.change()) {
            case RESTATEMENT -> {
                restated.merge(row.figure().id(), 1L, Long::sum);
                keep(change, restatements, limits.restatements());
            }
            case UPDATE -> keep(change, updates, limits.updates());
        }
    }

    private static void keep(Numbered change, Deque<Numbered> remembered, int limit) {
        remembered.add(change);
        if (remembered.size() > limit) {
            remembered.remove();
        }
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
                    base, List.copyOf(entries), rememberedChanges(), restated, seats.view(), from);
        }
        return view;
    }

    /** Those of both kinds in the order in which they were published. */
    private List<RestatementRow> rememberedChanges() {
        return Stream.concat(restatements.stream(), updates.stream())
                .sorted(Comparator.comparingLong(Numbered::place))
                .map(Numbered::row)
                .toList();
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
