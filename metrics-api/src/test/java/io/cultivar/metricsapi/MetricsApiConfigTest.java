package io.cultivar.metricsapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsApiConfigTest {

    @Test
    void shouldRecordItsDefaults() {
        assertThat(MetricsApiConfig.fromEnvironment(Map.of()))
                .isEqualTo(new MetricsApiConfig("localhost:9092", "127.0.0.1", 8080, "EUR"));
    }

    @Test
    void shouldTakeEverySettingFromTheEnvironment() {
        assertThat(MetricsApiConfig.fromEnvironment(Map.of(
                        "CULTIVAR_BOOTSTRAP_SERVERS", "kafka:9092",
                        "CULTIVAR_METRICS_HOST", "0.0.0.0",
                        "CULTIVAR_METRICS_PORT", "0",
                        "CULTIVAR_REPORTING_CURRENCY", " CHF ",
                        "SOMETHING_ELSE", "x")))
                .isEqualTo(new MetricsApiConfig("kafka:9092", "0.0.0.0", 0, "CHF"));
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
                + " 'CULTIVAR_REPORTING_CURRENCY must be an ISO 4217 code such as EUR, not euro'"
    })
    void shouldSayInOneLineWhatIsWrong(String variable, String value, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MetricsApiConfig.fromEnvironment(Map.of(variable, value)))
                .withMessage(message);
    }
}
