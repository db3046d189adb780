package io.cultivar.contract.event;

import io.cultivar.contract.Term;

/** Why an event was refused, as a closed set: safe as a metric label. The message beside it says the particulars. */
public enum RejectionReason implements Term {
    /** The bytes are no JSON, are nested too deeply, or repeat a field. */
    MALFORMED_JSON("malformed-json"),
    /** A required field is absent or null. */
    MISSING_FIELD("missing-field"),
    /** A field has another JSON type than it should. */
    WRONG_TYPE("wrong-type"),
    /** A field's text is not one of the allowed values, or not in the required form. */
    INVALID_VALUE("invalid-value"),
    /** A number or date lies outside its bounds. */
    OUT_OF_RANGE("out-of-range"),
    /** The event type is not one of ours. */
    UNKNOWN_TYPE("unknown-type"),
    /** {@code specversion} is not 1.0. */
    UNSUPPORTED_VERSION("unsupported-version"),
    /** The event, or one of its texts, is longer than its limit. */
    TOO_LARGE("too-large"),
    /** A record written straight to Kafka names an employee in plain text. */
    NOT_PSEUDONYMOUS("not-pseudonymous");

    private final String id;

    RejectionReason(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
