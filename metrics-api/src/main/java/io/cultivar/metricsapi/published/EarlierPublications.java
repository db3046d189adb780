package io.cultivar.metricsapi.published;

import io.cultivar.contract.Json;
import io.cultivar.contract.result.Publication;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What was published before, as far as it is remembered; immutable.
 *
 * @param base by key, the entry that stood when memory begins
 * @param entries those after it, in the order in which they were published
 * @param changes the figures that changed, oldest first
 * @param restated how many figures were ever restated, by kind
 * @param seats by reporting currency, the programs that have had series of their own up to now ({@link Seats})
 * @param from when memory begins; null while there is none
 */
public record EarlierPublications(
        Map<String, Entry> base,
        List<Entry> entries,
        List<RestatementRow> changes,
        Map<String, Long> restated,
        Map<String, Set<String>> seats,
        @Nullable Instant from) {

    static final EarlierPublications NONE =
            new EarlierPublications(Map.of(), List.of(), List.of(), Map.of(), Map.of(), null);

    /** One publication; its JSON is compressed, because hundreds of thousands of them are kept. */
    record Entry(String key, Instant at, Packed json) {}

    /** Compressed bytes. */
    static final class Packed {
        private final byte[] deflated;

        Packed(byte[] deflated) {
            this.deflated = deflated.clone();
        }

        int size() {
            return deflated.length;
        }

        Publication read() {
            try (var in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
                return Json.read(in.readAllBytes(), Publication.class);
            } catch (IOException e) {
                throw new UncheckedIOException("reading from memory cannot fail", e);
            }
        }
    }

    public EarlierPublications {
        base = Map.copyOf(base);
        entries = List.copyOf(entries);
        changes = List.copyOf(changes);
        restated = Map.copyOf(restated);
        seats = Map.copyOf(seats);
    }

    /** The publications that stood at some time, by key; empty where nothing is remembered of it. */
    Optional<Map<String, Publication>> at(Instant then) {
        if (from == null || then.isBefore(from)) {
            return Optional.empty();
        }
        Map<String, Entry> standing = new TreeMap<>();
        Stream.concat(base.values().stream(), entries.stream())
                .filter(entry -> !entry.at().isAfter(then))
                .forEach(entry -> standing.put(entry.key(), entry));
        Map<String, Publication> publications = new TreeMap<>();
        standing.forEach((key, entry) -> publications.put(key, entry.json().read()));
        return Optional.of(publications);
    }
}
