package io.cultivar.ingest;

import io.cultivar.contract.event.Event;
import io.cultivar.contract.event.EventData;
import io.cultivar.contract.event.EventRetracted;
import io.cultivar.contract.event.SubjectKind;
import java.util.Base64;

/**
 * Replaces employee ids by pseudonyms: the same id always gives the same pseudonym, and only who holds the key can
 * tell which.
 */
public final class Pseudonyms {

    /** Employee ids shorter than this are not looked for within event ids: "7" would be found everywhere. */
    static final int MIN_EMBEDDED_LENGTH = 3;

    private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();

    private final PseudonymKey key;

    public Pseudonyms(PseudonymKey key) {
        this.key = key;
    }

    /**
     * The pseudonym of an employee: HMAC-SHA256 of the id under the key, 43 characters of base64url without padding.
     */
    public String of(String employeeId) {
        return BASE64_URL.encodeToString(key.hmac(employeeId));
    }

    /**
     * The same event without its employee's id; an event that is not about an employee stays as it is.
     *
     * <p>Senders often build event ids from the employee id ({@code outcome-E1042-2026-03}), so its occurrences
     * there are replaced too. A retraction names the original's id in its data, where the same rule applies, and so
     * both still match.
     */
    Event hide(Event event) {
        String employee = event.subject();
        if (employee == null || subjectKind(event.data()) != SubjectKind.EMPLOYEE) {
            return event;
        }
        String pseudonym = of(employee);
        return new Event(
                hideWithin(event.id(), employee, pseudonym),
                event.source(),
                event.time(),
                pseudonym,
                event.recordedTime(),
                hideWithin(event.data(), employee, pseudonym));
    }

    private static SubjectKind subjectKind(EventData data) {
        return data instanceof EventRetracted retracted
                ? retracted.retractedType().subjectKind()
                : data.type().subjectKind();
    }

    private static EventData hideWithin(EventData data, String employee, String pseudonym) {
        return data instanceof EventRetracted retracted
                ? new EventRetracted(
                        retracted.retractedType(),
                        retracted.source(),
                        hideWithin(retracted.id(), employee, pseudonym),
                        retracted.program())
                : data;
    }

    private static String hideWithin(String id, String employee, String pseudonym) {
        return employee.length() < MIN_EMBEDDED_LENGTH ? id : id.replace(employee, pseudonym);
    }
}
