package io.cultivar.local;

/** Takes the events of files, one by one. */
@FunctionalInterface
public interface EventSink {

    /**
     * Takes one event, which nobody has checked yet.
     *
     * @param file the name of its file, without the folders
     * @param line the line on which it starts, counted from 1
     * @param json its bytes as they stand in the file; of a row of a table, the JSON that it means
     */
    void accept(String file, long line, byte[] json);
}
