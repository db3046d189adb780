package io.cultivar.streams;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When to evaluate which scope. A small one at every beat; one with so many sums that reading them takes longer than a beat
 * waits until no more come in, or until it has waited so long that reading them is little of the time. Otherwise a company
 * of a hundred thousand people would be read again at every beat of an import. Only when, never what, depends on it: so it is
 * kept in memory, and a task that starts waits for nothing.
 */
final class Backlog {

    /** So many sums are read within a tenth of a beat or so. */
    private static final int ROWS_PER_BEAT = 1_000;

    private final Map<String, Integer> large = new HashMap<>();
    private boolean flowing;
    private int waited;

    /** More sums came in. */
    void arrived() {
        flowing = true;
    }

    /** One beat: which of the pending scopes are to be evaluated now. All, or all that are small. */
    List<String> due(List<String> pending) {
        int rows =
                pending.stream().mapToInt(scope -> large.getOrDefault(scope, 0)).sum();
        boolean all = !flowing || waited >= rows / ROWS_PER_BEAT;
        flowing = false;
        waited = all ? 0 : waited + 1;
        return all
                ? pending
                : pending.stream().filter(scope -> !large.containsKey(scope)).toList();
    }

    /** A scope was evaluated, from so many sums. */
    void evaluated(String scope, int rows) {
        if (rows < ROWS_PER_BEAT) {
            large.remove(scope);
        } else {
            large.put(scope, rows);
        }
    }
}
