package io.cultivar.contract;

/**
 * One topic, as data.
 *
 * @param name dotted, never with an underscore (dot and underscore collide in Kafka's metric names)
 * @param retention what becomes of old records
 * @param partitions how many partitions it has
 */
public record Topic(String name, Retention retention, Partitions partitions) {

    /** What becomes of old records. */
    public enum Retention {
        /** Kept for ever: the set of events is the truth that everything can be recomputed from. */
        FOREVER,
        /** The latest record of each key is kept. */
        LATEST_BY_KEY
    }

    /** How a topic is divided. */
    public enum Partitions {
        /** As many as configured: all topics that are divided by subject must agree. */
        BY_SUBJECT,
        /** One: its reader needs to see everything together. */
        SINGLE
    }
}
