package io.cultivar.metricsapi.published;

import io.cultivar.contract.Json;
import io.cultivar.contract.Topics;
import io.cultivar.contract.result.CompanyResult;
import io.cultivar.contract.result.PipelineResult;
import io.cultivar.contract.result.PortfolioResult;
import io.cultivar.contract.result.ProgramResult;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The latest record of each key, while it is being read; for one thread. */
final class PublishedView {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedView.class);
    private static final String PROGRAM_PREFIX = "program/";
    private static final String PIPELINE_KEY = "pipeline";

    private record Entry(Object value, String digest) {}

    private final Map<String, Entry> entries = new TreeMap<>();
    private final PublishedLogView log = new PublishedLogView(PublishedLogView.Limits.USUAL);
    private @Nullable Instant published;
    private long logged;

    /**
     * Takes in one record: a value replaces, a tombstone removes.
     *
     * @return false where the record cannot be read; whatever its key held before is then gone too, because showing an
     * old
     *     result as if it were the current one would be wrong
     */
    boolean accept(ConsumerRecord<byte[], byte[]> item) {
        String key = item.key() == null ? "" : new String(item.key(), StandardCharsets.UTF_8);
        String entryKey = item.topic() + ' ' + key;
        Instant time = Instant.ofEpochMilli(item.timestamp());
        published = published == null || time.isAfter(published) ? time : published;
        if (item.topic().equals(Topics.PUBLISHED_LOG.name())) {
            return log(item, key);
        }
        entries.remove(entryKey);
        if (item.value() == null) {
            return true;
        }
        try {
            entries.put(
                    entryKey,
                    new Entry(
                            read(item.topic(), key, item.value()),
                            new Digest().add(item.value()).text()));
            return true;
        } catch (UncheckedIOException | IllegalArgumentException e) {
            return unreadable(item, e);
        }
    }

    private boolean log(ConsumerRecord<byte[], byte[]> item, String key) {
        logged = item.offset() + 1;
        if (item.value() == null) {
            return unreadable(item, new IllegalArgumentException("an entry without content"));
        }
        try {
            log.add(key, item.value());
            return true;
        } catch (UncheckedIOException | IllegalArgumentException e) {
            return unreadable(item, e);
        }
    }

    private static boolean unreadable(ConsumerRecord<byte[], byte[]> item, RuntimeException e) {
        Throwable why = e.getCause() == null ? e : e.getCause();
        LOG.error(
                "left out an unreadable record, {}-{}@{}: {}",
                item.topic(),
                item.partition(),
                item.offset(),
                why.toString());
        return false;
    }

    private static Object read(String topic, String key, byte[] value) {
        if (topic.equals(Topics.PUBLISHED_PIPELINE.name()) && key.equals(PIPELINE_KEY)) {
            return Json.read(value, PipelineResult.class);
        }
        if (topic.equals(Topics.PUBLISHED_COMPANY.name()) && key.equals(Topics.COMPANY)) {
            return Json.read(value, CompanyResult.class);
        }
        if (topic.equals(Topics.PUBLISHED_COMPANY.name()) && key.equals(Topics.PORTFOLIO)) {
            return Json.read(value, PortfolioResult.class);
        }
        if (topic.equals(Topics.PUBLISHED_PROGRAMS.name()) && key.startsWith(PROGRAM_PREFIX)) {
            ProgramResult result = Json.read(value, ProgramResult.class);
            if (!key.equals(PROGRAM_PREFIX + result.program())) {
                throw new IllegalArgumentException("key " + key + " holds program " + result.program());
            }
            return result;
        }
        throw new IllegalArgumentException("no such key: " + key);
    }

    /** What has been read so far, as one immutable value. */
    Snapshot snapshot(Instant received) {
        return new Snapshot(
                values(ProgramResult.class),
                value(CompanyResult.class),
                value(PortfolioResult.class),
                value(PipelineResult.class),
                published,
                received,
                version(),
                log.view());
    }

    /** The only one of its type: each has one key. */
    private <T> @Nullable T value(Class<T> type) {
        return values(type).stream().findFirst().orElse(null);
    }

    private <T> List<T> values(Class<T> type) {
        return entries.values().stream()
                .map(Entry::value)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private String version() {
        Digest digest = new Digest();
        entries.forEach((key, entry) -> digest.add(key).add(entry.digest()));
        return digest.add(Long.toString(logged)).text();
    }
}
