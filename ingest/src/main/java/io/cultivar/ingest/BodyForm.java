package io.cultivar.ingest;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How events stand in a request body, as its content type says. */
enum BodyForm {
    /** One CloudEvent. */
    SINGLE("application/cloudevents+json"),
    /** A JSON array of CloudEvents. */
    BATCH("application/cloudevents-batch+json"),
    /** One CloudEvent a line. */
    LINES("application/x-ndjson"),
    /** One CloudEvent or an array of them; the first character says which. */
    SINGLE_OR_BATCH("application/json");

    private static final String MEDIA_TYPES =
            Arrays.stream(values()).map(form -> form.mediaType).collect(Collectors.joining(", "));

    private final String mediaType;

    BodyForm(String mediaType) {
        this.mediaType = mediaType;
    }

    /**
     * The form that a request declares, or the 415 that lists the possible ones.
     *
     * @param contentType the Content-Type header
     * @param hasEventHeaders whether it has {@code ce-} headers: in the binary mode of CloudEvents the event's
     *     attributes stand there, and an {@code application/json} body is only its data
     */
    static BodyForm of(@Nullable String contentType, boolean hasEventHeaders) {
        String[] parts = (contentType == null ? "" : contentType)
                .toLowerCase(Locale.ROOT)
                .split(";", -1);
        String mediaType = parts[0].strip();
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().replace("\"", "");
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                throw unsupported("the charset must be utf-8");
            }
        }
        BodyForm form = Arrays.stream(values())
                .filter(candidate -> candidate.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow(() -> unsupported("this content type is not taken"));
        if (hasEventHeaders && form == SINGLE_OR_BATCH) {
            throw unsupported("the binary mode of CloudEvents (ce- headers) is not taken");
        }
        return form;
    }

    private static Problem unsupported(String why) {
        return new Problem(415, why + "; send one of " + MEDIA_TYPES, Map.of("Accept", MEDIA_TYPES));
    }
}
