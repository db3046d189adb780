package io.cultivar.local.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cultivar.local.sample.SampleCompany;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.junit.jupiter.Testcontainers;

/**
 * Three brokers, of which one stands still, one is cut off and one is killed, one after the other while events come in:
 * every event that was accepted counts, none counts twice, and what is published is the same to the last digit as of a run
 * on one broker that nothing happened to.
 */
@Testcontainers(disabledWithoutDocker = true)
@ExtendWith(EmbeddedSampleRun.class)
@Timeout(600)
class BrokerFaultsIT {

    private static final long SEED = 5_003;
    private static final int PARTITIONS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration INTERVAL = Duration.ofMillis(50);

    @TempDir
    Path stateDir;

    @Test
    void shouldPublishTheSame_whenBrokersFailUnderLoad(SampleRun undisturbed) throws Exception {
        // given
        List<String> lines = SampleCompany.lines(SampleCompany.SEED);
        long refused = SampleCompany.plannedRejections().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        List<Fault> faults = shuffled(List.of(Fault.values()), new SplittableRandom(SEED));
        List<Integer> brokers = shuffled(List.of(1, 2, 3), new SplittableRandom(SEED + 1));

        long start = System.nanoTime();
        try (var cluster = BrokerCluster.start();
                var services = Services.start(cluster.bootstrapServers(), PARTITIONS, BrokerCluster.SIZE, stateDir);
                var sender = new PersistentSender("127.0.0.1", services.ingestPort())) {
            // when each part is under way when something happens, or is undone
            int parts = 2 * Fault.values().length;
            for (int part = 0; part < parts; part++) {
                List<Future<Void>> begun =
                        sender.begin(lines.subList(part * lines.size() / parts, (part + 1) * lines.size() / parts));
                long before = sender.accepted();
                await().atMost(PATIENCE).pollInterval(INTERVAL).until(() -> sender.accepted() > before);
                Fault fault = faults.get(part / 2);
                int broker = brokers.get(part / 2);
                say(start, "broker " + broker + (part % 2 == 0 ? " is " : " is no longer ") + fault);
                if (part % 2 == 0) {
                    cluster.strike(fault, broker);
                } else {
                    cluster.heal(fault, broker);
                }
                for (Future<Void> each : begun) {
                    each.get();
                }
            }

            say(start, "all accepted, of which sent again: " + sender.sentAgain());

            // then
            assertThat(sender.accepted()).isEqualTo(lines.size() - refused);
            assertThat(sender.rejected()).isEqualTo(refused);
            try (var topics = new PublishedTopics(cluster.bootstrapServers())) {
                var offsets = topics.eventOffsets(PARTITIONS);
                assertThat(offsets.values().stream().mapToLong(Long::longValue).sum())
                        .as("records of accepted events; a failed one may have been written all the same")
                        .isBetween(sender.accepted(), sender.accepted() + sender.sentAgain());
                SampleRun.awaitCovered(services, topics, offsets);
                assertThat(topics.programs()).containsExactlyEntriesOf(undisturbed.programs());
            }
            say(start, "exact");
        }
    }

    private static void say(long startNanos, String what) {
        System.out.printf(
                "seed %d, %3d s: %s%n", SEED, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - startNanos), what);
    }

    private static <T> List<T> shuffled(List<T> items, SplittableRandom random) {
        List<T> left = new ArrayList<>(items);
        List<T> shuffled = new ArrayList<>();
        while (!left.isEmpty()) {
            shuffled.add(left.remove(random.nextInt(left.size())));
        }
        return shuffled;
    }
}
