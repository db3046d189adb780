package io.cultivar.local;

import io.cultivar.local.EventFiles.FormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * The elements of one JSON array, or one JSON object, cut out byte by byte. They are not parsed: whoever reads the
 * event sees what was written (a repeated field, an absurd number), and one bad element does not spoil the file.
 */
final class JsonElements {

    private final TextStream text;
    private final String name;
    private final EventSink sink;
    private final ByteArrayOutputStream element = new ByteArrayOutputStream();
    private long line = 1;

    private JsonElements(TextStream text, String name, EventSink sink) {
        this.text = text;
        this.name = name;
        this.sink = sink;
    }

    static void read(TextStream text, String name, EventSink sink) throws IOException {
        new JsonElements(text, name, sink).read();
    }

    private void read() throws IOException {
        int first = nextVisible();
        if (first == '[') {
            readArray();
        } else if (first == '{') {
            long start = line;
            element.write('{');
            finishObject();
            emit(start);
        } else {
            throw new FormatException(line, "this must be a JSON array of events, or one event");
        }
        if (nextVisible() >= 0) {
            throw new FormatException(
                    line, "there is text behind the end of the JSON; one event a line goes by .ndjson");
        }
    }

    private void readArray() throws IOException {
        int next = nextVisible();
        if (next == ']') {
            return;
        }
        int end;
        do {
            long start = line;
            end = finishElement(next);
            emit(start);
            next = end == ',' ? nextVisible() : end;
        } while (end == ',');
    }

    /** Collects an element that starts with {@code first}; answers the comma or bracket behind it. */
    private int finishElement(int first) throws IOException {
        int depth = 0;
        for (int next = first; next >= 0; next = next()) {
            if (depth == 0 && (next == ',' || next == ']')) {
                return next;
            }
            element.write(next);
            if (next == '"') {
                finishString();
            } else if (next == '{' || next == '[') {
                depth++;
            } else if (next == '}' || next == ']') {
                depth--;
            }
        }
        throw cutOff();
    }

    private void finishObject() throws IOException {
        int depth = 1;
        while (depth > 0) {
            int next = next();
            if (next < 0) {
                throw cutOff();
            }
            element.write(next);
            if (next == '"') {
                finishString();
            } else if (next == '{') {
                depth++;
            } else if (next == '}') {
                depth--;
            }
        }
    }

    private void finishString() throws IOException {
        boolean escaped = false;
        for (int next = next(); next >= 0; next = next()) {
            element.write(next);
            if (next == '"' && !escaped) {
                return;
            }
            escaped = next == '\\' && !escaped;
        }
        throw cutOff();
    }

    private void emit(long start) throws FormatException {
        byte[] bytes = Blanks.strip(element.toByteArray());
        element.reset();
        text.startItem();
        if (bytes.length == 0) {
            throw new FormatException(start, "an element of the array is empty");
        }
        sink.accept(name, start, bytes);
    }

    private FormatException cutOff() {
        return new FormatException(line, "the JSON ends before it is complete");
    }

    private int nextVisible() throws IOException {
        int next = next();
        while (next >= 0 && Blanks.isBlank(next)) {
            next = next();
        }
        return next;
    }

    private int next() throws IOException {
        int next = text.read();
        line = next == '\n' ? text.line() - 1 : text.line();
        return next;
    }
}
