package io.cultivar.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a body into events, without judging them: that is done one by one afterwards, so that a bad event does not
 * take its neighbours with it. Only a JSON array that is broken as JSON is refused as a whole, since nobody can say
 * where its next event starts.
 */
final class BodySplitter {

    /**
     * Deepest nesting within an array: far beyond what an event may have, so that a deep event is only its own problem.
     */
    static final int MAX_DEPTH = 1_000;

    /** Everything that the reading of an event judges is let through here: long numbers and names, repeated fields. */
    private static final JsonFactory TOKENS = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            // Names of strangers' fields are not worth remembering for the life of the process.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final int maxEvents;

    BodySplitter(int maxEvents) {
        this.maxEvents = maxEvents;
    }

    /** The events of a body, in order; throws the {@link Problem} that it is. */
    List<Submission> split(byte[] body, BodyForm form) {
        checkUtf8(body);
        return switch (form) {
            case SINGLE -> List.of(Submission.of(body));
            case BATCH -> array(body);
            case LINES -> lines(body);
            case SINGLE_OR_BATCH -> firstCharacter(body) == '[' ? array(body) : List.of(Submission.of(body));
        };
    }

    /** The parser would guess UTF-16 and UTF-32 by such bytes and read on; neither is JSON for interchange. */
    private static void checkUtf8(byte[] body) {
        for (int i = 0; i < Math.min(4, body.length); i++) {
            if (body[i] == 0 || body[i] == (byte) 0xFE || body[i] == (byte) 0xFF) {
                throw new Problem(400, "the body must be UTF-8");
            }
        }
    }

    private static int firstCharacter(byte[] body) {
        boolean byteOrderMark =
                body.length >= 3 && body[0] == (byte) 0xEF && body[1] == (byte) 0xBB && body[2] == (byte) 0xBF;
        for (int i = byteOrderMark ? 3 : 0; i < body.length; i++) {
            if (!isBlank(body[i])) {
                return body[i];
            }
        }
        return -1;
    }

    private List<Submission> lines(byte[] body) {
        List<Submission> events = new ArrayList<>();
        for (int from = 0; from < body.length; ) {
            int to = from;
            boolean blank = true;
            while (to < body.length && body[to] != '\n') {
                blank &= isBlank(body[to]);
                to++;
            }
            if (!blank) {
                add(events, Submission.slice(body, from, to));
            }
            from = to + 1;
        }
        return events;
    }

    private static boolean isBlank(byte character) {
        return character == ' ' || character == '\t' || character == '\r' || character == '\n';
    }

    private List<Submission> array(byte[] body) {
        try (JsonParser parser = TOKENS.createParser(body)) {
            try {
                return elements(body, parser);
            } catch (JsonProcessingException e) {
                throw broken(e.getLocation() == null ? parser.currentLocation() : e.getLocation());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
    }

    private List<Submission> elements(byte[] body, JsonParser parser) throws IOException {
        List<Submission> events = new ArrayList<>();
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            throw new Problem(400, "a batch is a JSON array of events");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int from = (int) parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            parser.finishToken();
            add(events, Submission.slice(body, from, (int)
                    parser.currentLocation().getByteOffset()));
        }
        if (parser.nextToken() != null) {
            throw new Problem(400, "there is text behind the end of the batch");
        }
        return events;
    }

    private static Problem broken(JsonLocation where) {
        // The parser's own message would quote the text.
        return new Problem(
                400,
                "the batch is not valid JSON, or is nested deeper than " + MAX_DEPTH + ", at line " + where.getLineNr()
                        + ", column " + where.getColumnNr() + "; nothing of it was taken");
    }

    private void add(List<Submission> events, Submission event) {
        if (events.size() == maxEvents) {
            throw new Problem(413, "a body may hold " + maxEvents + " events; nothing of it was taken");
        }
        events.add(event);
    }
}
