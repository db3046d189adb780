package io.cultivar.contract.event;

import static io.cultivar.contract.event.RejectionReason.INVALID_VALUE;
import static io.cultivar.contract.event.RejectionReason.MISSING_FIELD;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads ISO 4217 currency codes. */
final class Currencies {

    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

    private Currencies() {}

    static @Nullable String optional(Fields data, String field) {
        String code = data.optionalText(field);
        if (code != null && !CODE.matcher(code).matches()) {
            throw data.invalid(INVALID_VALUE, field, field + " must be an ISO 4217 code such as EUR");
        }
        return code;
    }

    static String required(Fields data, String field) {
        String code = optional(data, field);
        if (code == null) {
            throw data.invalid(MISSING_FIELD, field, field + " is required");
        }
        return code;
    }
}
