package io.cultivar.metricsapi;

import io.cultivar.contract.result.Reason;
import java.util.List;

/**
 * Why something is absent, or to be read with care.
 *
 * @param code for machines, one of a closed set
 * @param explanation for people, one sentence
 */
record ExplainedReason(String code, String explanation) {

    static List<ExplainedReason> all(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> new ExplainedReason(reason.id(), reason.explanation()))
                .toList();
    }
}
