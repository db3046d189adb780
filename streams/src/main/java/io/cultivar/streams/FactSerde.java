package io.cultivar.streams;

import io.cultivar.contract.event.Decoded;
import io.cultivar.contract.event.EventReader;
import io.cultivar.evaluation.facts.StoredFact;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** A stored fact as bytes: version, whether its identity is in conflict, when it came, and the event as it came in. */
final class FactSerde {

    private static final int HEAD = 1 + Long.BYTES;

    private FactSerde() {}

    static Serde<StoredFact> serde() {
        return Serdes.serdeFrom(
                (topic, fact) -> fact == null ? null : write(fact),
                (topic, bytes) -> bytes == null ? null : read(bytes));
    }

    private static byte[] write(StoredFact fact) {
        byte[] event = fact.event().toJson();
        ByteBuffer payload = ByteBuffer.allocate(HEAD + event.length);
        payload.put((byte) (fact.conflicted() ? 1 : 0)).putLong(fact.arrival()).put(event);
        return JsonSerde.versioned(payload.array());
    }

    private static StoredFact read(byte[] bytes) {
        byte[] payload = JsonSerde.payload(bytes);
        Decoded decoded = EventReader.read(Arrays.copyOfRange(payload, HEAD, payload.length));
        if (decoded instanceof Decoded.Accepted accepted) {
            return new StoredFact(
                    accepted.event(), payload[0] == 1, ByteBuffer.wrap(payload).getLong(1));
        }
        throw new SerializationException("a stored event can no longer be read: " + decoded);
    }
}
