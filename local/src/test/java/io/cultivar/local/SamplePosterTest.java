package io.cultivar.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SamplePosterTest {

    private static final Duration LONG = Duration.ofDays(1);

    /** What an ingest does with a batch. */
    private interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    /** What came, each batch as often as it came. */
    private final List<String> received = Collections.synchronizedList(new ArrayList<>());

    /** When it came, on a clock that only goes forward. */
    private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private HttpServer ingest;

    @BeforeEach
    void listen() throws IOException {
        ingest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @AfterEach
    void stop() {
        ingest.stop(0);
    }

    /** Gives each of these once, and then takes everything. */
    private void answer(List<Answer> answers) {
        ingest.createContext("/v1/events", exchange -> {
            nanos.add(System.nanoTime());
            received.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            int number = received.size() - 1;
            if (number < answers.size()) {
                answers.get(number).give(exchange);
            } else {
                long events = received.get(number).lines().count();
                respond(exchange, 200, "{\"accepted\":" + events + "}");
            }
        });
        ingest.start();
    }

    private static Answer unavailable(String seconds) {
        return exchange -> {
            exchange.getResponseHeaders().add("Retry-After", seconds);
            respond(exchange, 503, "{}");
        };
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        exchange.sendResponseHeaders(status, body.length());
        exchange.getResponseBody().write(body.getBytes(UTF_8));
        exchange.close();
    }

    private SamplePoster poster(Duration pause) {
        String url = "http://127.0.0.1:" + ingest.getAddress().getPort();
        return new SamplePoster(url, new PrintStream(console, true, UTF_8), InstantSource.system(), pause);
    }

    @Test
    void shouldPostAgainWhenIngestSays() throws Exception {
        // given
        answer(List.of(unavailable("1"), unavailable("0")));

        // when nothing else would come in time
        poster(LONG).postFirst();

        // then
        assertThat(received.get(1)).isEqualTo(received.get(0));
        assertThat(received.get(2)).isEqualTo(received.get(0));
        assertThat(received.subList(2, received.size())).hasSizeGreaterThan(1).doesNotHaveDuplicates();
        assertThat(Duration.ofNanos(nanos.get(1) - nanos.get(0))).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(console.toString(UTF_8))
                .contains(
                        "status 503: trying again in 1 s (2 of 12)",
                        "status 503: trying again in 0 s (3 of 12)",
                        " events accepted, 0 rejected");
    }

    @Test
    void shouldPostAgainWhatNobodyAnswered() throws Exception {
        // given
        answer(List.of(HttpExchange::close, HttpExchange::close));

        // when
        poster(Duration.ZERO).postFirst();

        // then
        assertThat(received.get(2)).isEqualTo(received.get(1)).isEqualTo(received.get(0));
        assertThat(console.toString(UTF_8)).contains("no answer: trying again in 0 s (3 of 12)");
    }

    @Test
    void shouldGiveUpInTheEnd() {
        // given
        answer(Collections.nCopies(PatientPost.TRIES, unavailable("0")));
        SamplePoster poster = poster(LONG);

        // when, then
        assertThatThrownBy(poster::postFirst)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("status 503");
        assertThat(received).hasSize(PatientPost.TRIES);
    }

    @Test
    void shouldGiveUpWhereNobodyEverAnswers() {
        // given
        answer(Collections.nCopies(PatientPost.TRIES, HttpExchange::close));
        SamplePoster poster = poster(Duration.ZERO);

        // when, then
        assertThatThrownBy(poster::postFirst).isInstanceOf(IOException.class);
        assertThat(received).hasSize(PatientPost.TRIES);
    }

    @Test
    void shouldNotRepeatWhatIsRefused() {
        // given
        answer(List.of(exchange -> respond(exchange, 400, "{}")));
        SamplePoster poster = poster(LONG);

        // when, then
        assertThatThrownBy(poster::postFirst).hasMessageContaining("status 400");
        assertThat(received).hasSize(1);
    }
}
