package io.cultivar.ingest;

import static io.cultivar.ingest.Door.BATCH;
import static io.cultivar.ingest.Door.LINES;
import static io.cultivar.ingest.Door.SINGLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestLimitsTest {

    private static final int MAX_BODY = 100_000;
    private static final String GOOD = Samples.outcome("1");

    private static final Broker BROKER = Broker.acknowledging();
    private static final Door DOOR = Door.open(BROKER);

    @BeforeEach
    void reset() {
        BROKER.clear();
    }

    @AfterEach
    void shouldHaveWrittenGoodEventsOnly() {
        assertThat(BROKER.topics()).allMatch("workforce.events"::equals);
    }

    @AfterAll
    static void close() {
        DOOR.close();
    }

    private static byte[] gzip(byte[] plain) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private HttpResponse<String> postEncoded(String encoding, byte[] body) throws Exception {
        return DOOR.send(DOOR.events(SINGLE, body).header("Content-Encoding", encoding));
    }

    private static void assertProblem(HttpResponse<String> response, int status, String detail) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).contains(detail);
    }

    @Test
    void shouldTakeGzip() throws Exception {
        assertThat(postEncoded("gzip", gzip(Samples.utf8(GOOD))).statusCode()).isEqualTo(200);
        assertThat(postEncoded("identity", Samples.utf8(GOOD)).statusCode()).isEqualTo(200);
        assertThat(BROKER.history()).hasSize(2);
    }

    @Test
    void shouldRefuseOtherAndBrokenEncodings() throws Exception {
        HttpResponse<String> other = postEncoded("br", Samples.utf8(GOOD));
        assertProblem(other, 415, "send gzip, or none");
        assertThat(other.headers().firstValue("Accept-Encoding")).hasValue("gzip, identity");
        assertProblem(postEncoded("gzip", Samples.utf8(GOOD)), 400, "the body is not valid gzip");
        byte[] whole = gzip(Samples.utf8(GOOD));
        assertProblem(postEncoded("gzip", Arrays.copyOf(whole, whole.length / 2)), 400, "the body ended early");
    }

    @Test
    void shouldBoundWhatGzipBecomes() throws Exception {
        byte[] bomb = gzip(new byte[50_000_000]);

        assertThat(bomb).hasSizeLessThan(MAX_BODY);
        assertProblem(postEncoded("gzip", bomb), 413, "longer than 100000 bytes");
    }

    @Test
    void shouldRefuseALongBodyWhetherDeclaredOrNot() throws Exception {
        byte[] tooLong = new byte[MAX_BODY + 1];
        assertProblem(DOOR.send(DOOR.events(LINES, tooLong)), 413, "longer than 100000 bytes");
        assertProblem(
                DOOR.send(DOOR.request("/v1/events")
                        .header("Content-Type", LINES)
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLong)))),
                413,
                "longer than 100000 bytes");
    }

    @Test
    void shouldTakeABodyOfUndeclaredLength() throws Exception {
        var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(Samples.utf8(GOOD)));

        assertThat(DOOR.send(DOOR.request("/v1/events")
                                .header("Content-Type", SINGLE)
                                .POST(chunked))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void shouldRefuseTooManyEvents() throws Exception {
        String detail = "a body may hold 10 events; nothing of it was taken";
        assertProblem(DOOR.post(BATCH, "[" + (GOOD + ",").repeat(10) + GOOD + "]"), 413, detail);
        assertProblem(DOOR.post(LINES, (GOOD + "\n").repeat(11)), 413, detail);
        assertThat(BROKER.history()).isEmpty();
    }

    @Test
    void shouldTurnAwayWhatIsTooMuchAtOnceBeforeReadingIt() throws Exception {
        int body = Samples.utf8(GOOD).length;
        var config = Door.config(body, 10, body, Duration.ofSeconds(20));
        try (Door narrow = Door.open(Broker.silent(), config)) {
            var first = narrow.sendLater(narrow.events(SINGLE, Samples.utf8(GOOD)));
            narrow.broker.awaitSent(1);

            HttpResponse<String> second = narrow.post(SINGLE, GOOD);
            assertProblem(second, 429, "body bytes at one time");
            assertThat(second.headers().firstValue("Retry-After")).hasValue("1");

            narrow.broker.completeNext();
            assertThat(first.get().statusCode()).isEqualTo(200);
            var third = narrow.sendLater(narrow.events(SINGLE, Samples.utf8(GOOD)));
            narrow.broker.awaitSent(1);
            narrow.broker.completeNext();
            assertThat(third.get().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void shouldSurviveASenderThatHangsUp() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), DOOR.port())) {
            socket.getOutputStream()
                    .write(("POST /v1/events HTTP/1.1\r\nHost: x\r\nContent-Type: " + SINGLE
                                    + "\r\nContent-Length: 500\r\n\r\n{\"spec")
                            .getBytes(StandardCharsets.US_ASCII));
        }

        assertThat(DOOR.post(SINGLE, GOOD).statusCode()).isEqualTo(200);
        assertThat(BROKER.history()).hasSize(1);
    }
}
