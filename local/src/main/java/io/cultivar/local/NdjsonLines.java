package io.cultivar.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** One event a line; blank lines mean nothing. */
final class NdjsonLines {

    private static final int BUFFER_BYTES = 1 << 16;

    private NdjsonLines() {}

    static void read(TextStream text, String name, EventSink sink) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long number = 1;
        for (int count = text.read(buffer); count >= 0; count = text.read(buffer)) {
            int start = 0;
            for (int i = 0; i < count; i++) {
                if (buffer[i] == '\n') {
                    line.write(buffer, start, i - start);
                    emit(line, name, number++, sink);
                    text.startItem();
                    start = i + 1;
                }
            }
            line.write(buffer, start, count - start);
        }
        emit(line, name, number, sink);
    }

    private static void emit(ByteArrayOutputStream line, String name, long number, EventSink sink) {
        byte[] bytes = Blanks.strip(line.toByteArray());
        line.reset();
        if (bytes.length > 0) {
            sink.accept(name, number, bytes);
        }
    }
}
