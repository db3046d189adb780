package io.cultivar.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Runs {@code evaluate} in this process, as its user would: by its command line. */
public final class Evaluate {

    private Evaluate() {}

    /** The bytes of its answer to these events. */
    public static byte[] answer(Path directory, Collection<String> events, String... options) {
        try {
            Path file = Files.write(directory.resolve("events.ndjson"), events);
            Path out = directory.resolve("answer.json");
            List<String> arguments =
                    new ArrayList<>(List.of("evaluate", "--events", file.toString(), "--out", out.toString()));
            arguments.addAll(List.of(options));
            var console = new ByteArrayOutputStream();
            assertThat(run(console, arguments))
                    .as(console.toString(StandardCharsets.UTF_8))
                    .isZero();
            return Files.readAllBytes(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its exit code; what it says goes to {@code console}. */
    static int run(ByteArrayOutputStream console, List<String> arguments) {
        try (var stream = new PrintStream(console, true, StandardCharsets.UTF_8)) {
            return LocalMain.commandLine(stream, InstantSource.system(), new SecureRandom())
                    .execute(arguments.toArray(String[]::new));
        }
    }
}
