package io.cultivar.ingest;

import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Kafka's own stand-in for a producer, which can also be waited for. */
final class Broker extends MockProducer<String, byte[]> {

    private final Semaphore sent = new Semaphore(0);

    private Broker(boolean acknowledges) {
        super(acknowledges, null, new StringSerializer(), new ByteArraySerializer());
    }

    static Broker acknowledging() {
        return new Broker(true);
    }

    /** One that acknowledges only when told to. */
    static Broker silent() {
        return new Broker(false);
    }

    @Override
    public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> sending, Callback callback) {
        Future<RecordMetadata> future = super.send(sending, callback);
        sent.release();
        return future;
    }

    /** Waits until so many further records were sent. */
    void awaitSent(int records) throws InterruptedException {
        if (!sent.tryAcquire(records, 20, TimeUnit.SECONDS)) {
            throw new AssertionError(records + " records were not sent in time");
        }
    }

    List<String> topics() {
        return history().stream().map(ProducerRecord::topic).toList();
    }
}
