package io.cultivar.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyFormTest {

    @ParameterizedTest
    @CsvSource({
        "application/cloudevents+json, SINGLE",
        "Application/CloudEvents+JSON; charset=UTF-8, SINGLE",
        "application/cloudevents-batch+json, BATCH",
        "application/x-ndjson;charset=\"utf-8\", LINES",
        "application/json; profile=x, SINGLE_OR_BATCH"
    })
    void shouldFollowTheContentType(String contentType, BodyForm form) {
        assertThat(BodyForm.of(contentType, false)).isEqualTo(form);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "text/plain", "application/json-seq", "application/json; charset=iso-8859-1"})
    void shouldListWhatIsPossible(String contentType) {
        assertThatThrownBy(() -> BodyForm.of(contentType, false))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(415))
                .hasMessageEndingWith("; send one of application/cloudevents+json, "
                        + "application/cloudevents-batch+json, application/x-ndjson, application/json");
    }

    @Test
    void shouldNotTakeTheDataOfABinaryModeEventForAnEvent() {
        assertThatThrownBy(() -> BodyForm.of("application/json", true))
                .hasMessageStartingWith("the binary mode of CloudEvents (ce- headers) is not taken");
    }
}
