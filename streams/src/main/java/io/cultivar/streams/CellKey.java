package io.cultivar.streams;

import io.cultivar.contract.Json;
import io.cultivar.evaluation.sums.Cell;
import java.nio.charset.StandardCharsets;

/** The text under which a cell is kept: its JSON, whose fields always come in the same order. */
final class CellKey {

    private CellKey() {}

    static String of(Cell cell) {
        return new String(Json.write(cell), StandardCharsets.UTF_8);
    }

    static Cell parse(String key) {
        return Json.read(key.getBytes(StandardCharsets.UTF_8), Cell.class);
    }
}
