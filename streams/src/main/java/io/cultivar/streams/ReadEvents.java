package io.cultivar.streams;

import io.cultivar.contract.event.Decoded;
import io.cultivar.contract.event.Event;
import io.cultivar.contract.event.EventReader;
import io.cultivar.contract.event.RejectedRecord;
import io.cultivar.contract.event.RejectionReason;
import io.cultivar.contract.event.SubjectKind;
import java.time.Instant;
import java.util.regex.Pattern;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * The first node behind a topic of events. A record is understood and passed on; or it stands under another key than its
 * event's and is sent to its place; or it cannot be used and is put aside with the reason. It is never misfolded.
 */
final class ReadEvents implements Processor<String, byte[], String, Object> {

    /** HMAC-SHA256 in base64url: what every employee is called behind the door. */
    private static final Pattern PSEUDONYM = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** The names of the nodes behind this one. */
    record Exits(String events, String misplaced, String rejected) {}

    private final String positionStore;
    private final Exits exits;
    private final PipelineMeters meters;
    private @Nullable ProcessorContext<String, Object> context;
    private @Nullable ReadPosition position;

    ReadEvents(String positionStore, Exits exits, PipelineMeters meters) {
        this.positionStore = positionStore;
        this.exits = exits;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, Object> processorContext) {
        context = processorContext;
        position = new ReadPosition(processorContext, positionStore);
    }

    @Override
    public void process(Record<String, byte[]> input) {
        var here = Nullness.initialized(context);
        byte[] bytes = input.value() == null ? new byte[0] : input.value();
        Decoded decoded = EventReader.read(bytes);
        if (decoded instanceof Decoded.Accepted accepted) {
            decoded = checkPseudonym(accepted);
        }
        if (decoded instanceof Decoded.Accepted accepted) {
            pass(input, accepted.event());
        } else if (decoded instanceof Decoded.Rejected rejected) {
            RejectedRecord put = aside(rejected, input.timestamp());
            here.forward(input.withKey(put.origin()).<Object>withValue(put), exits.rejected());
            meters.rejected(rejected.reason());
        }
        Nullness.initialized(position).advance(here, Instant.ofEpochMilli(input.timestamp()));
    }

    private void pass(Record<String, byte[]> input, Event event) {
        var here = Nullness.initialized(context);
        boolean inPlace = event.key().equals(input.key())
                && here.recordMetadata()
                        .map(record -> record.topic().equals(event.topic().name()))
                        .orElse(true);
        if (inPlace) {
            Nullness.initialized(position).saw(event.time());
            here.forward(input.<Object>withValue(event), exits.events());
        } else {
            here.forward(input.withKey(event.key()).<Object>withValue(event), exits.misplaced());
        }
    }

    private static Decoded checkPseudonym(Decoded.Accepted accepted) {
        Event event = accepted.event();
        boolean aboutEmployee = event.key().startsWith(SubjectKind.EMPLOYEE.key(""));
        boolean plain = event.subject() != null
                && aboutEmployee
                && !PSEUDONYM.matcher(event.subject()).matches();
        return plain
                ? new Decoded.Rejected(
                        RejectionReason.NOT_PSEUDONYMOUS,
                        "/subject",
                        "behind the door an employee is called by a pseudonym of 43 characters")
                : accepted;
    }

    private RejectedRecord aside(Decoded.Rejected rejected, long timestampMs) {
        String origin = Nullness.initialized(context)
                .recordMetadata()
                .map(ReadEvents::origin)
                .orElse("unknown");
        return new RejectedRecord(
                rejected.reason(),
                rejected.pointer(),
                rejected.message(),
                origin,
                Instant.ofEpochMilli(timestampMs),
                null,
                null);
    }

    private static String origin(RecordMetadata record) {
        return record.topic() + "/" + record.partition() + "@" + record.offset();
    }
}
