package io.cultivar.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The topology as Kafka Streams sees it. Where this fails, ask first whether running installations can take the change: a
 * renamed store or another place of a node between a store and its source needs a new application id and a replay
 * (docs/OPERATING.md). If so, copy the text that the test shows over expected-topology.txt and say why in CHANGELOG.md.
 */
class TopologyGoldenTest {

    private static String description() {
        return Pipeline.topology(
                        PipelineDriver.config(new AsOf.Fixed(Instant.EPOCH)),
                        new PipelineMeters(new SimpleMeterRegistry()))
                .describe()
                .toString();
    }

    @Test
    void shouldBeTheTopologyThatIsWrittenDown() throws IOException {
        try (InputStream golden = getClass().getResourceAsStream("/expected-topology.txt")) {
            String expected = new String(Objects.requireNonNull(golden).readAllBytes(), StandardCharsets.UTF_8);

            assertThat(description().strip()).isEqualTo(expected.strip());
        }
    }

    @Test
    void shouldNameEverything() {
        // Names that Kafka Streams makes up itself end in ten digits and change when a node is added.
        assertThat(Pattern.compile("\\d{10}").matcher(description()).find()).isFalse();
    }
}
