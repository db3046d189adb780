package io.cultivar.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cultivar.contract.event.Decoded;
import io.cultivar.contract.event.Decoded.Rejected;
import io.cultivar.contract.event.EventReader;
import io.cultivar.contract.event.RejectionReason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodySplitterTest {

    private static final String GOOD = Samples.outcome("1");

    private final BodySplitter splitter = new BodySplitter(10);

    private List<String> split(String body, BodyForm form) {
        return splitter.split(Samples.utf8(body), form).stream()
                .map(event -> new String(event.bytes(Integer.MAX_VALUE), StandardCharsets.UTF_8))
                .toList();
    }

    private Decoded second(String event) {
        List<Submission> events =
                splitter.split(Samples.utf8("[" + GOOD + "," + event + "," + GOOD + "]"), BodyForm.BATCH);
        assertThat(events).hasSize(3);
        assertThat(events.get(0).read()).isInstanceOf(Decoded.Accepted.class);
        assertThat(events.get(2).read()).isInstanceOf(Decoded.Accepted.class);
        return events.get(1).read();
    }

    @Test
    void shouldCutAnArrayExactly() {
        String body = " [ {\"a\":\"]},\\\"\"} ,[1, 2] ,\"täxt\", 1.50e3 ,null,true,{} ]\n ";

        assertThat(split(body, BodyForm.BATCH))
                .containsExactly("{\"a\":\"]},\\\"\"}", "[1, 2]", "\"täxt\"", "1.50e3", "null", "true", "{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", " [ ] ", "\uFEFF[]"})
    void shouldTakeAnEmptyBatch(String body) {
        assertThat(split(body, BodyForm.BATCH)).isEmpty();
        assertThat(split(body, BodyForm.SINGLE_OR_BATCH)).isEmpty();
    }

    @Test
    void shouldCutBehindAByteOrderMark() {
        assertThat(split("\uFEFF[{\"a\":1},2]", BodyForm.SINGLE_OR_BATCH)).containsExactly("{\"a\":1}", "2");
    }

    @Test
    void shouldCutLinesAndSkipBlankOnes() {
        assertThat(split("\n{\"a\":1}\r\n \t\r\noops\n\n{}", BodyForm.LINES))
                .containsExactly("{\"a\":1}\r", "oops", "{}");
        assertThat(split("", BodyForm.LINES)).isEmpty();
    }

    @Test
    void shouldTakeAnythingElseAsOneEvent() {
        assertThat(split("[{}]", BodyForm.SINGLE)).containsExactly("[{}]");
        assertThat(split(" {\"a\":[1]}", BodyForm.SINGLE_OR_BATCH)).containsExactly(" {\"a\":[1]}");
        assertThat(split("", BodyForm.SINGLE_OR_BATCH)).containsExactly("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":\"1\",\"id\":\"2\"} | MALFORMED_JSON",
                "[[]] | WRONG_TYPE",
                "7 | WRONG_TYPE",
                "null | WRONG_TYPE",
                "{} | MISSING_FIELD"
            })
    void shouldLeaveABadElementToItself(String element, RejectionReason reason) {
        assertThat(second(element))
                .isInstanceOf(Rejected.class)
                .extracting("reason")
                .isEqualTo(reason);
    }

    @Test
    void shouldLeaveDeepAndLongElementsToThemselves() {
        String deep = "{\"data\":" + "[".repeat(500) + "]".repeat(500) + "}";
        String longNumber = Samples.outcome("2", "2026-03-31T09:00:00Z", "1".repeat(5_000));
        String longName = "{\"" + "n".repeat(60_000) + "\":1}";
        String tooLong = "{\"a\":\"" + "x".repeat(EventReader.MAX_BYTES) + "\"}";

        assertThat(second(deep)).extracting("reason").isEqualTo(RejectionReason.MALFORMED_JSON);
        assertThat(second(longNumber)).extracting("reason").isEqualTo(RejectionReason.MALFORMED_JSON);
        assertThat(second(longName)).isInstanceOf(Rejected.class);
        assertThat(second(tooLong)).extracting("reason").isEqualTo(RejectionReason.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"subject\":\"E1042\"},{\"a\":NaN}]",
                "[{\"subject\":\"E1042\"},oops]",
                "[{\"subject\":\"E1042\"}",
                "[{\"subject\":\"E1042\"",
                "[{\"subject\":\"E1042\"} {}]",
                "[{\"subject\":\"E1042\"},]",
                "[{\"subject\":\"E10"
            })
    void shouldRefuseABrokenArrayAsAWholeAndSayWhere(String body) {
        assertThatThrownBy(() -> split(body, BodyForm.BATCH))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(400))
                .hasMessageMatching(".*, at line 1, column \\d+; nothing of it was taken")
                .message()
                .doesNotContain("E10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "\"x\"", "", "[] []", "[]x"})
    void shouldRefuseWhatIsNoArray(String body) {
        assertThatThrownBy(() -> split(body, BodyForm.BATCH))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(400));
    }

    @Test
    void shouldRefuseADepthBombWithoutBuildingIt() {
        String bomb = "[" + "[".repeat(4_000_000);

        assertThatThrownBy(() -> split(bomb, BodyForm.BATCH)).hasMessageContaining("deeper than 1000");
    }

    @Test
    void shouldRefuseOtherEncodings() {
        for (var charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThatThrownBy(() -> splitter.split(("[" + GOOD + "]").getBytes(charset), BodyForm.SINGLE))
                    .hasMessage("the body must be UTF-8");
        }
    }

    @Test
    void shouldRefuseMoreEventsThanTheLimit() {
        String eleven = "{},".repeat(10) + "{}";

        assertThat(split("[" + "{},".repeat(9) + "{}]", BodyForm.BATCH)).hasSize(10);
        assertThatThrownBy(() -> split("[" + eleven + "]", BodyForm.BATCH))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(413));
        assertThatThrownBy(() -> split(eleven.replace(',', '\n'), BodyForm.LINES))
                .hasMessage("a body may hold 10 events; nothing of it was taken");
    }
}
