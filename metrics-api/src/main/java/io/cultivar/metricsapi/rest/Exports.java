package io.cultivar.metricsapi.rest;

import io.cultivar.contract.Json;
import io.cultivar.metricsapi.published.Snapshot;
import io.cultivar.metricsapi.tables.Dataset;
import io.cultivar.metricsapi.tables.Filter;
import io.cultivar.metricsapi.tables.Parameter;
import io.cultivar.metricsapi.tables.Problem;
import io.cultivar.metricsapi.tables.Trends;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Whole tables for notebooks: each alone, or all in one archive, without pages. */
public final class Exports {

    /** Where a table is, as a whole. */
    public static final String PATH = "/v1/exports/{dataset}";

    /** Where all of them are. */
    public static final String ALL_PATH = "/v1/exports/all.zip";

    static final String ZIP = "application/zip";

    /** What an export can be written as; the first where a request does not say. */
    static final List<Format> FORMATS = List.of(Format.CSV, Format.NDJSON);

    /** In the archive: the envelope of JSON answers. */
    static final String ENVELOPE = "publication.json";

    /** Trends are exported as they are published: whatever is longer can be put together from them. */
    private static final Filter FINEST = new Filter(Map.of(Parameter.BUCKET, List.of(Trends.FINEST)));

    /** The same archive of the same publication, to the byte, whenever and wherever it is made. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Exports() {}

    /** The names of all tables, as they stand in the path. */
    static List<String> names() {
        return Arrays.stream(Dataset.values()).map(Dataset::fileName).toList();
    }

    /**
     * The table with this name.
     *
     * @throws Problem.Found where there is none
     */
    static Dataset table(String name) {
        return Dataset.named(name).orElseThrow(() -> Problem.unknownTable(name, names()));
    }

    /** All rows of a table. */
    static Envelope whole(Snapshot snapshot, Dataset dataset) {
        return Envelope.of(snapshot, dataset.rows(snapshot, dataset == Dataset.TRENDS ? FINEST : Filter.ALL));
    }

    /** Every table as CSV, and what is said about all of them in JSON. */
    static byte[] all(Snapshot snapshot) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            add(zip, ENVELOPE, Json.write(Envelope.of(snapshot, List.of())));
            for (Dataset dataset : Dataset.values()) {
                byte[] table = Format.CSV.write(dataset, whole(snapshot, dataset));
                add(zip, dataset.fileName() + '.' + Format.CSV.id(), table);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
