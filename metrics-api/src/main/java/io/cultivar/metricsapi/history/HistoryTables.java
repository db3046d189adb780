package io.cultivar.metricsapi.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cultivar.contract.Json;
import io.cultivar.metricsapi.about.BuildInfo;
import io.cultivar.metricsapi.about.Methods;
import io.cultivar.metricsapi.published.Snapshot;
import io.cultivar.metricsapi.published.SnapshotSource;
import io.cultivar.metricsapi.tables.Dataset;
import io.cultivar.metricsapi.tables.Filter;
import io.cultivar.metricsapi.tables.Parameter;
import io.cultivar.metricsapi.tables.Trends;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is published, as the history keeps it: every table of REST that is not made of others, all rows. */
public final class HistoryTables {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryTables.class);

    /** What somebody said in their own words, with their consent, is no aggregate: it is shown, but not kept. */
    private static final String QUOTES = "quotes";

    /** An escaped U+0000, which JSON may hold and PostgreSQL may not; the backslashes before it are pairs. */
    private static final Pattern ZERO = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    private static final String REPLACEMENT = "$1\\\\ufffd";

    /** Each metric in the periods that it is published in, because SQL can put these together. */
    private static final Filter FILTER = new Filter(Map.of(Parameter.BUCKET, List.of(Trends.FINEST)));

    private HistoryTables() {}

    /** The newest of a source; empty until all of it has been read. */
    public static Optional<Publication> newest(SnapshotSource source, BuildInfo build) {
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

    /** Whether a table of REST is kept. */
    static boolean keeps(Dataset dataset) {
        return NaturalKey.fields(dataset).isPresent();
    }

    /** The rows of a table that are kept. */
    static List<Record> rows(Dataset dataset, Snapshot snapshot) {
        return dataset.rows(snapshot, FILTER);
    }

    static List<PublishedTable> of(Snapshot snapshot) {
        return Arrays.stream(Dataset.values())
                .filter(HistoryTables::keeps)
                .map(dataset -> table(dataset, snapshot))
                .toList();
    }

    private static PublishedTable table(Dataset dataset, Snapshot snapshot) {
        Map<String, PublishedTable.Row> rows = new LinkedHashMap<>();
        for (Record published : rows(dataset, snapshot)) {
            PublishedTable.Row row = row(dataset, published);
            if (rows.put(row.key(), row) != null) {
                // A defect, but no reason to keep all the rest from the history.
                LOG.error("two rows of {} have the key {}; the history has the last", dataset.fileName(), row.key());
            }
        }
        // Of the log only the newest part is at hand.
        boolean log = dataset == Dataset.RESTATEMENTS;
        return new PublishedTable(dataset.fileName(), log, List.copyOf(rows.values()));
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
