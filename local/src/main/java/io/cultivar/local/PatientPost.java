package io.cultivar.local;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request again, as ingest asks its senders to, where the answer is 503 or there is none: an ingest that starts
 * anew, or a broker that is away, passes. Only for what does no harm twice, as events do not, because they have ids.
 */
final class PatientPost {

    static final int TRIES = 12;
    private static final int UNAVAILABLE = 503;
    private static final int LONGEST_SECONDS = 60;

    private final HttpClient http = HttpClient.newHttpClient();
    private final PrintStream console;
    private final Duration pause;

    /** @param pause until the next try, where no {@code Retry-After} tells */
    PatientPost(PrintStream console, Duration pause) {
        this.console = console;
        this.pause = pause;
    }

    /**
     * The first answer other than 503, or the 503 of the last of twelve tries.
     *
     * @throws IOException where the last try is not answered
     */
    HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            HttpResponse<byte[]> response = answer(request, attempt == TRIES);
            if (response != null && (response.statusCode() != UNAVAILABLE || attempt == TRIES)) {
                return response;
            }
            Duration wait = response == null ? pause : retryAfter(response);
            console.printf(
                    "%s: trying again in %d s (%d of %d)%n",
                    response == null ? "no answer" : "status " + UNAVAILABLE, wait.toSeconds(), attempt + 1, TRIES);
            Thread.sleep(wait.toMillis());
        }
    }

    private @Nullable HttpResponse<byte[]> answer(HttpRequest request, boolean last)
            throws IOException, InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            if (last) {
                throw e;
            }
            return null;
        }
    }

    /** What the answer asks for in seconds, up to a minute. A date is not understood. */
    private Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Math.min(Integer.parseInt(seconds), LONGEST_SECONDS)))
                .orElse(pause);
    }
}
