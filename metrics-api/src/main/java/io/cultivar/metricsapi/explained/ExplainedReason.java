package io.cultivar.metricsapi.explained;

import io.cultivar.contract.result.Reason;
import java.util.List;

/**
 * Why something is absent, or to be read with care.
 *
 * @param code for machines, one of a closed set
 * @param explanation for people, one sentence
 */
public record ExplainedReason(String code, String explanation) {

    /** The same reasons, explained. */
    public static List<ExplainedReason> all(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> new ExplainedReason(reason.id(), reason.explanation()))
                .toList();
    }
}
