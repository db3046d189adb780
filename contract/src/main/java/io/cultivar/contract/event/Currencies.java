package io.cultivar.contract.event;

import static io.cultivar.contract.event.RejectionReason.INVALID_VALUE;
import static io.cultivar.contract.event.RejectionReason.MISSING_FIELD;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads ISO 4217 currency codes, and rates between currencies. */
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

    /** Rates by currency code; an absent object holds none. */
    static Map<String, BigDecimal> rates(Fields data, String field) {
        Map<String, BigDecimal> rates = new TreeMap<>();
        Fields object = data.optionalObject(field);
        if (object == null) {
            return rates;
        }
        for (String code : object.fieldNames()) {
            if (!CODE.matcher(code).matches()) {
                throw data.invalid(INVALID_VALUE, field, "each of " + field + " must be named by an ISO 4217 code");
            }
            rates.put(code, object.decimal(code, "0.000000001", "1000000000"));
        }
        return rates;
    }
}
