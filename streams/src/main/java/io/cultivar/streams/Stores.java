package io.cultivar.streams;

import io.cultivar.evaluation.facts.StoredFact;
import io.cultivar.evaluation.publication.PublicationMark;
import io.cultivar.evaluation.sums.Sums;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** Every state store, by stage; each has a changelog, so that nothing is lost with a machine. */
final class Stores {

    /** Where stores keep their data. */
    enum Kind {
        /** On disk, for real amounts of data. */
        PERSISTENT,
        /** In memory, for fast tests. */
        IN_MEMORY
    }

    private final Kind kind;

    Stores(Kind kind) {
        this.kind = kind;
    }

    /** The names of the stores of one stage that keeps subjects: the same parts under the stage's name. */
    record Names(String stage) {
        /** subject, source, id: what is kept under that identity. */
        String facts() {
            return stage + "-facts";
        }

        /** subject: erased for ever. */
        String erased() {
            return stage + "-erased";
        }

        /** subject: to be folded again, and why. */
        String pending() {
            return stage + "-pending";
        }

        /** subject: what it contributes now. */
        String states() {
            return stage + "-states";
        }

        /** instant, subject: to be folded again when as-of reaches the instant. */
        String due() {
            return stage + "-due";
        }

        /** cell: this partition's part of its sums. */
        String sums() {
            return stage + "-sums";
        }

        /** scope: what changed this partition's part of it, and how lately. */
        String changes() {
            return stage + "-changes";
        }

        /** program or metric: its definition. */
        String definitions() {
            return stage + "-definitions";
        }

        /** topic/partition: how far it was read. */
        String progress() {
            return stage + "-progress";
        }
    }

    static final Names CATALOG = new Names("catalog");
    static final Names TIMELINE = new Names("timeline");

    /** program, subject: whom to fold again when the program is redefined. */
    static final String MEMBERS = "timeline-members";

    /** program: how far its people have been folded again. */
    static final String SWEEPS = "timeline-sweeps";

    /** scope, cell, origin: each partition's part. */
    static final String PARTIALS = "evaluation-partials";

    static final String EVALUATION_DEFINITIONS = "evaluation-definitions";
    static final String EVALUATION_PENDING = "evaluation-pending";

    /** program, origin: a changed definition is being applied there. */
    static final String REFOLDING = "evaluation-refolding";

    /** scope, origin: what changed each partition's part, and how lately. */
    static final String EVALUATION_CHANGES = "evaluation-changes";

    static final String EVALUATION_PROGRESS = "evaluation-progress";

    /** What this task last said of itself. */
    static final String EVALUATION_POSITION = "evaluation-position";

    /** program: the result last sent. */
    static final String RESULTS = "evaluation-results";

    /** program, company, portfolio, pipeline: the result last published. */
    static final String PUBLISHED = "published-programs";

    /** program, company: what was known of its changes when it was published. */
    static final String PUBLISHED_MARKS = "published-marks";

    /** program, company: a result that waits until enough people changed. */
    static final String PUBLISHED_HELD = "published-held";

    static final String PUBLISHED_PROGRESS = "published-progress";

    StoreBuilder<KeyValueStore<String, StoredFact>> facts(String name) {
        return store(name, FactSerde.serde());
    }

    StoreBuilder<KeyValueStore<String, SubjectState>> states(String name) {
        return store(name, JsonSerde.of(SubjectState.class));
    }

    StoreBuilder<KeyValueStore<String, ChangedScope>> changes(String name) {
        return store(name, JsonSerde.of(ChangedScope.class));
    }

    StoreBuilder<KeyValueStore<String, PublicationMark>> marks(String name) {
        return store(name, JsonSerde.of(PublicationMark.class));
    }

    StoreBuilder<KeyValueStore<String, HeldResult>> held(String name) {
        return store(name, JsonSerde.of(HeldResult.class));
    }

    StoreBuilder<KeyValueStore<String, Sums>> sums(String name) {
        return store(name, JsonSerde.of(Sums.class));
    }

    StoreBuilder<KeyValueStore<String, Message>> messages(String name) {
        return store(name, JsonSerde.of(Message.class));
    }

    StoreBuilder<KeyValueStore<String, String>> texts(String name) {
        return store(name, Serdes.String());
    }

    StoreBuilder<KeyValueStore<String, byte[]>> bytes(String name) {
        return store(name, Serdes.ByteArray());
    }

    /** Written with every record and read seldom: cached, so that only the latest value of a commit is logged. */
    StoreBuilder<KeyValueStore<String, String>> counters(String name) {
        return texts(name).withCachingEnabled();
    }

    private <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> serde) {
        var supplier = switch (kind) {
            case PERSISTENT -> org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name);
            case IN_MEMORY -> org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(name);
        };
        return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(supplier, Serdes.String(), serde)
                .withLoggingEnabled(Map.of());
    }
}
