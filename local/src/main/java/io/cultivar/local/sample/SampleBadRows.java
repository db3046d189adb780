package io.cultivar.local.sample;

import io.cultivar.contract.event.RejectionReason;
import java.util.List;

/** The rows that no reader may accept, each as a real sender once produced its like. */
final class SampleBadRows {

    /** One line, and why it must be refused. */
    record BadRow(RejectionReason reason, String line) {}

    static final List<BadRow> ALL = List.of(
            // Cut off by a full disk.
            new BadRow(
                    RejectionReason.MALFORMED_JSON,
                    "{\"specversion\":\"1.0\",\"id\":\"bad/1\",\"source\":\"urn:sample:hris\",\"type\":\"outcome.mea"),
            // Written by a script whose division failed.
            outcome(RejectionReason.MALFORMED_JSON, "bad/2", "2025-04-30T16:00:00Z", "E10007", "NaN"),
            outcome(RejectionReason.MALFORMED_JSON, "bad/3\",\"id\":\"bad/3", "2025-04-30T16:00:00Z", "E10008", "4.1"),
            outcome(RejectionReason.OUT_OF_RANGE, "bad/4", "2025-04-30T16:00:00Z", "E10009", "1e400"),
            // "For ever", as the exporting system spells it.
            outcome(RejectionReason.OUT_OF_RANGE, "bad/5", "9999-12-31T00:00:00Z", "E10010", "4.1"),
            outcome(RejectionReason.INVALID_VALUE, "bad/6", "30.04.2025", "E10011", "4.1"),
            outcome(RejectionReason.WRONG_TYPE, "bad/7", "2025-04-30T16:00:00Z", "E10012", "true"),
            row(
                    RejectionReason.MISSING_FIELD,
                    "1.0",
                    "bad/8",
                    "outcome.measured",
                    "",
                    "{\"metric\":\"error-rate\",\"value\":4.1}"),
            row(
                    RejectionReason.UNKNOWN_TYPE,
                    "1.0",
                    "bad/9",
                    "training.started",
                    ",\"subject\":\"E10013\"",
                    "{\"program\":\"deal-sprint\"}"),
            row(
                    RejectionReason.UNSUPPORTED_VERSION,
                    "0.3",
                    "bad/10",
                    "outcome.measured",
                    ",\"subject\":\"E10014\"",
                    "{\"metric\":\"error-rate\",\"value\":4.1}"),
            row(
                    RejectionReason.OUT_OF_RANGE,
                    "1.0",
                    "bad/11",
                    "assessment.scored",
                    ",\"subject\":\"E10015\"",
                    "{\"program\":\"deal-sprint\",\"assessment\":\"deal-sprint-test\",\"phase\":\"post\","
                            + "\"score\":{\"raw\":57,\"min\":0,\"max\":50}}"),
            row(
                    RejectionReason.INVALID_VALUE,
                    "1.0",
                    "bad/12",
                    "program.assigned",
                    ",\"subject\":\"E10016\"",
                    "{\"program\":\"deal-sprint\",\"arm\":\"placebo\",\"design\":\"randomized\"}"));

    private SampleBadRows() {}

    private static BadRow outcome(RejectionReason reason, String id, String time, String subject, String value) {
        return new BadRow(
                reason,
                "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"urn:sample:export\","
                        + "\"type\":\"outcome.measured\",\"time\":\"" + time + "\",\"subject\":\"" + subject
                        + "\",\"data\":{\"metric\":\"error-rate\",\"value\":" + value + "}}");
    }

    private static BadRow row(
            RejectionReason reason, String version, String id, String type, String subject, String data) {
        return new BadRow(
                reason,
                "{\"specversion\":\"" + version + "\",\"id\":\"" + id + "\",\"source\":\"urn:sample:export\","
                        + "\"type\":\"" + type + "\",\"time\":\"2025-04-30T16:00:00Z\"" + subject + ",\"data\":" + data
                        + "}");
    }
}
