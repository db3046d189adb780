package io.cultivar.metricsapi.exposition;

import io.cultivar.contract.result.Decision;
import io.cultivar.contract.result.Grade;

/** Words as numbers, the better the greater, so that dashboards can colour and compare them. */
final class Scale {

    private Scale() {}

    /** 4 for A down to 0 for E. */
    static int of(Grade grade) {
        return switch (grade) {
            case A -> 4;
            case B -> 3;
            case C -> 2;
            case D -> 1;
            case E -> 0;
        };
    }

    /** 1, 0 or -1. */
    static int of(Decision decision) {
        return switch (decision) {
            case EXPAND -> 1;
            case NOT_PROVEN_YET -> 0;
            case STOP_OR_FIX -> -1;
        };
    }
}
