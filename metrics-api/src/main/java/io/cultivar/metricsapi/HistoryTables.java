package io.cultivar.metricsapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cultivar.contract.Json;
import io.cultivar.metricsapi.history.Publication;
import io.cultivar.metricsapi.history.PublishedTable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is published, as the history keeps it: every table of REST, all rows. */
final class HistoryTables {

    /** What somebody said in their own words, with their consent, is no aggregate: it is shown, but not kept. */
    private static final String QUOTES = "quotes";

    /** An escaped U+0000, which JSON may hold and PostgreSQL may not; the backslashes before it are pairs. */
    private static final Pattern ZERO = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    private static final String REPLACEMENT = "$1\\\\ufffd";

    private HistoryTables() {}

    /** The newest of a source; empty until all of it has been read. */
    static Optional<Publication> newest(SnapshotSource source, BuildInfo build) {
        // Asked in this order, so that the snapshot holds at least what was published by then.
        return source.currentAt()
                .flatMap(confirmed -> source.snapshot()
                        .map(snapshot -> new Publication(
                                snapshot.version(),
                                build.version(),
                                Methods.VERSION,
                                snapshot.asOf(),
                                snapshot.published(),
                                confirmed,
                                () -> of(snapshot))));
    }

    static List<PublishedTable> of(Snapshot snapshot) {
        return Arrays.stream(Dataset.values())
                .map(dataset -> table(dataset, snapshot))
                .toList();
    }

    private static PublishedTable table(Dataset dataset, Snapshot snapshot) {
        List<Record> rows = dataset.read(snapshot, new Filter(Map.of())).data();
        return new PublishedTable(
                dataset.fileName(), rows.stream().map(row -> row(dataset, row)).toList());
    }

    private static PublishedTable.Row row(Dataset dataset, Record row) {
        ObjectNode content = Json.shared().valueToTree(row);
        if (dataset == Dataset.FEEDBACK) {
            content.remove(QUOTES);
        }
        return new PublishedTable.Row(text(NaturalKey.of(dataset, content)), text(content));
    }

    private static String text(JsonNode value) {
        String json = new String(Json.write(value), StandardCharsets.UTF_8);
        return ZERO.matcher(json).replaceAll(REPLACEMENT);
    }
}
