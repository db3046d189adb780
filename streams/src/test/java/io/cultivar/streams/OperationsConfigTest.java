package io.cultivar.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationsConfigTest {

    @Test
    void shouldListenOnThisMachineOnlyByDefault() {
        assertThat(OperationsConfig.fromEnvironment(Map.of())).isEqualTo(new OperationsConfig("127.0.0.1", 8082));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "http", ""})
    void shouldNameAWrongPort(String port) {
        assertThatThrownBy(() -> OperationsConfig.fromEnvironment(Map.of("CULTIVAR_STREAMS_PORT", port)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("CULTIVAR_STREAMS_PORT is \"" + port + "\"; it must be a whole number from 0 to 65535");
    }
}
