package io.cultivar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.event.Decoded.Accepted;
import io.cultivar.contract.event.Event;
import io.cultivar.contract.event.EventReader;
import io.cultivar.contract.event.EventRetracted;
import org.junit.jupiter.api.Test;

class PseudonymsTest {

    /** printf '%s' E1042 | openssl dgst -sha256 -mac HMAC -macopt hexkey:000102...1f -binary | base64, as base64url. */
    private static final String E1042 = "8PxzEjzkBDIlKL88pIBGPFncIf6haXbLFYCorcsYqF8";

    private final Pseudonyms pseudonyms = Samples.pseudonyms();

    private Event hide(String json) {
        return pseudonyms.hide(((Accepted) EventReader.read(Samples.utf8(json))).event());
    }

    private static String event(String id, String type, String subject, String data) {
        return """
                {"specversion":"1.0","id":"%s","source":"hr","type":"%s","time":"2026-03-31T09:00:00Z","subject":%s,\
                "data":%s}""".formatted(id, type, subject, data);
    }

    private static String retraction(String id, String retractedType, String retractedId, String subject) {
        String data = "{\"type\":\"%s\",\"source\":\"hr\",\"id\":\"%s\"}".formatted(retractedType, retractedId);
        return event(id, "event.retracted", subject, data);
    }

    @Test
    void shouldBeHmacSha256AsBase64Url() {
        assertThat(pseudonyms.of("E1042")).isEqualTo(E1042).hasSize(43);
    }

    @Test
    void shouldHideTheSubjectAndItsOccurrencesInTheId() {
        Event hidden = hide(Samples.outcome("E1042/sales/E1042"));

        assertThat(hidden.key()).isEqualTo("employee/" + E1042);
        assertThat(hidden.id()).isEqualTo(E1042 + "/sales/" + E1042);
        assertThat(hidden.toString()).doesNotContain("E1042");
    }

    @Test
    void shouldLetRetractionsStillMatchWhatTheyRetract() {
        Event original = hide(Samples.outcome("sales-E1042-3"));
        Event retraction = hide(retraction("undo-E1042-3", "outcome.measured", "sales-E1042-3", "\"E1042\""));

        assertThat(retraction.key()).isEqualTo(original.key());
        assertThat(((EventRetracted) retraction.data()).id()).isEqualTo(original.id());
        assertThat(retraction.toString()).doesNotContain("E1042");
    }

    @Test
    void shouldNotLookForVeryShortIdsWithinEventIds() {
        Event hidden = hide(event("17-2", "employee.erased", "\"17\"", "{}"));

        assertThat(hidden.id()).isEqualTo("17-2");
        assertThat(hidden.subject()).isEqualTo(pseudonyms.of("17"));
    }

    @Test
    void shouldLeaveWhatIsNotAboutAnEmployee() {
        String cost = "{\"category\":\"facilitation\",\"amount\":1,\"currency\":\"EUR\"}";
        String feedback = "{\"program\":\"sql-101\",\"respondent\":\"learner\"}";

        assertThat(hide(retraction("undo-sql-101", "cost.incurred", "cost-sql-101", "\"sql-101\""))
                        .key())
                .isEqualTo("program/sql-101");
        assertThat(hide(event("f1", "feedback.given", "null", feedback)).key()).isEqualTo("program/sql-101");
        assertThat(hide(event("c-sql-101", "cost.incurred", "\"sql-101\"", cost))
                        .id())
                .isEqualTo("c-sql-101");
    }
}
