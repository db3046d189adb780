package io.cultivar.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngestConfigTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private static IngestConfig config(String... namesAndValues) {
        Map<String, String> environment = new HashMap<>(Map.of("CULTIVAR_PSEUDONYM_KEY", KEY));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            environment.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return IngestConfig.fromEnvironment(environment);
    }

    @Test
    void shouldHaveTheRecordedDefaults() {
        IngestConfig config = config();

        assertThat(config)
                .isEqualTo(new IngestConfig(
                        "localhost:9092",
                        "127.0.0.1",
                        8081,
                        config.pseudonymKey(),
                        16_777_216,
                        10_000,
                        67_108_864,
                        Duration.ofSeconds(30)));
    }

    @Test
    void shouldReadEverySetting() {
        IngestConfig config = config(
                "CULTIVAR_BOOTSTRAP_SERVERS", "kafka-1:9092,kafka-2:9092",
                "CULTIVAR_INGEST_HOST", "0.0.0.0",
                "CULTIVAR_INGEST_PORT", "0",
                "CULTIVAR_INGEST_MAX_BODY_BYTES", "2048",
                "CULTIVAR_INGEST_MAX_BATCH", "7",
                "CULTIVAR_INGEST_MAX_IN_FLIGHT_BYTES", "4096",
                "CULTIVAR_INGEST_ACK_TIMEOUT_MS", "1500");

        assertThat(config)
                .isEqualTo(new IngestConfig(
                        "kafka-1:9092,kafka-2:9092",
                        "0.0.0.0",
                        0,
                        config.pseudonymKey(),
                        2_048,
                        7,
                        4_096,
                        Duration.ofMillis(1_500)));
    }

    @ParameterizedTest
    @CsvSource({
        "CULTIVAR_INGEST_PORT, eighty, a whole number from 0 to 65535",
        "CULTIVAR_INGEST_PORT, 65536, a whole number from 0 to 65535",
        "CULTIVAR_INGEST_MAX_BODY_BYTES, 1023, a whole number from 1024 to 1073741824",
        "CULTIVAR_INGEST_MAX_BATCH, 0, a whole number from 1 to 1000000",
        "CULTIVAR_INGEST_MAX_IN_FLIGHT_BYTES, -1, a whole number from 1024 to 1099511627776",
        "CULTIVAR_INGEST_ACK_TIMEOUT_MS, 1e3, a whole number from 100 to 600000"
    })
    void shouldNameTheVariableItsValueAndWhatIsAllowed(String name, String value, String allowed) {
        assertThatThrownBy(() -> config(name, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(name + " is \"" + value + "\"; it must be " + allowed);
    }

    @Test
    void shouldRefuseToHoldLessThanOneBody() {
        assertThatThrownBy(() -> config("CULTIVAR_INGEST_MAX_IN_FLIGHT_BYTES", "2048"))
                .hasMessageContaining("must be at least CULTIVAR_INGEST_MAX_BODY_BYTES, which is 16777216");
    }

    @ParameterizedTest
    @CsvSource({
        "'', is not set",
        "not*base64*at*all, is not valid base64",
        "c2hvcnQ=, has 5 bytes; it needs at least 32"
    })
    void shouldRefuseAnUnusableKeyWithoutQuotingIt(String key, String why) {
        assertThatThrownBy(() -> config("CULTIVAR_PSEUDONYM_KEY", key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("CULTIVAR_PSEUDONYM_KEY")
                .hasMessageContaining(why)
                .hasMessageContaining("openssl rand -base64 32")
                .hasNoCause()
                .message()
                .hasLineCount(1)
                .matches(message -> key.isEmpty() || !message.contains(key), "does not quote the key");
    }

    @Test
    void shouldNotPrintTheKey() {
        assertThat(config().toString()).contains("PseudonymKey[hidden]").doesNotContain(KEY);
    }
}
