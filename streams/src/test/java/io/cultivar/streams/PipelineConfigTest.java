package io.cultivar.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipelineConfigTest {

    @Test
    void shouldHaveTheDefaultsOfTheReadme() {
        assertThat(PipelineConfig.fromEnvironment(Map.of()))
                .isEqualTo(new PipelineConfig(
                        "localhost:9092",
                        "cultivar",
                        "1",
                        Path.of("data", "streams"),
                        4,
                        1,
                        2,
                        Duration.ofMillis(500),
                        5,
                        Duration.ofSeconds(2),
                        Duration.ofDays(7),
                        new AsOf.CurrentDay()));
    }

    @ParameterizedTest
    @CsvSource({
        "CULTIVAR_PARTITIONS, 0",
        "CULTIVAR_PARTITIONS, many",
        "CULTIVAR_REPLICATION, -1",
        "CULTIVAR_COMMIT_INTERVAL_MS, 60000",
        "CULTIVAR_MINIMUM_GROUP, 4",
        "CULTIVAR_MINIMUM_GROUP, 0",
        "CULTIVAR_SETTLING_MS, 60001",
        "CULTIVAR_HOLD_BACK_HOURS, -1"
    })
    void shouldNameTheVariableAndItsValue_whereItCannotBeUsed(String variable, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PipelineConfig.fromEnvironment(Map.of(variable, value)))
                .withMessageContaining(variable)
                .withMessageContaining(value);
    }
}
