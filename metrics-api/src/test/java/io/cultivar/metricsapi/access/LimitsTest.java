package io.cultivar.metricsapi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {

    @Test
    void shouldCountEachAddressForAMinute() {
        Instant[] now = {Instant.parse("2026-03-01T08:00:00Z")};
        Attempts attempts = new Attempts(() -> now[0]);

        assertThat(attempts.count("10.0.0.1")).isEqualTo(1);
        now[0] = now[0].plusSeconds(59);
        assertThat(attempts.count("10.0.0.1")).isEqualTo(2);
        assertThat(attempts.count("10.0.0.2")).isEqualTo(1);
        now[0] = now[0].plusSeconds(1);
        assertThat(attempts.count("10.0.0.1")).isEqualTo(1);
    }

    @Test
    void shouldForgetTheOldestOfManyAddresses() {
        Attempts attempts = new Attempts(() -> Instant.EPOCH);
        attempts.count("first");

        for (int address = 0; address < 10_000; address++) {
            attempts.count("10.0." + address);
        }

        assertThat(attempts.count("10.0.9999")).isEqualTo(2);
        assertThat(attempts.count("first")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "127.255.0.9", "::1", "[::1]", "0:0:0:0:0:0:0:1"})
    void shouldKnowThisMachine(String host) {
        assertThat(Loopback.is(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0.0.0.0", "::", "10.0.0.1", "", "localhost.example.com", "127.0.0.1.example.com", "1127.0.0.1"})
    void shouldKnowWhatIsNotThisMachine(String host) {
        assertThat(Loopback.is(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8080", "127.0.0.1:1", "[::1]:8080", "[::1]", "::1"})
    void shouldKnowThisMachineInAHeader(String host) {
        assertThat(Loopback.isHeader(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "example.com:8080", "localhost:8080@example.com", "localhost:", "[::2]:80"})
    void shouldKnowAnotherNameInAHeader(String host) {
        assertThat(Loopback.isHeader(host)).isFalse();
        assertThat(Loopback.isHeader(null)).isFalse();
    }
}
