package io.cultivar.streams;

import io.cultivar.contract.Json;
import java.util.Arrays;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/** JSON for what stays inside the pipeline, behind one byte that tells the version of its form. */
final class JsonSerde {

    private static final byte VERSION = 1;

    private JsonSerde() {}

    static <T> Serde<T> of(Class<T> type) {
        Serializer<T> serializer = (topic, value) -> value == null ? null : versioned(Json.write(value));
        Deserializer<T> deserializer = (topic, bytes) -> bytes == null ? null : Json.read(payload(bytes), type);
        return Serdes.serdeFrom(serializer, deserializer);
    }

    static byte[] versioned(byte[] payload) {
        byte[] bytes = new byte[payload.length + 1];
        bytes[0] = VERSION;
        System.arraycopy(payload, 0, bytes, 1, payload.length);
        return bytes;
    }

    static byte[] payload(byte[] bytes) {
        if (bytes.length == 0 || bytes[0] != VERSION) {
            throw new SerializationException("this is not of version " + VERSION + " of the internal form");
        }
        return Arrays.copyOfRange(bytes, 1, bytes.length);
    }
}
