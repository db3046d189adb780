package io.cultivar.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * The health check of a container image that has neither a shell nor a web client: exits with 0 where
 * {@code http://127.0.0.1:PORT/health/ready} answers 200, else with 1. A bare socket, because the JDK's web client takes
 * longer to load than all the rest.
 */
public final class HealthMain {

    private static final int PATIENCE_MS = 3_000;

    private HealthMain() {}

    /** Asks the port that is the only argument. */
    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            System.err.println("usage: HealthMain PORT");
            System.exit(2);
        }
        try {
            String status = status(Integer.parseInt(arguments[0]));
            if (!status.startsWith("HTTP/1.1 200")) {
                System.err.println("not ready: " + status);
                System.exit(1);
            }
        } catch (IOException e) {
            System.err.println("no answer: " + e.getMessage());
            System.exit(1);
        }
    }

    private static String status(int port) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MS);
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream()
                    .write("GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String first = answer.readLine();
            return first == null ? "" : first;
        }
    }
}
