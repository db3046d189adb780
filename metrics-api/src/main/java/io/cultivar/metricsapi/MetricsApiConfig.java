package io.cultivar.metricsapi;

import io.cultivar.metricsapi.access.AccessConfig;
import io.cultivar.metricsapi.history.HistoryConfig;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All settings of the metrics service, from environment variables only. A variable that is not set, or blank, takes its
 * default.
 *
 * @param bootstrapServers {@code CULTIVAR_BOOTSTRAP_SERVERS}: where Kafka is; default localhost:9092
 * @param host {@code CULTIVAR_METRICS_HOST}: the address to listen on; default 127.0.0.1
 * @param port {@code CULTIVAR_METRICS_PORT}: the port to listen on, 0 for any free one; default 8080
 * @param reportingCurrency {@code CULTIVAR_REPORTING_CURRENCY}: ISO 4217 code; amounts in another currency are served
 * by
 *     REST but not as metrics, because there sums over programs must make sense; default EUR
 * @param history {@code CULTIVAR_HISTORY_URL}, {@code CULTIVAR_HISTORY_USER}, {@code CULTIVAR_HISTORY_PASSWORD}: where the
 *     history is kept; null, which is the default, for nowhere
 * @param access who may ask; without it, only on an address that no other machine reaches
 */
public record MetricsApiConfig(
        String bootstrapServers,
        String host,
        int port,
        String reportingCurrency,
        @Nullable HistoryConfig history,
        AccessConfig access) {

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final int MAX_PORT = 65_535;

    public MetricsApiConfig {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("CULTIVAR_METRICS_PORT must be between 0 and 65535, not " + port);
        }
        if (!CURRENCY.matcher(reportingCurrency).matches()) {
            throw new IllegalArgumentException(
                    "CULTIVAR_REPORTING_CURRENCY must be an ISO 4217 code such as EUR, not " + reportingCurrency);
        }
        access.checkHost(host);
    }

    /** Settings without a history, for this machine alone. */
    public MetricsApiConfig(String bootstrapServers, String host, int port, String reportingCurrency) {
        this(bootstrapServers, host, port, reportingCurrency, null);
    }

    /** Settings for this machine alone. */
    public MetricsApiConfig(
            String bootstrapServers, String host, int port, String reportingCurrency, @Nullable HistoryConfig history) {
        this(bootstrapServers, host, port, reportingCurrency, history, AccessConfig.NONE);
    }

    /**
     * The settings that these environment variables make.
     *
     * @throws IllegalArgumentException with one line that names the variable and its value
     */
    public static MetricsApiConfig fromEnvironment(Map<String, String> environment) {
        return new MetricsApiConfig(
                setting(environment, "CULTIVAR_BOOTSTRAP_SERVERS", "localhost:9092"),
                setting(environment, "CULTIVAR_METRICS_HOST", "127.0.0.1"),
                port(setting(environment, "CULTIVAR_METRICS_PORT", "8080")),
                setting(environment, "CULTIVAR_REPORTING_CURRENCY", "EUR"),
                history(environment),
                AccessConfig.read((name, preset) -> setting(environment, name, preset)));
    }

    private static @Nullable HistoryConfig history(Map<String, String> environment) {
        String url = setting(environment, "CULTIVAR_HISTORY_URL", "");
        String user = setting(environment, "CULTIVAR_HISTORY_USER", "");
        String password = setting(environment, "CULTIVAR_HISTORY_PASSWORD", "");
        if (url.isEmpty()) {
            if (!user.isEmpty() || !password.isEmpty()) {
                throw new IllegalArgumentException(
                        "CULTIVAR_HISTORY_USER or _PASSWORD is set, but CULTIVAR_HISTORY_URL is not");
            }
            return null;
        }
        return new HistoryConfig(url, user.isEmpty() ? null : user, password.isEmpty() ? null : password);
    }

    private static String setting(Map<String, String> environment, String name, String preset) {
        String value = environment.getOrDefault(name, "").strip();
        return value.isEmpty() ? preset : value;
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("CULTIVAR_METRICS_PORT must be a whole number, not " + text, e);
        }
    }
}
