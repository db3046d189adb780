package io.cultivar.contract.result;

import java.util.List;

/**
 * How strong the evidence is, and why it is not stronger.
 *
 * @param grade A (best) to E
 * @param reasons what kept it from a better grade, and guards that flagged; none for an unflagged A
 */
public record Evidence(Grade grade, List<Reason> reasons) {

    public Evidence {
        reasons = List.copyOf(reasons);
    }
}
