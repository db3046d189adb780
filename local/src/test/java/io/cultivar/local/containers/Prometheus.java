package io.cultivar.local.containers;

import com.fasterxml.jackson.databind.JsonNode;
import io.cultivar.contract.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A real Prometheus that scrapes this machine: in a container, or else the program of that name. */
abstract class Prometheus implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    /** What its {@code promtool} says to an exposition; it is clean where the status is 0 and nothing is said. */
    record Lint(int status, String said) {}

    Prometheus(int port) {
        this.port = port;
    }

    /**
     * Starts one with this configuration; empty where there is neither a container engine nor the program.
     *
     * @param files {@code prometheus.yml} and what it reads, by path seen from it
     * @param directory where it may write
     */
    static Optional<Prometheus> start(Map<String, String> files, Path directory) throws Exception {
        // A container shares this machine's network on Linux only; elsewhere the engine runs in a virtual machine.
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        if (linux && ContainerEngine.available()) {
            return Optional.of(ContainedPrometheus.start(files, freePort()));
        }
        if (InstalledPrometheus.present()) {
            return Optional.of(InstalledPrometheus.start(files, freePort(), directory));
        }
        return Optional.empty();
    }

    @Override
    public abstract void close();

    abstract Lint lint(String exposition) throws Exception;

    static String listenOption(int port) {
        return "--web.listen-address=" + LOOPBACK + ":" + port;
    }

    /** The series that a query finds now. */
    JsonNode query(String expression) throws IOException, InterruptedException {
        String form = "query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + LOOPBACK + ":" + port + "/api/v1/query"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IllegalArgumentException(expression + ": " + new String(response.body(), StandardCharsets.UTF_8));
        }
        return Json.tree(response.body()).path("data").path("result");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
