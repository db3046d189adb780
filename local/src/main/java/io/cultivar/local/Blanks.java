package io.cultivar.local;

import java.util.Arrays;

/** The white space of JSON. */
final class Blanks {

    private Blanks() {}

    static boolean isBlank(int character) {
        return character == ' ' || character == '\t' || character == '\n' || character == '\r';
    }

    /** The bytes without white space at either end. */
    static byte[] strip(byte[] bytes) {
        int start = 0;
        int end = bytes.length;
        while (start < end && isBlank(bytes[start])) {
            start++;
        }
        while (end > start && isBlank(bytes[end - 1])) {
            end--;
        }
        return Arrays.copyOfRange(bytes, start, end);
    }
}
