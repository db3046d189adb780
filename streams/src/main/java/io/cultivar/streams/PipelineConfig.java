package io.cultivar.streams;

import io.cultivar.evaluation.disclosure.Disclosure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * All settings of the pipeline.
 *
 * @param bootstrapServers the brokers
 * @param applicationId prefix of the group, the changelogs and the transactions; another one is another pipeline
 * @param instanceId of this process among those of the application; kept over a restart, so that it need not be waited out
 * @param stateDir where the stores lie
 * @param partitions of every topic that is divided by subject; never changed once there is data
 * @param replication how many copies of every record the brokers keep
 * @param streamThreads how many threads work
 * @param commitInterval how often work is committed, and so becomes visible to the next stage
 * @param minimumGroup how many people a published number needs
 * @param settling how long a result waits for a newer one before it is published; 0: not at all
 * @param holdBack how long a published result waits for that many people to change before it changes with fewer; 0: not at all
 * @param asOf which facts count yet
 */
public record PipelineConfig(
        String bootstrapServers,
        String applicationId,
        String instanceId,
        Path stateDir,
        int partitions,
        int replication,
        int streamThreads,
        Duration commitInterval,
        int minimumGroup,
        Duration settling,
        Duration holdBack,
        AsOf asOf) {

    private static final int SLICE = 1_000;
    private static final Duration PUNCTUATION = Duration.ofMillis(100);

    public PipelineConfig {
        check("CULTIVAR_PARTITIONS", partitions, 1, 1_000);
        check("CULTIVAR_REPLICATION", replication, 1, 10);
        check("CULTIVAR_STREAM_THREADS", streamThreads, 1, 256);
        check("CULTIVAR_COMMIT_INTERVAL_MS", commitInterval.toMillis(), 10, 5_000);
        check("CULTIVAR_MINIMUM_GROUP", minimumGroup, Disclosure.LEAST_GROUP, 1_000);
        check("CULTIVAR_SETTLING_MS", settling.toMillis(), 0, 60_000);
        check("CULTIVAR_HOLD_BACK_HOURS", holdBack.toHours(), 0, 24 * 366);
    }

    /** The settings in the environment, with the defaults of docs/OPERATING.md. */
    public static PipelineConfig fromEnvironment(Map<String, String> environment) {
        return new PipelineConfig(
                environment.getOrDefault("CULTIVAR_BOOTSTRAP_SERVERS", "localhost:9092"),
                environment.getOrDefault("CULTIVAR_APPLICATION_ID", "cultivar"),
                environment.getOrDefault("CULTIVAR_INSTANCE_ID", "1"),
                Path.of(environment.getOrDefault("CULTIVAR_STATE_DIR", "data/streams")),
                number(environment, "CULTIVAR_PARTITIONS", "4"),
                number(environment, "CULTIVAR_REPLICATION", "1"),
                number(environment, "CULTIVAR_STREAM_THREADS", "2"),
                Duration.ofMillis(number(environment, "CULTIVAR_COMMIT_INTERVAL_MS", "500")),
                number(environment, "CULTIVAR_MINIMUM_GROUP", Integer.toString(Disclosure.LEAST_GROUP)),
                Duration.ofMillis(number(environment, "CULTIVAR_SETTLING_MS", "2000")),
                Duration.ofHours(number(environment, "CULTIVAR_HOLD_BACK_HOURS", "168")),
                new AsOf.CurrentDay());
    }

    private static int number(Map<String, String> environment, String name, String byDefault) {
        String text = environment.getOrDefault(name, byDefault);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is \"" + text + "\"; it must be a whole number", e);
        }
    }

    private static void check(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    name + " is " + value + "; it must lie between " + least + " and " + most);
        }
    }

    /** How many people are folded between two commits at most, so that a transaction stays short. */
    int slice() {
        return SLICE;
    }

    /** How often what is pending is folded. */
    Duration punctuation() {
        return PUNCTUATION;
    }
}
