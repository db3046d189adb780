package io.cultivar.contract.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cultivar.contract.Json;
import io.cultivar.contract.Topic;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One event: a CloudEvents 1.0 envelope around one of our records.
 *
 * <p>Its identity is ({@link #source}, {@link #id}) within its {@link #key}. A second copy with the same
 * {@linkplain #contentHash content} changes nothing.
 *
 * @param id unique within the source
 * @param source who says so
 * @param time when it happened
 * @param subject whom or what it is about; null only for anonymous feedback
 * @param recordedTime when the source wrote it down, which decides between corrections; null where not told
 * @param data what happened
 */
public record Event(
        String id,
        String source,
        Instant time,
        @Nullable String subject,
        @Nullable Instant recordedTime,
        EventData data) {

    public Event {
        Objects.requireNonNull(id);
        Objects.requireNonNull(source);
        Objects.requireNonNull(time);
        Objects.requireNonNull(data);
    }

    /** The event's type. */
    public EventType type() {
        return data.type();
    }

    /** When the source wrote this down: {@link #recordedTime}, by default {@link #time}. */
    public Instant recorded() {
        return recordedTime == null ? time : recordedTime;
    }

    /** The topic that this event belongs on. */
    public Topic topic() {
        return data instanceof EventRetracted retracted
                ? retracted.retractedType().topic()
                : type().topic();
    }

    /** The key of its record, {@code kind/subject}; events with one key meet in one partition. */
    public String key() {
        if (subject != null) {
            return (data instanceof EventRetracted retracted
                            ? retracted.retractedType().subjectKind()
                            : type().subjectKind())
                    .key(subject);
        }
        if (data instanceof FeedbackGiven feedback) {
            return SubjectKind.PROGRAM.key(feedback.program());
        }
        if (data instanceof EventRetracted retracted && retracted.program() != null) {
            return SubjectKind.PROGRAM.key(retracted.program());
        }
        throw new IllegalStateException("an event of type " + type().id() + " needs a subject");
    }

    /** The same event about somebody under another name. */
    public Event withSubject(String newSubject) {
        return new Event(id, source, time, newSubject, recordedTime, data);
    }

    /** The event as one CloudEvents JSON object, UTF-8, fields always in the same order. */
    public byte[] toJson() {
        return Json.write(tree(subject));
    }

    /**
     * The SHA-256 of everything the event says, in hex: of {@link #toJson} without the subject, which all events of a key
     * share and which is a pseudonym, so that the hash does not depend on the pseudonym's key. Times are normalised to
     * UTC; unknown fields are no content; decimals count as written.
     */
    public String contentHash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Json.write(tree(null))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private ObjectNode tree(@Nullable String shownSubject) {
        ObjectNode node = Json.shared().createObjectNode();
        node.put("specversion", "1.0").put("id", id).put("source", source).put("type", type().id());
        node.put("time", time.toString());
        if (shownSubject != null) {
            node.put("subject", shownSubject);
        }
        if (recordedTime != null) {
            node.put("recordedtime", recordedTime.toString());
        }
        node.putPOJO("data", data);
        return node;
    }

    @Override
    public String toString() {
        return new String(toJson(), StandardCharsets.UTF_8);
    }
}
