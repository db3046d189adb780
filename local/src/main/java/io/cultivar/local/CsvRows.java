package io.cultivar.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cultivar.contract.Json;
import io.cultivar.local.EventFiles.FormatException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * One event a row. The first row names the columns: the envelope's fields {@code id}, {@code source}, {@code type},
 * {@code time}, {@code subject}, {@code recordedtime}, and {@code data.} with the path of a field of the data, such as
 * {@code data.score.raw}. An empty cell is an absent field; {@code true} and {@code false} among the data are booleans;
 * {@code data.themes} is a list, separated by {@code |}; all else is text, as which the contract takes decimals too.
 */
final class CsvRows {

    private static final String DATA = "data.";
    private static final String LIST = "data.themes";
    private static final Set<String> ENVELOPE = Set.of("id", "source", "type", "time", "subject", "recordedtime");
    private static final Pattern DOT = Pattern.compile("\\.");
    private static final Pattern BAR = Pattern.compile("\\|");

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .get();

    private CsvRows() {}

    static void read(TextStream text, String name, EventSink sink) throws IOException {
        try (CSVParser parser = parser(text)) {
            List<String> columns = parser.getHeaderNames();
            checkColumns(columns);
            Iterator<CSVRecord> rows = parser.iterator();
            while (hasNext(rows, parser)) {
                CSVRecord row = rows.next();
                long lastLine = parser.getCurrentLineNumber();
                long line = lastLine - lineEnds(row);
                if (!row.isConsistent()) {
                    throw new FormatException(
                            line, "the row has " + row.size() + " cells; the header has " + columns.size());
                }
                sink.accept(name, line, Json.write(event(columns, row)));
                text.startItem();
            }
        }
    }

    private static CSVParser parser(TextStream text) throws IOException {
        try {
            return CSVParser.builder()
                    .setReader(new InputStreamReader(text, UTF_8))
                    .setFormat(FORMAT)
                    .get();
        } catch (IllegalArgumentException e) {
            throw new FormatException(1, "the header row is no good: " + e.getMessage());
        }
    }

    private static void checkColumns(List<String> columns) throws FormatException {
        if (columns.isEmpty()) {
            throw new FormatException(1, "there is no header row that names the columns");
        }
        for (String column : columns) {
            boolean known = ENVELOPE.contains(column)
                    || (column.startsWith(DATA)
                            && List.of(DOT.split(column, -1)).stream().noneMatch(String::isEmpty));
            if (!known) {
                throw new FormatException(
                        1,
                        "unknown column \"" + column + "\"; columns are id, source, type, time, subject, recordedtime"
                                + " and data.<path>");
            }
            for (String other : columns) {
                if (other.startsWith(column + ".")) {
                    throw new FormatException(1, "column \"" + column + "\" cannot stand beside \"" + other + "\"");
                }
            }
        }
    }

    private static List<String> path(String column) {
        return List.of(DOT.split(column, -1));
    }

    private static boolean hasNext(Iterator<CSVRecord> rows, CSVParser parser) throws IOException {
        try {
            return rows.hasNext();
        } catch (UncheckedIOException e) {
            IOException cause = e.getCause();
            if (cause instanceof CSVException) {
                throw new FormatException(parser.getCurrentLineNumber(), "malformed CSV: " + cause.getMessage());
            }
            throw cause;
        }
    }

    private static long lineEnds(CSVRecord row) {
        return row.stream().flatMapToInt(String::chars).filter(c -> c == '\n').count();
    }

    private static ObjectNode event(List<String> columns, CSVRecord row) {
        ObjectNode event = Json.shared().createObjectNode();
        event.put("specversion", "1.0");
        ObjectNode data = Json.shared().createObjectNode();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            String cell = row.get(i);
            if (cell.isEmpty()) {
                continue;
            }
            if (column.startsWith(DATA)) {
                put(data, column, cell);
            } else {
                event.put(column, cell);
            }
        }
        event.set("data", data);
        return event;
    }

    private static void put(ObjectNode data, String column, String cell) {
        List<String> path = path(column);
        ObjectNode parent = data;
        for (String step : path.subList(1, path.size() - 1)) {
            parent = parent.withObjectProperty(step);
        }
        String field = path.get(path.size() - 1);
        if (column.equals(LIST)) {
            var list = parent.putArray(field);
            BAR.splitAsStream(cell).map(String::strip).filter(s -> !s.isEmpty()).forEach(list::add);
        } else if (cell.equals("true") || cell.equals("false")) {
            parent.put(field, Boolean.parseBoolean(cell));
        } else {
            parent.put(field, cell);
        }
    }
}
