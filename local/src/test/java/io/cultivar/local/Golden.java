package io.cultivar.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files of this repository that must be what the code makes. {@code make golden} writes them anew; look at what changed
 * before it is committed, and say in CHANGELOG.md why.
 */
final class Golden {

    private static final boolean WRITE = "write".equals(System.getProperty("cultivar.golden"));

    private Golden() {}

    static void check(Path file, String made) {
        try {
            if (WRITE) {
                Files.writeString(file, made);
            }
            assertThat(made).as("%s; make golden writes it anew", file).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
