package io.cultivar.local;

import io.cultivar.ingest.PseudonymKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a local installation keeps everything: the broker's log, the pipeline's stores, and the key that hides employees,
 * each in a place of its own. Whoever copies the directory without {@code pseudonym.key} has no employee id.
 */
final class DataDirectory {

    private final Path root;

    DataDirectory(Path root) {
        this.root = root;
    }

    /** A directory that is deleted again by {@link #delete}. */
    static DataDirectory temporary() {
        try {
            return new DataDirectory(Files.createTempDirectory("cultivar-"));
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary directory can be made", e);
        }
    }

    Path broker() {
        return root.resolve("broker");
    }

    Path streams() {
        return root.resolve("streams");
    }

    /** The key of this directory: made once, readable by its owner only, kept for as long as the data. */
    PseudonymKey pseudonymKey(SecureRandom random) {
        Path file = root.resolve("pseudonym.key");
        try {
            Files.createDirectories(root);
            if (!Files.exists(file)) {
                byte[] key = new byte[PseudonymKey.MIN_BYTES];
                random.nextBytes(key);
                // Whole or not at all: half a key, left by a crash, would lock everybody out of the data.
                Path draft = root.resolve("pseudonym.key.new");
                Files.deleteIfExists(draft);
                createPrivate(draft);
                Files.writeString(draft, Base64.getEncoder().encodeToString(key));
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return PseudonymKey.fromBase64(
                    Files.readString(file, StandardCharsets.US_ASCII).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("the key " + file + " can be neither read nor made", e);
        }
    }

    private static void createPrivate(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }

    void delete() {
        try (Stream<Path> all = Files.walk(root)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary directory " + root + " cannot be deleted", e);
        }
    }
}
