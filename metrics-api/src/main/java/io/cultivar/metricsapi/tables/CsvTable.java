package io.cultivar.metricsapi.tables;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Rows as comma-separated values (RFC 4180) in UTF-8, with one header line, also where there is no row. */
public final class CsvTable {

    private CsvTable() {}

    /** A line of names, then one for each row, in UTF-8. */
    public static byte[] write(List<Column> columns, List<? extends Record> rows) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(columns.stream().map(Column::name));
            for (Record row : rows) {
                JsonNode values = Json.shared().valueToTree(row);
                printer.printRecord(columns.stream().map(column -> column.cell(values)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
