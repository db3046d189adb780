package io.cultivar.local.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;

/**
 * The services against the broker as its makers publish it. Other broker, other number of partitions, other pseudonym
 * key: the published results are the same to the last digit.
 */
@Testcontainers(disabledWithoutDocker = true)
@ExtendWith(EmbeddedSampleRun.class)
@Timeout(600)
class KafkaContainerIT {

    private static final int PARTITIONS = 3;

    @Container
    static final KafkaContainer KAFKA = new KafkaContainer("apache/kafka:4.3.1");

    @TempDir
    Path stateDir;

    @Test
    void shouldPublishTheSameAsOnTheEmbeddedBroker(SampleRun embedded) {
        // given
        assertThat(embedded.programs()).isNotEmpty();

        // when
        try (SampleRun contained = SampleRun.on(KAFKA.getBootstrapServers(), PARTITIONS, stateDir)) {

            // then
            assertThat(contained.programs()).containsExactlyEntriesOf(embedded.programs());
        }
    }
}
