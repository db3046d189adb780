package io.cultivar.local;

/** A file of events cannot be read; the message names the file, the line where there is one, and what is wrong. */
public final class UnreadableInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableInputException(String file, String problem) {
        super(file + ": " + problem);
    }

    UnreadableInputException(String file, long line, String problem) {
        super(file + ", line " + line + ": " + problem);
    }
}
