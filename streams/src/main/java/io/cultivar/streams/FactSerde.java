package io.cultivar.streams;

import io.cultivar.contract.event.Decoded;
import io.cultivar.contract.event.EventReader;
import io.cultivar.evaluation.facts.StoredFact;
import java.util.Arrays;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** A stored fact as bytes: version, whether its identity is in conflict, and the event as it came in. */
final class FactSerde {

    private FactSerde() {}

    static Serde<StoredFact> serde() {
        return Serdes.serdeFrom(
                (topic, fact) -> fact == null ? null : write(fact),
                (topic, bytes) -> bytes == null ? null : read(bytes));
    }

    private static byte[] write(StoredFact fact) {
        byte[] event = fact.event().toJson();
        byte[] payload = new byte[event.length + 1];
        payload[0] = (byte) (fact.conflicted() ? 1 : 0);
        System.arraycopy(event, 0, payload, 1, event.length);
        return JsonSerde.versioned(payload);
    }

    private static StoredFact read(byte[] bytes) {
        byte[] payload = JsonSerde.payload(bytes);
        Decoded decoded = EventReader.read(Arrays.copyOfRange(payload, 1, payload.length));
        if (decoded instanceof Decoded.Accepted accepted) {
            return new StoredFact(accepted.event(), payload[0] == 1);
        }
        throw new SerializationException("a stored event can no longer be read: " + decoded);
    }
}
