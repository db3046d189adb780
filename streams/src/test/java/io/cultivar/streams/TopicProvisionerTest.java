package io.cultivar.streams;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.cultivar.contract.Topics;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicProvisionerTest {

    private static Stream<NewTopic> topics(int replication, int partitions) {
        PipelineConfig config = PipelineConfig.fromEnvironment(Map.of(
                "CULTIVAR_REPLICATION", Integer.toString(replication),
                "CULTIVAR_PARTITIONS", Integer.toString(partitions)));
        return Topics.ALL.stream().map(topic -> TopicProvisioner.newTopic(topic, config));
    }

    /** Of two copies, one must be enough: else neither broker could ever be away. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 2", "4, 2"})
    void shouldWantEveryRecordOnTwoBrokersWhereOneMayBeAway(int replication, String least) {
        assertThat(topics(replication, 4)).hasSameSizeAs(Topics.ALL).allSatisfy(topic -> {
            assertThat(topic.replicationFactor()).isEqualTo((short) replication);
            assertThat(topic.configs()).containsEntry("min.insync.replicas", least);
        });
    }

    @Test
    void shouldKeepForEverWhatCannotBeComputedAgain() {
        Set<String> kept =
                Set.of("learning.events", "workforce.events", "program.events", "ingest.rejected", "published.log");

        assertThat(topics(1, 4)).allSatisfy(topic -> {
            if (kept.contains(topic.name())) {
                assertThat(topic.configs())
                        .containsEntry("cleanup.policy", "delete")
                        .containsEntry("retention.ms", "-1")
                        .containsEntry("retention.bytes", "-1");
            } else {
                assertThat(topic.configs()).containsEntry("cleanup.policy", "compact");
            }
        });
        assertThat(topics(1, 4).map(NewTopic::name)).containsAll(kept);
    }

    @Test
    void shouldDivideBySubjectWhatIsKeyedBySubject() {
        Set<String> divided = topics(1, 12)
                .filter(topic -> topic.numPartitions() == 12)
                .map(NewTopic::name)
                .collect(toSet());

        assertThat(divided)
                .containsExactlyInAnyOrder(
                        "learning.events",
                        "workforce.events",
                        "program.events",
                        "evaluation.definitions",
                        "evaluation.sums");
        assertThat(topics(1, 12).filter(topic -> !divided.contains(topic.name())))
                .allSatisfy(topic -> assertThat(topic.numPartitions()).isEqualTo(1));
    }
}
