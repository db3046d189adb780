package io.cultivar.metricsapi.rest;

import io.cultivar.contract.Json;
import io.cultivar.contract.Term;
import io.cultivar.metricsapi.tables.CsvTable;
import io.cultivar.metricsapi.tables.Dataset;
import java.io.ByteArrayOutputStream;

/** How an answer can be written. The first is what is meant where a request does not say. */
enum Format implements Term {
    JSON("json", "application/json", "") {
        @Override
        byte[] write(Dataset dataset, Envelope answer) {
            return Json.write(answer);
        }
    },
    CSV("csv", "text/csv", "; charset=utf-8; header=present") {
        @Override
        byte[] write(Dataset dataset, Envelope answer) {
            return CsvTable.write(dataset.columns(), answer.data());
        }
    },
    /** One row a line, each an object. */
    NDJSON("ndjson", "application/x-ndjson", "") {
        @Override
        byte[] write(Dataset dataset, Envelope answer) {
            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            for (Record row : answer.data()) {
                lines.writeBytes(Json.write(row));
                lines.write('\n');
            }
            return lines.toByteArray();
        }
    };

    private final String id;
    private final String mediaType;
    private final String parameters;

    Format(String id, String mediaType, String parameters) {
        this.id = id;
        this.mediaType = mediaType;
        this.parameters = parameters;
    }

    /** The end of a file name, without the dot. */
    @Override
    public String id() {
        return id;
    }

    /** Without parameters. */
    String mediaType() {
        return mediaType;
    }

    /** The value of the header {@code Content-Type}. */
    String contentType() {
        return mediaType + parameters;
    }

    /** The rows of a table in this format; what goes with them only in JSON. */
    abstract byte[] write(Dataset dataset, Envelope answer);
}
