package io.cultivar.metricsapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cultivar.metricsapi.access.AccessConfig;
import io.cultivar.metricsapi.access.SampleAccess;
import io.cultivar.metricsapi.history.HistoryConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsApiConfigTest {

    @Test
    void shouldRecordItsDefaults() {
        assertThat(MetricsApiConfig.fromEnvironment(Map.of()))
                .isEqualTo(new MetricsApiConfig("localhost:9092", "127.0.0.1", 8080, "EUR", null));
    }

    @Test
    void shouldTakeEverySettingFromTheEnvironment() {
        assertThat(MetricsApiConfig.fromEnvironment(Map.of(
                        "CULTIVAR_BOOTSTRAP_SERVERS", "kafka:9092",
                        "CULTIVAR_METRICS_HOST", "0.0.0.0",
                        "CULTIVAR_METRICS_PORT", "0",
                        "CULTIVAR_REPORTING_CURRENCY", " CHF ",
                        "CULTIVAR_HISTORY_URL", "jdbc:postgresql://db/cultivar",
                        "CULTIVAR_HISTORY_USER", "writer",
                        "CULTIVAR_HISTORY_PASSWORD", "secret",
                        "CULTIVAR_ACCESS", "open",
                        "CULTIVAR_AUDIT_FILE", "audit.jsonl",
                        "SOMETHING_ELSE", "x")))
                .isEqualTo(new MetricsApiConfig(
                        "kafka:9092",
                        "0.0.0.0",
                        0,
                        "CHF",
                        new HistoryConfig("jdbc:postgresql://db/cultivar", "writer", "secret"),
                        new AccessConfig(true, null, null, null, Path.of("audit.jsonl"))));
    }

    @Test
    void shouldTakeABlankVariableForAnAbsentOne() {
        assertThat(MetricsApiConfig.fromEnvironment(Map.of("CULTIVAR_METRICS_PORT", " "))
                        .port())
                .isEqualTo(8080);
    }

    @ParameterizedTest
    @CsvSource({
        "CULTIVAR_METRICS_PORT, http, 'CULTIVAR_METRICS_PORT must be a whole number, not http'",
        "CULTIVAR_METRICS_PORT, 65536, 'CULTIVAR_METRICS_PORT must be between 0 and 65535, not 65536'",
        "CULTIVAR_METRICS_PORT, -1, 'CULTIVAR_METRICS_PORT must be between 0 and 65535, not -1'",
        "CULTIVAR_REPORTING_CURRENCY, euro,"
                + " 'CULTIVAR_REPORTING_CURRENCY must be an ISO 4217 code such as EUR, not euro'",
        "CULTIVAR_HISTORY_URL, postgres://db/cultivar,"
                + " 'CULTIVAR_HISTORY_URL must be like jdbc:postgresql://host:5432/database, not postgres://db/cultivar'",
        "CULTIVAR_HISTORY_URL, jdbc:postgresql://db:port/cultivar,"
                + " 'CULTIVAR_HISTORY_URL must be like jdbc:postgresql://host:5432/database,"
                + " not jdbc:postgresql://db:port/cultivar'",
        "CULTIVAR_HISTORY_URL, jdbc:postgresql://db/cultivar?user=a&password=b,"
                + " 'CULTIVAR_HISTORY_URL must hold no password; CULTIVAR_HISTORY_PASSWORD is for that'",
        "CULTIVAR_HISTORY_PASSWORD, secret,"
                + " 'CULTIVAR_HISTORY_USER or _PASSWORD is set, but CULTIVAR_HISTORY_URL is not'"
    })
    void shouldSayInOneLineWhatIsWrong(String variable, String value, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MetricsApiConfig.fromEnvironment(Map.of(variable, value)))
                .withMessage(message);
    }

    @Test
    void shouldRefuseAnAddressThatOthersReachWithoutAskingThem(@TempDir Path directory) throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MetricsApiConfig.fromEnvironment(Map.of("CULTIVAR_METRICS_HOST", "0.0.0.0")))
                .withMessageStartingWith("CULTIVAR_METRICS_HOST 0.0.0.0 can be reached from other machines: set");

        Map<String, String> keys = new SampleAccess(directory)
                .with("CULTIVAR_METRICS_HOST", "0.0.0.0")
                .environment();
        assertThat(MetricsApiConfig.fromEnvironment(keys).access().keys()).isNotNull();
    }

    @Test
    void shouldTellNobodyThePassword() {
        assertThat(MetricsApiConfig.fromEnvironment(Map.of(
                                "CULTIVAR_HISTORY_URL", "jdbc:postgresql://db/cultivar",
                                "CULTIVAR_HISTORY_USER", "writer",
                                "CULTIVAR_HISTORY_PASSWORD", "secret"))
                        .toString())
                .contains("writer")
                .doesNotContain("secret");
    }
}
