package io.cultivar.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;

/** Passes on the bytes of a text while it checks that they are UTF-8, counts lines, and bounds a single item. */
final class TextStream extends InputStream {

    /**
     * Longest event in a file, in bytes: far beyond what an event may have, so that one that is too long is refused for
     * itself, and near enough that a file without line ends does not fill the memory.
     */
    static final int MAX_ITEM_BYTES = 1 << 20;

    /** Bytes that a reader may have taken ahead. */
    private static final int READ_AHEAD = 1 << 16;

    private final InputStream in;
    private long line = 1;
    private int itemBytes;
    private int expected;
    private int least;
    private int most;

    TextStream(InputStream in) {
        this.in = in;
    }

    /** The line of the last byte that was passed on, counted from 1. */
    long line() {
        return line;
    }

    /** From here on a new item counts. */
    void startItem() {
        itemBytes = 0;
    }

    @Override
    public int read() throws IOException {
        int next = in.read();
        if (next >= 0) {
            check(next);
            checkLength(1);
        } else if (expected > 0) {
            throw new CharacterCodingException();
        }
        return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = in.read(bytes, offset, length);
        if (count < 0 && expected > 0) {
            throw new CharacterCodingException();
        }
        for (int i = offset; i < offset + count; i++) {
            check(bytes[i] & 0xFF);
        }
        checkLength(Math.max(count, 0));
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void checkLength(int count) throws ItemTooLongException {
        itemBytes += count;
        if (itemBytes > MAX_ITEM_BYTES + READ_AHEAD) {
            throw new ItemTooLongException();
        }
    }

    private void check(int next) throws CharacterCodingException {
        if (expected > 0) {
            if (next < least || next > most) {
                throw new CharacterCodingException();
            }
            expected--;
            bounds(0x80, 0xBF);
        } else if (next >= 0x80) {
            begin(next);
        } else if (next == '\n') {
            line++;
        }
    }

    /** The well-formed byte sequences of the Unicode standard, table 3-7: no overlong forms, no surrogates. */
    private void begin(int lead) throws CharacterCodingException {
        if (lead < 0xC2 || lead > 0xF4) {
            throw new CharacterCodingException();
        }
        expected = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
        bounds(lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80, lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF);
    }

    private void bounds(int newLeast, int newMost) {
        least = newLeast;
        most = newMost;
    }

    /** One item of the text exceeds {@link #MAX_ITEM_BYTES}. */
    static final class ItemTooLongException extends IOException {

        private static final long serialVersionUID = 1L;

        ItemTooLongException() {
            super("one event is longer than " + MAX_ITEM_BYTES + " bytes");
        }
    }
}
