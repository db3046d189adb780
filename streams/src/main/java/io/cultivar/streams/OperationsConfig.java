package io.cultivar.streams;

import java.util.Map;

/**
 * Where this process answers operators; it has no other use of HTTP.
 *
 * @param host {@code CULTIVAR_STREAMS_HOST}: the address to listen on
 * @param port {@code CULTIVAR_STREAMS_PORT}: the port to listen on; 0 lets the system choose
 */
public record OperationsConfig(String host, int port) {

    private static final String PORT = "CULTIVAR_STREAMS_PORT";
    private static final int MOST = 65_535;

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException with one line that names the variable, its value and what is allowed
     */
    public static OperationsConfig fromEnvironment(Map<String, String> environment) {
        return new OperationsConfig(environment.getOrDefault("CULTIVAR_STREAMS_HOST", "127.0.0.1"), port(environment));
    }

    private static int port(Map<String, String> environment) {
        String text = environment.getOrDefault(PORT, "8082");
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= MOST) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw notAllowed(text);
        }
        throw notAllowed(text);
    }

    private static IllegalArgumentException notAllowed(String text) {
        return new IllegalArgumentException(PORT + " is \"" + text + "\"; it must be a whole number from 0 to " + MOST);
    }
}
